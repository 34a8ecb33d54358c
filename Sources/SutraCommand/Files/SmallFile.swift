import Glibc

/// Reads and writes small files whole.
enum SmallFile {
  /// The bytes of a file, or `nil` when it cannot be read; what is longer is cut.
  static func bytes(_ path: String, atMost limit: Int) -> [UInt8]? {
    let file = open(RawPath.bytes(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        let found = Glibc.read(file, buffer.baseAddress.map { $0 + count }, limit - count)
        if found <= 0 { break }
        count += found
      }
    }
  }

  /// Writes a file anew, its folder too: the old one stays whole until the new one is.
  ///
  /// - Returns: Whether it was written.
  @discardableResult
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      if folder != "/" { mkdir(RawPath.bytes(folder), 0o700) }
    }
    return WholeFile.write(bytes, to: path, mode: 0o600, replaces: true) == 0
  }
}
