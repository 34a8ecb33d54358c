import Glibc

/// Folders of the system.
public enum Folder {
  /// The names of what is in a folder, in no order.
  ///
  /// - Parameter path: The folder.
  /// - Returns: The names, as `RawPath` has them, those of the folder itself and of the one above it too.
  /// - Throws: `SystemFailure` where it cannot be read.
  public static func names(in path: String) throws(SystemFailure) -> [String] {
    guard let listing = opendir(RawPath.bytes(path)) else { throw .last }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { RawPath.text($0) }
        })
    }
    return names
  }

  /// Makes a folder.
  ///
  /// - Parameters:
  ///   - path: The folder; the one above it must be there.
  ///   - permissions: Its permissions, before the user's mask.
  /// - Returns: Why it cannot be made, if so; `.exists` where there is something of that name.
  @discardableResult
  public static func make(_ path: String, permissions: UInt32) -> SystemFailure? {
    mkdir(RawPath.bytes(path), permissions) == 0 ? nil : .last
  }

  /// Makes the folders of a file for this user alone, as far as they are missing.
  ///
  /// - Parameter path: The file.
  public static func makeAll(above path: String) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      if folder != "/" { make(folder, permissions: 0o700) }
    }
  }
}
