/// A text that is looked up byte by byte.
///
/// Swift's own texts are the same where they look the same, for which those that are not ASCII are
/// taken apart letter by letter each time they are looked up.
package struct ExactText: Hashable, Sendable {
  /// The text.
  package let text: String

  /// Makes one of a text.
  package init(_ text: String) { self.text = text }

  package static func == (one: ExactText, other: ExactText) -> Bool {
    one.text.utf8.count == other.text.utf8.count && one.text.utf8.elementsEqual(other.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
