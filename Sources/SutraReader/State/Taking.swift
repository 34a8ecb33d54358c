import SutraCore
import SutraExport
import SutraWords

extension ReaderState {
  /// Copies the chosen quotation, with its citation or its words only.
  mutating func copy(_ action: Action) -> [ReaderEffect] {
    guard let chosen = quotationAtHand, article.quotations.indices.contains(chosen) else {
      message = noQuotation
      return []
    }
    if action == .copyText {
      let words = QuotationExport.words(of: chosen, in: article)
      return [.copy(words, what: say("copy.words", ["number": chosen + 1]))]
    }
    let citation = QuotationExport.citation(of: chosen, in: article)
    return [.copy(citation, what: say("copy.citation", ["number": chosen + 1]))]
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
      message = say("pipe.usage")
      return []
    }
    return [.pipe(command: String(command), input: input)]
  }

  mutating func beginExport() {
    guard listedCount > 0 else {
      message = isAnalyzed ? say("write.nothing") : say("reading.still")
      return
    }
    let name = article.document.id.split(separator: "/").last.map(String.init) ?? ""
    let parts = name.split(separator: ".")
    let stem = (parts.count > 1 ? parts.dropLast() : parts).joined(separator: ".")
    let isNamed = stem.contains { $0 != "-" }
    prompt = Prompt(.export, text: isNamed ? "\(stem)-quotes.md" : "quotes.md")
    message = exportMessage
  }

  /// The endings that a file of quotes may have.
  var exportMessage: String {
    say(
      "write.formats",
      ["names": ArticleFormats.quotations.map(\.fileEnding).joined(separator: " ")])
  }

  /// Writes the listed quotations; the file's ending says in which shape.
  mutating func export(to path: String) -> [ReaderEffect] {
    guard !path.isEmpty else {
      message = say("write.no-name")
      return []
    }
    guard let format = ArticleFormats.quotations(inFile: path) else {
      let file = path.split(separator: "/").last ?? ""
      let ending = file.lastIndex(of: ".").map { file[$0...].dropFirst().lowercased() }
      message = say("write.no-format", ["ending": ending ?? "", "formats": exportMessage])
      return []
    }
    let noted = article.noted(hand.notes.map { ($0.anchor, $0.text) })
    let bytes = QuotationExport.bytes(format, of: noted, quotations: listedQuotations)
    return [.write(path: path, bytes: bytes, overwrites: false)]
  }
}
