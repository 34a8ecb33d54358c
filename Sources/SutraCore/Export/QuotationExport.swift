/// Writes quotations for use elsewhere.
public enum QuotationExport {
  /// The shape of an export.
  public enum Format: String, Sendable, CaseIterable {
    case text = "txt"
    case jsonl
    case csv
    case markdown = "md"

    /// The format that a file's name asks for by its ending; text when it asks for none.
    public init(fileName: String) {
      let ending = fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
      self = fileName.contains(".") ? Format(rawValue: ending) ?? .text : .text
    }
  }

  /// The quotations of some numbers, in order.
  public static func bytes(
    _ format: Format, of article: Article, quotations: [Int]
  ) -> [UInt8] {
    let numbers = quotations.filter(article.quotations.indices.contains)
    switch format {
    case .text:
      return Array(
        numbers.map { citation(of: $0, in: article) + "\n" }.joined(separator: "\n").utf8)
    case .jsonl: return numbers.flatMap { line(of: $0, in: article) + [0x0A] }
    case .csv: return csv(numbers, article)
    case .markdown: return markdown(numbers, article)
    }
  }

  /// A quotation with its citation: words, speaker, article, source.
  public static func citation(of number: Int, in article: Article) -> String {
    let words = text(article.quotations[number].content, article)
    let marked = article.quotations[number].form == .direct ? words : "“\(words)”"
    return "\(marked)\n— \(origin(of: number, in: article))"
  }

  /// Speaker, article and source of a quotation, as far as they are known.
  private static func origin(of number: Int, in article: Article) -> String {
    var parts = [speaker(of: number, in: article) ?? "nobody named"]
    if let medium = article.attributions[number].medium { parts.append(medium.name) }
    parts.append(title(of: article))
    let credits = article.sources.filter { $0.roles.contains(.credit) }.map(\.name)
    if !credits.isEmpty { parts.append(credits.joined(separator: ", ")) }
    return parts.joined(separator: ", ")
  }

  private static func title(of article: Article) -> String {
    article.document.title.map { text($0, article) } ?? article.document.id
  }

  private static func speaker(of number: Int, in article: Article) -> String? {
    let speaker = article.attributions[number].speaker
    return speaker?.name ?? speaker?.span.map { text($0, article) }
  }

  /// The words of a span in one line.
  private static func text(_ span: Span, _ article: Article) -> String {
    String(article.document.text[span].map { $0.isNewline ? " " : $0 })
  }

  private static func line(of number: Int, in article: Article) -> [UInt8] {
    let quotation = article.quotations[number]
    let attribution = article.attributions[number]
    var json = JSONWriter()
    json.open(0x7B)
    func member(_ name: String, _ value: String?) {
      json.key(name)
      json.string(value)
    }
    member("quote", article.document.text[quotation.content])
    member("type", quotation.form.rawValue)
    member("speaker", speaker(of: number, in: article))
    member("speaker_kind", attribution.speaker?.kind.rawValue)
    member("speaker_as_written", attribution.speaker?.span.map { text($0, article) })
    member("cue", quotation.cue.map { text($0, article) })
    member("addressee", attribution.addressee.map { text($0, article) })
    member("medium", attribution.medium?.name)
    member("article", title(of: article))
    member("file", article.document.id)
    json.close(0x7D)
    return json.bytes
  }

  /// Comma-separated values after RFC 4180, with a row of names first.
  ///
  /// What a spreadsheet would take for a formula gets an
  /// apostrophe before it.
  private static func csv(_ numbers: [Int], _ article: Article) -> [UInt8] {
    var rows = [
      ["number", "speaker", "kind", "type", "quote", "cue", "addressee", "medium", "article"]
    ]
    for number in numbers {
      let quotation = article.quotations[number]
      let attribution = article.attributions[number]
      rows.append([
        String(number + 1), speaker(of: number, in: article) ?? "",
        attribution.speaker?.kind.rawValue ?? "", quotation.form.rawValue,
        text(quotation.content, article), quotation.cue.map { text($0, article) } ?? "",
        attribution.addressee.map { text($0, article) } ?? "", attribution.medium?.name ?? "",
        title(of: article),
      ])
    }
    return rows.flatMap { row in
      Array(row.map(field).joined(separator: ",").utf8) + [0x0D, 0x0A]
    }
  }

  /// A field, by scalars: with a joiner behind it a comma is a `Character` of its own.
  private static func field(_ value: String) -> String {
    let isFormula = value.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
    let safe = isFormula == true ? "'" + value : value
    guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return safe
    }
    var quoted = "\"".unicodeScalars
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return String(quoted) + "\""
  }

  private static func markdown(_ numbers: [Int], _ article: Article) -> [UInt8] {
    var text = "# \(escaped(title(of: article)))\n"
    for number in numbers {
      let quotation = article.quotations[number]
      text += "\n> \(escaped(Self.text(quotation.content, article)))\n>\n"
      text += "> — **\(escaped(speaker(of: number, in: article) ?? "nobody named"))**"
      if let cue = quotation.cue { text += ", *\(escaped(Self.text(cue, article)))*" }
      if let medium = article.attributions[number].medium { text += ", \(escaped(medium.name))" }
      text += " (\(quotation.form.rawValue))\n"
    }
    return Array(text.utf8)
  }

  /// A text in which Markdown sees no marks.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    let digits = scalars.prefix { (0x30...0x39).contains($0.value) }.count
    for (index, scalar) in scalars.enumerated() {
      // At the beginning some signs, and those behind a number, begin a list.
      let beginsList =
        index == 0 && "-+=".unicodeScalars.contains(scalar)
        || index == digits && digits > 0 && ".)".unicodeScalars.contains(scalar)
      if beginsList || "\\`*_[]<>#|~&".unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}
