import SutraCore
import SutraWords

/// Articles as items of CSL-JSON, for Zotero, pandoc and others.
package struct CSLFormat: ArticleFormat {
  package let name = "csl"
  package let fileEnding = "json"
  package var help: String { say("format.csl") }
  package var head: String { "[\n" }
  package var separator: String { ",\n" }
  package var tail: String { "\n]\n" }

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    let citation = ArticleCitation(article, quotations: quotations)
    var json = JSONWriter()
    func member(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      json.key(name)
      json.string(value)
    }
    json.open(0x7B)
    member("id", citation.key)
    member("type", "article-newspaper")
    member("title", citation.title)
    if !citation.authors.isEmpty {
      json.key("author")
      json.open(0x5B)
      for author in citation.authors {
        json.open(0x7B)
        member("literal", author)
        json.close(0x7D)
      }
      json.close(0x5D)
    }
    member("container-title", citation.medium)
    if !citation.date.isEmpty {
      json.key("issued")
      json.raw("{\"date-parts\":[[\(citation.date.map(String.init).joined(separator: ","))]]}")
    }
    member("URL", citation.address)
    member("language", citation.language)
    member("note", citation.notes.joined(separator: "\n"))
    json.close(0x7D)
    return json.bytes
  }
}

/// Articles as entries of BibTeX.
package struct BibTeXFormat: ArticleFormat {
  package let name = "bibtex"
  package let fileEnding = "bib"
  package var help: String { say("format.bibtex") }
  package var separator: String { "\n" }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    let citation = ArticleCitation(article, quotations: quotations)
    var lines = [citation.medium == nil ? "@misc{\(citation.key)," : "@article{\(citation.key),"]
    func field(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append("  \(name) = {\(Self.escaped(value))},")
    }
    field("title", citation.title)
    if !citation.authors.isEmpty {
      // Braces keep a name whole that is not one of given and family name.
      let names = citation.authors.map { "{\(Self.escaped($0))}" }
      lines.append("  author = {\(names.joined(separator: " and "))},")
    }
    field("journal", citation.medium)
    if let year = citation.date.first { field("year", String(year)) }
    if citation.date.count > 1 { lines.append("  month = \(Self.months[citation.date[1] - 1]),") }
    if citation.date.count > 2 { field("day", String(citation.date[2])) }
    if let address = citation.address { lines.append("  url = {\(Self.address(address))},") }
    field("langid", citation.language)
    field("annote", citation.notes.joined(separator: "\n\n"))
    return Array((lines.joined(separator: "\n") + "\n}\n").utf8)
  }

  /// A text in which TeX sees no marks.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped.append(contentsOf: "\\textbackslash{}".unicodeScalars)
      case "~": escaped.append(contentsOf: "\\textasciitilde{}".unicodeScalars)
      case "^": escaped.append(contentsOf: "\\textasciicircum{}".unicodeScalars)
      // A lone brace would end the field for readers that know no escapes.
      case "{": escaped.append(contentsOf: "\\textbraceleft{}".unicodeScalars)
      case "}": escaped.append(contentsOf: "\\textbraceright{}".unicodeScalars)
      case "%", "#", "$", "&", "_":
        escaped.append("\\")
        escaped.append(scalar)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// An address, in which the marks that would end the field are written by number.
  private static func address(_ text: String) -> String {
    var address = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{": address += "%7B"
      case "}": address += "%7D"
      case "\\": address += "%5C"
      default: address.unicodeScalars.append(scalar)
      }
    }
    return address
  }
}

/// Articles as records of RIS.
package struct RISFormat: ArticleFormat {
  package let name = "ris"
  package var help: String { say("format.ris") }
  package var separator: String { "\r\n" }

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    let citation = ArticleCitation(article, quotations: quotations)
    var lines = ["TY  - NEWS"]
    func field(_ tag: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append("\(tag)  - \(Self.line(value))")
    }
    field("ID", citation.key)
    field("TI", citation.title)
    for author in citation.authors { field("AU", author) }
    field("T2", citation.medium)
    if let year = citation.date.first {
      let rest = citation.date.dropFirst().map { $0 < 10 ? "0\($0)" : String($0) }
      field("PY", String(year))
      field("DA", ([String(year)] + rest).joined(separator: "/"))
    }
    field("UR", citation.address)
    field("LA", citation.language)
    for note in citation.notes { field("N1", note) }
    lines.append("ER  - ")
    return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  /// A text in one line, also for programs that know more line ends than two.
  private static func line(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
          default: scalar
          }
        }))
  }
}
