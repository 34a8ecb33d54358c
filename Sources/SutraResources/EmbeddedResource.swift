import CResources

/// The files that travel inside the binary: language tables, themes and sample articles.
public enum EmbeddedResource {
  /// The bytes of the file at a path below the resource root, as in `languages/bn/cues.tsv`.
  ///
  /// The buffer is constant data of the program and never ends.
  public static func bytes(at path: String) -> UnsafeRawBufferPointer? {
    let resource = sutra_resource_named(path)
    guard resource.path != nil else { return nil }
    return UnsafeRawBufferPointer(start: resource.bytes, count: resource.count)
  }

  /// The bytes of all files of a name, whatever their folders.
  public static func files(named name: String) -> [[UInt8]] {
    paths(ending: "/\(name)").compactMap { bytes(at: $0).map(Array.init) }
  }

  /// The paths of the files that have a part in theirs and an ending behind it, in the order they are
  /// embedded; without both those of all files.
  public static func paths(holding part: String = "", ending: String = "") -> [String] {
    var found: [String] = []
    var index = 0
    // A text of each path, or of these two for each, would take longer than all else that is done with it.
    part.withCString { part in
      ending.withCString { ending in
        while let path = sutra_next_resource(&index, part, ending).path {
          found.append(String(cString: path))
        }
      }
    }
    return found
  }
}
