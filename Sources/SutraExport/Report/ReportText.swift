import SutraCore

/// The text of an article in a report: paragraphs with quotes, cues, speakers and names marked.
struct ReportText {
  private let article: Article
  private let bytes: [UInt8]
  private var marks: [NestedMarks.Mark] = []
  private var looks: [Look] = []

  /// How a mark looks, and which quote it leads to.
  private struct Look {
    let element: String
    let look: String
    var title: String?
    var quote: Int?
    /// Whether it is the first part of its quote, where the link goes to.
    var isTarget = false
  }

  /// Takes an article, of whose quotations some are marked.
  init(_ article: Article, _ numbers: [Int]) {
    self.article = article
    bytes = article.document.text.bytes
    for number in numbers {
      let quotation = article.quotations[number]
      let attribution = article.attributions[number]
      for (part, segment) in quotation.segments.enumerated() {
        add(
          segment, 0,
          Look(
            element: "mark", look: quotation.form.rawValue, quote: number + 1, isTarget: part == 0))
      }
      for (span, look) in [
        (quotation.cue, "cue"), (attribution.speaker?.span, "speaker"),
      ] {
        if let span { add(span, 1, Look(element: "span", look: look)) }
      }
    }
    for mention in article.mentions {
      let entity = article.entities[mention.entity]
      add(
        mention.span, 2,
        Look(element: "span", look: mention.kind.rawValue.lowercased(), title: entity.name))
    }
  }

  private mutating func add(_ span: Span, _ rank: Int, _ look: Look) {
    guard !span.isEmpty else { return }
    marks.append(NestedMarks.Mark(span: span, rank: rank, holdsOuter: true))
    looks.append(look)
  }

  /// Writes the paragraphs; the headline stands in the head of the report.
  func write(to html: inout MarkupWriter) {
    let document = article.document
    let nested = NestedMarks(marks, paragraphs: document.paragraphs)
    for (number, paragraph) in document.paragraphs.enumerated() {
      let kind = document.kind(of: number)
      let element = kind == .headline || kind == .subhead ? "h2" : "p"
      html.open(element, kind == .paragraph ? [] : [("class", "\(kind)")])
      write(paragraph, nested.ofParagraph[number], to: &html)
      html.close(element)
      html.raw("\n")
    }
  }

  private func write(
    _ paragraph: Span, _ pieces: [NestedMarks.Piece], to html: inout MarkupWriter
  ) {
    var position = paragraph.start
    var open: [NestedMarks.Piece] = []
    func close(before start: Int, _ html: inout MarkupWriter) {
      while let last = open.last, last.span.end <= start {
        html.text(bytes[position..<last.span.end])
        position = last.span.end
        html.close(looks[last.mark].element)
        open.removeLast()
      }
    }
    for piece in pieces {
      close(before: piece.span.start, &html)
      html.text(bytes[position..<piece.span.start])
      position = piece.span.start
      begin(piece, to: &html)
      open.append(piece)
    }
    close(before: paragraph.end, &html)
    html.text(bytes[position..<paragraph.end])
  }

  private func begin(_ piece: NestedMarks.Piece, to html: inout MarkupWriter) {
    let look = looks[piece.mark]
    let isTarget = look.isTarget && piece.number == 1
    html.open(
      look.element,
      [
        ("id", isTarget ? look.quote.map { "t\($0)" } : nil), ("class", look.look),
        ("title", look.title),
      ])
    guard isTarget, let quote = look.quote else { return }
    html.element(
      "a", [("class", "ref"), ("href", "#q\(quote)"), ("aria-label", "about quote \(quote)")],
      text: String(quote))
  }
}
