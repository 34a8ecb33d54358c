import Testing

/// A text, and what a test expects to be found in it, in order.
struct TextCase: CustomTestStringConvertible, Sendable {
  let language: String
  let text: String
  let expected: [String]
  var testDescription: String { text }

  init(_ language: String, _ text: String, _ expected: String...) {
    self.language = language
    self.text = text
    self.expected = expected
  }
}
