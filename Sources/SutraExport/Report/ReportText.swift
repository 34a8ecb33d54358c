import SutraCore
import SutraWords

/// The text of an article on a page: paragraphs in which stretches are marked and can be led to.
struct ReportText {
  /// How a stretch is marked.
  struct Look {
    let element: String
    let look: String
    var title: String?
    /// What links to its first part lead to.
    var id: String?
    /// A link before its first part: where it leads, what it shows, and what it is.
    var link: (place: String, text: String, label: String)?
  }

  private let article: Article
  private let bytes: [UInt8]
  private var marks: [NestedMarks.Mark] = []
  private var looks: [Look] = []

  /// Takes an article of which nothing is marked.
  init(_ article: Article) {
    self.article = article
    bytes = article.document.text.bytes
  }

  /// Takes an article in which some quotations, with their cues and speakers, and all names are marked.
  init(_ article: Article, quotations numbers: [Int]) {
    self.init(article)
    for number in numbers {
      let quotation = article.quotations[number]
      for (part, segment) in quotation.segments.enumerated() {
        var look = Look(element: "mark", look: quotation.form.rawValue)
        if part == 0 {
          look.id = "t\(number + 1)"
          look.link = (
            "q\(number + 1)", digits(number + 1), say("page.about-quote", ["number": number + 1])
          )
        }
        mark(segment, 0, look)
      }
      let speaker = article.attributions[number].speaker?.span
      for (span, look) in [(quotation.cue, "cue"), (speaker, "speaker")] {
        if let span { mark(span, 1, Look(element: "span", look: look)) }
      }
    }
    for mention in article.mentions {
      mark(
        mention.span, 2,
        Look(
          element: "span", look: mention.kind.rawValue.lowercased(),
          title: article.entities[mention.entity].name))
    }
  }

  /// Marks a stretch; where marks would cross, those of higher rank are cut.
  mutating func mark(_ span: Span, _ rank: Int, _ look: Look) {
    guard !span.isEmpty else { return }
    marks.append(NestedMarks.Mark(span: span, rank: rank, holdsOuter: true))
    looks.append(look)
  }

  /// Writes the paragraphs; the headline of an article with quotations stands in the head of the page.
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
    let isFirst = piece.number == 1
    html.open(
      look.element,
      [("id", isFirst ? look.id : nil), ("class", look.look), ("title", look.title)])
    guard isFirst, let link = look.link else { return }
    html.element(
      "a", [("class", "ref"), ("href", "#\(link.place)"), ("aria-label", link.label)],
      text: link.text)
  }
}
