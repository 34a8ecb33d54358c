import SutraCore

extension ReaderState {
  /// Copies the chosen quotation, with its citation or its words only.
  mutating func copy(_ action: Action) -> [ReaderEffect] {
    guard let chosen = selection.quotation, article.quotations.indices.contains(chosen) else {
      message = "no quote is selected"
      return []
    }
    if action == .copyText {
      let words = article.document.text[article.quotations[chosen].content]
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
      input = article.document.text.bytes
    } else if command.first == "." {
      command = command.dropFirst()
      input = QuotationExport.bytes(
        .jsonl, of: article, quotations: selection.quotation.map { [$0] } ?? [])
    } else {
      input = QuotationExport.bytes(.jsonl, of: article, quotations: listedQuotations)
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
    let name = article.document.id.split(separator: "/").last.map(String.init) ?? "article"
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    prompt = Prompt(.export, text: "\(stem.isEmpty ? name : stem)-quotes.md")
  }

  /// Writes the listed quotations; the file's ending says in which shape.
  mutating func export(to path: String) -> [ReaderEffect] {
    guard !path.isEmpty else {
      message = "nothing was written: a file needs a name"
      return []
    }
    let format = QuotationExport.Format(fileName: path)
    let bytes = QuotationExport.bytes(format, of: article, quotations: listedQuotations)
    return [.write(path: path, bytes: bytes, overwrites: false)]
  }
}
