/// A text with its parts: headline, paragraphs and what is said of it.
public struct Document: Sendable {
  /// A name for the document, usually its file name.
  public let id: String
  /// The text all spans count in.
  public let text: SourceText
  /// The code of the language pack that fits it best, as in `bn`.
  public let language: String
  /// The headline, where it is part of the text: of plain text a first line that reads like one.
  public let title: Span?
  /// The lines that hold more than blanks, headline included, without their line ends.
  public let paragraphs: [Span]
  /// What is said of it beside its text.
  public let metadata: DocumentMetadata
  /// Links and emphasis, in text order.
  public let marks: [InlineMark]
  /// What the paragraphs are, one for each; empty where nobody has said so.
  private let kinds: [BlockKind]

  /// Makes a document from its parts.
  ///
  /// - Parameters:
  ///   - id: A name for it.
  ///   - text: The text all spans count in.
  ///   - language: The code of its language.
  ///   - title: The headline, where it is part of the text.
  ///   - paragraphs: The lines that hold more than blanks.
  ///   - kinds: What the paragraphs are, one for each; none where nobody has said so.
  ///   - marks: Links and emphasis, in text order.
  ///   - metadata: What is said of it beside its text.
  public init(
    id: String, text: SourceText, language: String, title: Span?, paragraphs: [Span],
    kinds: [BlockKind] = [], marks: [InlineMark] = [],
    metadata: DocumentMetadata = DocumentMetadata()
  ) {
    precondition(kinds.isEmpty || kinds.count == paragraphs.count, "one kind for each paragraph")
    self.id = id
    self.text = text
    self.language = language
    self.title = title
    self.paragraphs = paragraphs
    self.kinds = kinds
    self.marks = marks
    self.metadata = metadata
  }

  /// Whether it is said what its paragraphs are.
  var hasKinds: Bool { !kinds.isEmpty }

  /// What a paragraph is.
  ///
  /// - Parameter paragraph: Its number, counted from 0.
  /// - Returns: Its kind.
  public func kind(of paragraph: Int) -> BlockKind {
    if !kinds.isEmpty { return kinds[paragraph] }
    return paragraphs[paragraph] == title ? .headline : .paragraph
  }
}
