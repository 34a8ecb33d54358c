/// The sample articles that travel inside the binary.
public enum Samples {
  /// The code of the sample that is shown first.
  public static let first = "bn"
  private static let folder = "samples/"
  private static let ending = ".txt"

  /// The codes of all samples.
  public static var codes: [String] {
    EmbeddedResource.paths(holding: folder, ending: ending)
      .map { String($0.dropFirst(folder.count).dropLast(ending.count)) }
  }

  /// The bytes of a sample; empty when there is none of that code.
  public static func bytes(_ code: String) -> [UInt8] {
    EmbeddedResource.bytes(at: folder + code + ending).map(Array.init) ?? []
  }
}
