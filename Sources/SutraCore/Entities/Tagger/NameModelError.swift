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
      "This is no model of names: it does not begin with the mark of one."
    case .wrongLength(let expected, let found):
      "The model is damaged: it should have \(expected) bytes and has \(found)."
    case .wrongVersion(let expected, let found):
      "The model has format version \(found); this program reads version \(expected)."
    case .wrongFeatures(let expected, let found):
      "The model was trained for features of revision \(found); this program has revision "
        + "\(expected), so it must be trained anew."
    case .unusableHeader(let field):
      "The model is damaged: the value for \(field) in its header cannot be."
    }
  }
}
