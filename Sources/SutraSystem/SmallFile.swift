/// Reads and writes small files whole.
public enum SmallFile {
  /// The bytes of a file, or `nil` when it cannot be read; what is longer is cut.
  public static func bytes(_ path: String, atMost limit: Int) -> [UInt8]? {
    guard let file = try? OpenFile(reading: path, waits: false), file.status?.kind == .file else {
      return nil
    }
    return try? file.bytes(limit)
  }

  /// Writes a file anew, its folder too: the old one stays whole until the new one is.
  ///
  /// - Returns: Whether it was written.
  @discardableResult
  public static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    Folder.makeAll(above: path)
    return WholeFile.write(bytes, to: path, mode: 0o600, replaces: true) == nil
  }
}
