import SutraCore
import SutraExport

/// What leaves the program: a text taken for an article in which somebody says each of its lines, in
/// every format, and as it is copied.
enum ExportTarget {
  private static let forms = QuotationForm.allCases
  private static let kinds = SpeakerKind.allCases
  private static let rules = Construction.allCases

  static func run(_ bytes: [UInt8]) {
    let harmless = HarmlessText.bytes(bytes)
    hold(HarmlessText.bytes(harmless) == harmless, "what is harmless is changed again")
    hold(harmless.withUnsafeBytes(HarmlessText.isHarmless), "something harmful is left")
    for byte in harmless where byte < 0x20 || byte == 0x7F {
      hold(byte == 0x09 || byte == 0x0A || byte == 0x0D, "a control character is left")
    }
    guard let article = article(bytes) else { return }
    let all = Array(article.quotations.indices)
    for format in ArticleFormats.quotations {
      let written = QuotationExport.bytes(format, of: article, quotations: all)
      hold(isValid(written), "\(format.name) is no UTF-8")
      hold(written.withUnsafeBytes(HarmlessText.isHarmless), "\(format.name) steers a terminal")
      switch format.name {
      case "jsonl": checkLines(written, count: all.count)
      case "csv": checkCells(written, count: all.count)
      default: break
      }
    }
    for number in all {
      for copied in [
        QuotationExport.words(of: number, in: article),
        QuotationExport.citation(of: number, in: article),
      ] {
        hold(HarmlessText.of(copied) == copied, "a copy steers a terminal")
      }
    }
  }

  /// The article: its first line is the headline, and every other one says something, by the one before.
  private static func article(_ bytes: [UInt8]) -> Article? {
    guard let text = try? SourceDecoder.text(bytes) else { return nil }
    let lines = spans(text.bytes)
    var quotations: [Quotation] = []
    var attributions: [Attribution] = []
    for (number, line) in lines.prefix(12).enumerated().dropFirst() {
      let before = lines[number - 1]
      let seed = Int(text.bytes[line.start]) + line.length
      quotations.append(
        Quotation(
          form: forms[seed % forms.count], content: line, cue: seed % 3 == 0 ? before : nil,
          isUnterminated: false, confidence: Double(seed % 101) / 100,
          rule: rules[seed % rules.count], isNegated: seed % 5 == 0))
      let speaker = Speaker(
        span: before, entity: nil, name: seed % 2 == 0 ? text[before] : nil,
        kind: kinds[seed % kinds.count], role: seed % 7 == 0 ? text[line] : nil)
      attributions.append(
        Attribution(
          speaker: seed % 11 == 0 ? nil : speaker, addressee: seed % 4 == 0 ? before : nil,
          medium: seed % 6 == 0
            ? Medium(span: before, entity: nil, name: text[before]) : nil, rule: .nobody))
    }
    let document = Document(
      id: lines.first.map { text[$0] } ?? "fuzz", text: text, language: "en", title: lines.first,
      paragraphs: lines)
    return Article(document: document, quotations: quotations, attributions: attributions)
  }

  private static func spans(_ bytes: [UInt8]) -> [Span] {
    var found: [Span] = []
    var start = 0
    for end in bytes.indices.map({ $0 }) + [bytes.count]
    where end == bytes.count || bytes[end] == 0x0A {
      if end > start { found.append(Span(start: start, end: end)) }
      start = end + 1
    }
    return found
  }

  private static func checkLines(_ written: [UInt8], count: Int) {
    let lines = written.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    hold(lines.count == count, "\(lines.count) lines of JSON for \(count) quotations")
    for line in lines {
      if let fault = JSONCheck.fault(ofLine: Array(line)) { broken("no line of JSON: \(fault)") }
    }
  }

  /// Reads the cells as a spreadsheet does: as many in each row, none of which begins a formula.
  private static func checkCells(_ written: [UInt8], count: Int) {
    var cells: [[UInt8]] = [[]]
    var rows = 0
    var width = 0
    var isQuoted = false
    for (index, byte) in written.enumerated() {
      if byte == 0x22 {
        isQuoted.toggle()
        continue
      }
      if !isQuoted, byte == 0x2C {
        cells.append([])
      } else if !isQuoted, byte == 0x0A, index > 0, written[index - 1] == 0x0D {
        if rows == 0 { width = cells.count }
        hold(cells.count == width, "a row of \(cells.count) cells of \(width)")
        for cell in cells {
          hold(!"=+-@".utf8.contains(cell.first ?? 0), "a cell begins a formula")
        }
        cells = [[]]
        rows += 1
      } else {
        cells[cells.count - 1].append(byte)
      }
    }
    hold(!isQuoted && rows == count + 1, "\(rows) rows for \(count) quotations")
  }
}
