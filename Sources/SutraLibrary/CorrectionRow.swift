import SutraCore

/// A correction as a row of the library has it: what it is, and what is so, as named facts.
struct CorrectionRow {
  /// Parts facts from each other, and a fact's name from its values; no text has these.
  private static let betweenFacts: Character = "\u{1E}"
  private static let betweenValues: Character = "\u{1F}"

  let what: String
  let facts: String

  init(_ correction: Correction) {
    var rows: [[String]] = []
    switch correction {
    case .noQuotation: what = "no-quotation"
    case .noName: what = "no-name"
    case .quotation(let correction):
      what = "quotation"
      if let content = correction.content { rows.append(["content"] + Self.values(content)) }
      if let form = correction.form { rows.append(["form", form.rawValue]) }
      if let cue = correction.cue { rows.append(["cue"] + Self.values(cue)) }
      switch correction.speaker {
      case nil: break
      case .nobody: rows.append(["nobody"])
      case .somebody(let name, let kind, let anchor):
        rows.append(["speaker", kind.rawValue])
        if let name { rows.append(["name", name]) }
        if let anchor { rows.append(["words"] + Self.values(anchor)) }
      }
    case .name(let correction):
      what = "name"
      if let kind = correction.kind { rows.append(["kind", kind.rawValue]) }
      if let name = correction.name { rows.append(["name", name]) }
      if !correction.isEverywhere { rows.append(["here"]) }
    }
    facts = rows.map { $0.joined(separator: String(Self.betweenValues)) }
      .joined(separator: String(Self.betweenFacts))
  }

  /// The correction of a row; `nil` for one of a later version, which is passed over.
  static func correction(_ what: String, at anchor: TextAnchor, _ facts: String) -> Correction? {
    var known: [String: [String]] = [:]
    for row in facts.split(separator: betweenFacts) {
      let parts = row.split(separator: betweenValues, omittingEmptySubsequences: false)
        .map(String.init)
      known[parts[0]] = Array(parts.dropFirst())
    }
    switch what {
    case "no-quotation": return .noQuotation(anchor)
    case "no-name": return .noName(anchor)
    case "quotation":
      var speaker: SpeakerCorrection?
      if known["nobody"] != nil { speaker = .nobody }
      if let kind = known["speaker"]?.first.flatMap(SpeakerKind.init) {
        speaker = .somebody(
          name: known["name"]?.first, kind: kind, at: known["words"].flatMap(Self.anchor))
      }
      return .quotation(
        QuotationCorrection(
          at: anchor, content: known["content"].flatMap(Self.anchor),
          form: known["form"]?.first.flatMap(QuotationForm.init),
          cue: known["cue"].flatMap(Self.anchor), speaker: speaker))
    case "name":
      return .name(
        NameCorrection(
          at: anchor, kind: known["kind"]?.first.flatMap(EntityKind.init),
          name: known["name"]?.first, isEverywhere: known["here"] == nil))
    default: return nil
    }
  }

  private static func values(_ anchor: TextAnchor) -> [String] {
    [anchor.exact, anchor.prefix, anchor.suffix, "\(anchor.place)"]
  }

  private static func anchor(_ values: [String]) -> TextAnchor? {
    guard values.count == 4, let place = Int(values[3]) else { return nil }
    return TextAnchor(exact: values[0], prefix: values[1], suffix: values[2], place: place)
  }
}

extension TextAnchor {
  /// The anchor that stands in four columns of a row.
  init(_ row: Database.Row, from column: Int) {
    self.init(
      exact: row.text(column), prefix: row.text(column + 1), suffix: row.text(column + 2),
      place: row.number(column + 3))
  }

  /// What stands in four columns.
  var columns: [Database.Value] { [.text(exact), .text(prefix), .text(suffix), .number(place)] }
}
