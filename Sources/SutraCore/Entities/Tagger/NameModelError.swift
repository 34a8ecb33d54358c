import SutraWords

/// Why the bytes of a model could not be used.
public enum NameModelError: Error, Hashable, Sendable {
  /// They do not begin as a model does.
  case notAModel
  /// They are fewer, or more, than their header says.
  case wrongLength(expected: Int, found: Int)
  /// They are of another version of the format.
  case wrongVersion(expected: Int, found: Int)
  /// They were trained for other features than this program computes.
  case wrongFeatures(expected: Int, found: Int)
  /// A value of the header cannot be.
  case unusableHeader(field: String)
}

extension NameModelError: CustomStringConvertible {
  /// The reason as a sentence.
  public var description: String {
    switch self {
    case .notAModel:
      say("model-error.no-model")
    case .wrongLength(let expected, let found):
      say("model-error.damaged", ["expected": expected, "found": found])
    case .wrongVersion(let expected, let found):
      say("model-error.version", ["found": found, "expected": expected])
    case .wrongFeatures(let expected, let found):
      say("model-error.features", ["found": found, "expected": expected])
    case .unusableHeader(let field):
      say("model-error.field", ["field": field])
    }
  }
}
