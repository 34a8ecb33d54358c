import SutraCore
import SutraWords

extension PageText {
  /// The article of a page as a text with its parts.
  static func opened(
    _ page: PageArticle, _ content: ArticleContent, _ form: ArticleOpener.Form,
    _ diagnostics: [Diagnostic]
  ) -> OpenedArticle {
    var metadata = DocumentMetadata()
    metadata.address = page.address ?? content.address
    metadata.site = page.site
    metadata.author = page.author
    metadata.published = page.published
    metadata.language = page.language
    metadata.headline = page.title
    var maker = Maker()
    if form == .reading {
      if let title = page.title { maker.add(Array(title.utf8)[...], .headline) }
      let about = [page.author, page.published, page.site].compactMap { $0 }
      if !about.isEmpty { maker.add(Array(about.joined(separator: " · ").utf8)[...], .byline) }
    }
    for part in page.parts where form == .reading || !part.kind.isBeside { maker.add(part) }
    var flaws = diagnostics
    if page.isConverted { flaws.append(MisreadText.convertedNote) }
    if page.attributesLeftOut > 0 {
      flaws.append(
        Diagnostic(
          code: .beyondLimit, span: Span(start: 0, end: 0),
          Message(
            "note.attributes", ["count": page.attributesLeftOut, "most": PageTree.mostAttributes])))
    }
    return OpenedArticle(
      id: content.id,
      text: MisreadText.withNoteOnFont(SourceText(validBytes: maker.bytes, diagnostics: flaws)),
      paragraphs: maker.paragraphs, kinds: maker.kinds, marks: maker.marks, metadata: metadata,
      holdsArticle: page.isArticle)
  }

  /// Puts the parts of a text behind each other.
  private struct Maker {
    var bytes: [UInt8] = []
    var paragraphs: [Span] = []
    var kinds: [BlockKind] = []
    var marks: [InlineMark] = []

    mutating func add(_ part: PagePart) {
      let kind: BlockKind =
        switch part.kind {
        case .paragraph, .lead: .paragraph
        case .subhead: .subhead
        case .listItem: .listItem
        case .quotation: .quotation
        case .tableRow: .tableRow
        case .caption: .caption
        case .credit: .credit
        case .time: .note
        }
      let start = add(part.text, kind)
      let links = part.links.map { ($0.start..<$0.end, InlineMark.Kind.link($0.address)) }
      let all = links + part.emphasis.map { ($0, .emphasis) }
      for (range, kind) in all.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
        let span = Span(start: start + range.lowerBound, end: start + range.upperBound)
        marks.append(InlineMark(span: span, kind: kind))
      }
    }

    /// Adds a part, each of its lines a paragraph, and tells where it begins.
    @discardableResult
    mutating func add(_ text: ArraySlice<UInt8>, _ kind: BlockKind) -> Int {
      if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
      let start = bytes.count
      bytes += text
      var line = start
      for at in start...bytes.count where at == bytes.count || bytes[at] == 0x0A {
        if at > line {
          paragraphs.append(Span(start: line, end: at))
          kinds.append(kind)
        }
        line = at + 1
      }
      return start
    }
  }
}
