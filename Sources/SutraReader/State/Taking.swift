import SutraCore
import SutraExport

extension ReaderState {
  /// Copies the chosen quotation, with its citation or its words only.
  mutating func copy(_ action: Action) -> [ReaderEffect] {
    guard let chosen = quotationAtHand, article.quotations.indices.contains(chosen) else {
      message = noQuotation
      return []
    }
    if action == .copyText {
      let words = QuotationExport.words(of: chosen, in: article)
      return [.copy(words, what: "the words of quote \(chosen + 1)")]
    }
    let citation = QuotationExport.citation(of: chosen, in: article)
    return [.copy(citation, what: "quote \(chosen + 1) with its citation")]
  }

  /// Pipes the listed quotations as JSON lines into a command; `!` before it pipes the article's
  /// text, `.` the chosen quotation alone.
  mutating func pipe(_ text: String) -> [ReaderEffect] {
    var command = text.drop(while: \.isWhitespace)
    var input: [UInt8]
    if command.first == "!" {
      command = command.dropFirst()
      input = HarmlessText.bytes(article.document.text.bytes)
    } else if command.first == "." {
      command = command.dropFirst()
      input = QuotationExport.bytes(
        LinesFormat(), of: article, quotations: quotationAtHand.map { [$0] } ?? [])
    } else {
      input = QuotationExport.bytes(LinesFormat(), of: article, quotations: listedQuotations)
    }
    command = command.drop(while: \.isWhitespace)
    guard !command.isEmpty else {
      message = "a command gets the quotes as JSON; ! before it: the article, . this quote"
      return []
    }
    return [.pipe(command: String(command), input: input)]
  }

  mutating func beginExport() {
    guard listedCount > 0 else {
      message = isAnalyzed ? "there are no quotes to write" : "the article is still being read"
      return
    }
    let name = article.document.id.split(separator: "/").last.map(String.init) ?? ""
    let parts = name.split(separator: ".")
    let stem = (parts.count > 1 ? parts.dropLast() : parts).joined(separator: ".")
    let isNamed = stem.contains { $0 != "-" }
    prompt = Prompt(.export, text: isNamed ? "\(stem)-quotes.md" : "quotes.md")
    message = Self.exportMessage
  }

  /// The endings that a file of quotes may have.
  static let exportMessage =
    "formats: "
    + ArticleFormats.quotations.map { ".\($0.fileEnding)" }.joined(separator: " ")

  /// Writes the listed quotations; the file's ending says in which shape.
  mutating func export(to path: String) -> [ReaderEffect] {
    guard !path.isEmpty else {
      message = "nothing was written: a file needs a name"
      return []
    }
    guard let format = ArticleFormats.quotations(inFile: path) else {
      let file = path.split(separator: "/").last ?? ""
      let ending = file.lastIndex(of: ".").map { file[$0...].dropFirst().lowercased() }
      message = "nothing was written: there is no format '.\(ending ?? "")'; \(Self.exportMessage)"
      return []
    }
    let bytes = QuotationExport.bytes(format, of: article, quotations: listedQuotations)
    return [.write(path: path, bytes: bytes, overwrites: false)]
  }
}
