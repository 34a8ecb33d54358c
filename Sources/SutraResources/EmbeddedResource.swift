import CResources

/// The files that travel inside the binary: language tables, themes and sample articles.
public enum EmbeddedResource {
  /// The bytes of the file at a path below the resource root, as in `languages/bn/cues.tsv`.
  ///
  /// The buffer is constant data of the program and never ends.
  public static func bytes(at path: String) -> UnsafeRawBufferPointer? {
    var index = 0
    while true {
      let resource = sutra_resource_at(index)
      guard let name = resource.path else { return nil }
      if String(cString: name) == path {
        return UnsafeRawBufferPointer(start: resource.bytes, count: resource.count)
      }
      index += 1
    }
  }

  /// The bytes of all files of a name, whatever their folders.
  public static func files(named name: String) -> [[UInt8]] {
    paths.filter { $0.hasSuffix("/\(name)") }.compactMap { bytes(at: $0).map(Array.init) }
  }

  /// The paths of all files, in the order they are embedded.
  public static var paths: [String] {
    var found: [String] = []
    while let name = sutra_resource_at(found.count).path { found.append(String(cString: name)) }
    return found
  }
}
