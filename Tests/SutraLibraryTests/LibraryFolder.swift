import Glibc

/// A folder of a test's own, with the file of a library in it.
final class LibraryFolder {
  let path: String
  private let folder: String

  init() throws {
    var template = Array("/tmp/sutra-library-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure() }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/data/library.db"
  }

  struct Failure: Error {}

  deinit { _ = output("rm -rf '\(folder)'") }

  /// Puts a text in the place of the library.
  func write(_ text: String) {
    _ = output("mkdir -p '\(folder)/data' && printf %s '\(text)' > '\(path)'")
  }

  func read() -> String { output("cat '\(path)'") }

  private func output(_ command: String) -> String {
    guard let pipe = popen(command, "r") else { return "" }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    pclose(pipe)
    return String(decoding: bytes, as: UTF8.self)
  }
}
