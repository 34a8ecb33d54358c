import CTerminal
import Glibc
import Testing

@Suite("Letters of the process, as ncurses asks for them")
struct ProcessCharacterTests {
  @Test("are those of UTF-8, for every scalar")
  func encodes() {
    var wrong = 0
    var state = mbstate_t()
    for value in UInt32(0)...0x110000 {
      var bytes = [CChar](repeating: 0, count: 16)
      let count = wcrtomb(&bytes, wchar_t(bitPattern: value), &state)
      let expected = Unicode.Scalar(value).map { Array(String($0).utf8) }
      let found =
        count > 0 ? bytes[..<Int(count)].map { UInt8(bitPattern: $0) } : nil
      if found != expected { wrong += 1 }
      if wctob(wint_t(value)) != (value < 0x80 ? Int32(value) : EOF) { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(wcrtomb(nil, 0, &state) == 1)
  }

  @Test("are not those of the C library, which knows no locale here")
  func isOwn() async {
    await #expect(processExitsWith: .success) {
      var bytes = [CChar](repeating: 0, count: 16)
      var state = mbstate_t()
      #expect(wcrtomb(&bytes, 0x995, &state) == 3)
    }
  }
}
