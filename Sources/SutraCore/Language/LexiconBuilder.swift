/// Fills a lexicon from tables.
struct LexiconBuilder {
  /// What has been read so far.
  private(set) var draft = LexiconDraft(capacity: 65_536)
  /// For each verb lemma its forms, each with the frame it gives to a cue.
  private var paradigms: [String: [(form: [UInt8], frame: CueFrame)]] = [:]

  /// Adds a table of one sense a row.
  mutating func add(_ table: Table, _ layout: TableLayout) throws(LexiconError) {
    try table.forEachRow(columnCount: 1 + layout.columns.count) { (row) throws(LexiconError) in
      var value: Int32 = -1
      var attribute: UInt8 = 0
      var detail: UInt8 = 0
      for (column, range) in zip(layout.columns, row.columns.dropFirst()) {
        switch column {
        case .value:
          let text = table.text(range)
          if text != "-" && range != row.columns[0] { value = draft.number(of: text) }
        case .attribute(let words): attribute = try Self.index(of: range, in: words, table, row)
        case .detail(let words): detail = try Self.index(of: range, in: words, table, row)
        case .trait(let words, let shift):
          if table.text(range) != "-" {
            detail |= (try Self.index(of: range, in: words, table, row) + 1) << shift
          }
        case .remark: break
        }
      }
      draft.add(
        table.bytes, row.columns[0],
        Sense(
          lexicalClass: layout.lexicalClass, attribute: attribute, detail: detail, value: value))
    }
  }

  /// Adds the paradigms that rows of `cues.tsv` refer to, and marks the forms as verbs.
  mutating func addVerbForms(_ table: Table) throws(LexiconError) {
    let frames = [CueFrame.verb, .participle, .passive].map(\.word)
    try table.forEachRow(columnCount: 3) { (row) throws(LexiconError) in
      let frame = try Self.index(of: row.columns[2], in: frames, table, row)
      let form = Array(UnsafeRawBufferPointer(rebasing: table.bytes[row.columns[1]]))
      paradigms[table.text(row.columns[0]), default: []].append(
        (form, [.verb, .participle, .passive][Int(frame)]))
      draft.add(
        table.bytes, row.columns[1],
        Sense(lexicalClass: .lightVerb, attribute: frame, detail: 0, value: -1))
    }
  }

  /// Adds cues; a form whose last word is `~` and a verb lemma stands for all forms of that verb.
  mutating func addCues(_ table: Table) throws(LexiconError) {
    let classes = CueClass.allCases.map(\.word)
    let frames = CueFrame.allCases.map(\.word)
    try table.forEachRow(columnCount: 5) { (row) throws(LexiconError) in
      let lemma = draft.number(of: table.text(row.columns[1]))
      let cueClass = try Self.index(of: row.columns[2], in: classes, table, row)
      let frame = try Self.index(of: row.columns[3], in: frames, table, row)
      let share = Self.percentage(table.text(row.columns[4]))
      let form = row.columns[0]
      guard let tilde = form.first(where: { table.bytes[$0] == 0x7E }) else {
        draft.add(
          table.bytes, form,
          Sense(
            lexicalClass: .cue, attribute: frame, detail: cueClass, value: lemma, share: share))
        return
      }
      let verb = table.text(tilde + 1..<form.upperBound)
      guard let forms = paradigms[verb] else {
        throw .unknownValue(
          file: table.file, line: row.line, value: verb, allowed: paradigms.keys.sorted())
      }
      let lead = Array(UnsafeRawBufferPointer(rebasing: table.bytes[form.lowerBound..<tilde]))
      for (form, ownFrame) in forms {
        let ruled = CueFrame(rawValue: frame) == .verb ? ownFrame.rawValue : frame
        (lead + form).withUnsafeBytes { bytes in
          draft.add(
            bytes, 0..<bytes.count,
            Sense(
              lexicalClass: .cue, attribute: ruled, detail: cueClass, value: lemma, share: share))
        }
      }
    }
  }

  /// Adds words that are no names by themselves.
  mutating func addCommonWords(_ table: Table) throws(LexiconError) {
    try table.forEachRow(columnCount: 1) { row in
      draft.addCommonWord(table.bytes, row.columns[0])
    }
  }

  /// Reads case endings: form, cases parted by `+`, and what they follow.
  static func endings(_ tables: [Table]) throws(LexiconError) -> EndingTable {
    var endings = EndingTable()
    for table in tables {
      try table.forEachRow(columnCount: 3) { (row) throws(LexiconError) in
        endings.add(try ending(table, row))
      }
    }
    return endings
  }

  private static func ending(
    _ table: Table, _ row: Table.Row
  ) throws(LexiconError) -> EndingTable.Ending {
    var cases: CaseSet = []
    for word in table.text(row.columns[1]).split(separator: "+") {
      guard let named = CaseSet.names[String(word)] else {
        throw .unknownValue(
          file: table.file, line: row.line, value: String(word),
          allowed: CaseSet.names.keys.sorted())
      }
      cases.formUnion(named)
    }
    let follows = try index(of: row.columns[2], in: ["any", "vowel", "consonant"], table, row)
    var key: [UInt8] = []
    _ = KeyFolding.append(table.bytes, row.columns[0], to: &key)
    return .init(key: key, cases: cases, followsVowel: follows == 0 ? nil : follows == 1)
  }

  /// The whole number of hundredths in a share such as "0.85"; 100 for what is no such share.
  private static func percentage(_ text: String) -> UInt8 {
    let digits = text.split(separator: ".")
    guard digits.count == 2, digits[0] == "0", digits[1].utf8.count == 2 else { return 100 }
    return UInt8(digits[1]) ?? 100
  }

  private static func index(
    of range: Range<Int>, in words: [String], _ table: Table, _ row: Table.Row
  ) throws(LexiconError) -> UInt8 {
    let word = table.text(range)
    guard let index = words.firstIndex(of: word) else {
      throw .unknownValue(file: table.file, line: row.line, value: word, allowed: words)
    }
    return UInt8(index)
  }
}
