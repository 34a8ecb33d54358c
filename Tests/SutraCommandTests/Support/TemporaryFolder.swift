import Foundation

/// A folder of its own for one test; it goes with the last reference to it.
final class TemporaryFolder: Sendable {
  /// Where it is.
  let path: String

  init() throws {
    var template = Array("\(NSTemporaryDirectory())/sutra-test.XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw POSIXError(.ENOENT) }
    path = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name in it.
  func path(of name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and tells its path.
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let file = path(of: name)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// Writes a text as UTF-8 and tells the file's path.
  func write(_ text: String, to name: String = "খবর.txt") throws -> String {
    try write(Array(text.utf8), to: name)
  }
}
