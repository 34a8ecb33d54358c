import SutraCore
import SutraWords

/// Quotations as Markdown: each a block quotation with its citation.
package struct MarkdownFormat: ArticleFormat {
  package let name: String
  package let fileEnding = "md"
  package var help: String { say("format.md") }
  package var separator: String { "\n" }

  /// Makes the format under a name.
  package init(name: String = "md") { self.name = name }

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    let records = QuotationRecords(article)
    var text = ""
    for number in quotations {
      let record = records.record(number)
      text += "\n> \(Self.escaped(record.told))\n>\n"
      text += "> — **\(Self.escaped(record.speaker ?? say("speaker.nobody")))**"
      if let role = record.role { text += ", \(Self.escaped(role))" }
      if let cue = record.cue { text += ", *\(Self.escaped(cue))*" }
      if let medium = record.medium { text += ", \(Self.escaped(medium))" }
      // The role is told already.
      let details = record.details(withRole: false)
      text += " (\(Self.escaped(details.joined(separator: "; "))))\n"
    }
    let heading = "# \(Self.escaped(title(article)))\n"
    return Array((heading + credit(article) + text + notes(article)).utf8)
  }

  /// What somebody has noted, in a list of its own.
  private func notes(_ article: Article) -> String {
    guard !article.notes.isEmpty else { return "" }
    let items = article.notes.map { "- \(Self.escaped(HarmlessText.of(article.line(of: $0))))\n" }
    return "\n## \(say("export.notes"))\n\n\(items.joined())"
  }

  private func title(_ article: Article) -> String {
    HarmlessText.of(
      article.document.title.map { ExportWords.line(article.document.text[$0]) }
        ?? article.document.id)
  }

  /// Whom the article is credited to, in a line of its own.
  private func credit(_ article: Article) -> String {
    let names = article.sources.filter { $0.roles.contains(.credit) }.map {
      Self.escaped(HarmlessText.of(ExportWords.line($0.name)))
    }
    return names.isEmpty ? "" : "\n\(names.joined(separator: ", "))\n"
  }

  /// A text in which Markdown sees no marks: no list, no emphasis, no code or formula, no link, not
  /// even one that a reader of Markdown makes by itself of an address.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars.drop { $0 == " " || $0 == "\t" })
    let digits = scalars.prefix { (0x30...0x39).contains($0.value) }.count
    for (index, scalar) in scalars.enumerated() {
      // At the beginning some signs, and those behind a number, begin a list.
      let beginsList =
        index == 0 && "-+=".unicodeScalars.contains(scalar)
        || index == digits && digits > 0 && ".)".unicodeScalars.contains(scalar)
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isAddress = scalar == ":" && next == "/" || scalar == "." && endsInWWW(scalars[..<index])
      if beginsList || isAddress || "\\`*_[]<>#|~&$@^".unicodeScalars.contains(scalar) {
        escaped.append("\\")
      }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  private static func endsInWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.count >= 3 && scalars.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }
}
