/// A text with its parts: headline, paragraphs and sentences.
public struct Document: Sendable {
  /// A name for the document, usually its file name.
  public let id: String
  /// The text all spans count in.
  public let text: SourceText
  /// The code of the language pack that fits it best, as in `bn`.
  public let language: String
  /// The first line, when it reads like a headline.
  public let title: Span?
  /// The lines that hold more than blanks, headline included, without their line ends.
  public let paragraphs: [Span]

  /// Makes a document from its parts.
  public init(id: String, text: SourceText, language: String, title: Span?, paragraphs: [Span]) {
    self.id = id
    self.text = text
    self.language = language
    self.title = title
    self.paragraphs = paragraphs
  }
}
