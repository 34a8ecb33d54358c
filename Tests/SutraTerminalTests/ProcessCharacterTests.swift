import CUnicode
import Glibc
import SutraReader
import Testing

@Suite("Letters of the process, as ncurses asks for them")
struct ProcessCharacterTests {
  @Test("are those of UTF-8, for every scalar")
  func encodes() {
    WidthProfile.spacing.useForTerminal()
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
      WidthProfile.spacing.useForTerminal()
      #expect(wcrtomb(&bytes, 0x995, &state) == 3)
    }
  }

  @Test("are those of the C library on every thread that paints nothing")
  func elsewhere() async {
    await #expect(processExitsWith: .success) {
      WidthProfile.spacing.useForTerminal()
      let own = wcwidth(0x9BE)
      var thread = pthread_t()
      var answer: UnsafeMutableRawPointer?
      pthread_create(
        &thread, nil,
        { _ in
          var bytes = [CChar](repeating: 0, count: 16)
          var state = mbstate_t()
          // Without a locale the library has no bytes for the letter and no columns.
          let isLibrary = wcwidth(0x9BE) == -1 && Int(wcrtomb(&bytes, 0x995, &state)) == -1
          return UnsafeMutableRawPointer(bitPattern: isLibrary && wctob(0x41) == 0x41 ? 1 : 2)
        }, nil)
      pthread_join(thread, &answer)
      #expect(own == 1)
      #expect(answer == UnsafeMutableRawPointer(bitPattern: 1))
      #expect(sutra_stands_before_library() != 0)
    }
  }
}
