import SutraCore
import SutraExport
import SutraFeeds
import SutraLibrary
import SutraReader
import SutraWords

/// `sutra library corrections` and `sutra library notes`: what was made of articles by hand.
enum HandCommands {
  /// Writes what was set right: as rows for people, or as analyses that say so, which can train.
  static func corrections(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let library = try UserLibrary.open()
    let all = try UserLibrary.using { () throws(LibraryError) in
      try library.corrections().sorted { $0.key < $1.key }
    }
    if RowFormat(invocation) == .jsonl {
      let analyzer = try invocation.analyzer()
      for (origin, corrections) in all {
        let kept = try UserLibrary.using { () throws(LibraryError) in
          try KeptDocument.document(origin, library, analyzer)
        }
        guard let kept else { continue }
        let article = analyzer.article(kept).corrected(by: corrections)
        try Output.write(AnalysisWriter.line(article) + [0x0A])
      }
      return ExitStatus.success
    }
    var rows = RowOutput(RowFormat(invocation), ["origin", "what", "words", "now"])
    for (origin, corrections) in all {
      for correction in corrections {
        let (what, now) = summary(correction)
        let words = ExportWords.line(correction.anchor.exact)
        rows.add(
          [.text(origin), .text(what), .text(words), .text(now)],
          text: [origin, what, words, now].joined(separator: "\t"))
      }
    }
    try rows.end(nothing: say("library.corrections-none"))
    return ExitStatus.success
  }

  /// What a correction is, and what is so now, in words.
  private static func summary(_ correction: Correction) -> (what: String, now: String) {
    switch correction {
    case .noQuotation: return ("no-quote", "")
    case .noName: return ("no-name", "")
    case .name(let name):
      return ("name", [name.kind?.rawValue, name.name].compactMap { $0 }.joined(separator: " "))
    case .quotation(let quotation):
      var now = [quotation.form?.rawValue, quotation.content.map { ExportWords.line($0.exact) }]
      switch quotation.speaker {
      case nil: break
      case .nobody: now.append(say("said.nobody"))
      case .somebody(let name, let kind, let anchor):
        now.append(name ?? anchor?.exact ?? kind.rawValue)
      }
      return ("quote", now.compactMap { $0 }.joined(separator: " "))
    }
  }

  /// Writes what was noted.
  static func notes(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let library = try UserLibrary.open()
    let notes = try UserLibrary.using { () throws(LibraryError) in try library.notes() }
    var rows = RowOutput(
      RowFormat(invocation), ["origin", "title", "made", "note", "words", "start"])
    for note in notes {
      let words = ExportWords.line(note.anchor.exact)
      rows.add(
        [
          .text(note.origin), .text(note.title), .text(FeedDate.text(note.made)),
          .text(note.text), .text(words), .number(note.anchor.place),
        ],
        text: "\(LibraryRows.day(note.made))\t\(note.text)\t\(words)\t\(note.origin)")
    }
    try rows.end(nothing: say("library.notes-none"))
    return ExitStatus.success
  }

  /// `sutra library merge` and `sutra library split`: two names are one person, or two; `undo` takes
  /// the last word on that back.
  static func rule(_ words: [String], isSame: Bool) throws(CommandError) -> Int32 {
    let library = try UserLibrary.open()
    let sentence = try UserLibrary.using { () throws(LibraryError) in
      try rule(words, isSame: isSame, in: library)
    }
    guard let sentence else { throw .usage(say("usage.library-merge")) }
    try Output.write(Array((HarmlessText.of(sentence) + "\n").utf8))
    return ExitStatus.success
  }

  /// Remembers that two names are one person, or two, and tells so; `nil` where it is not told which
  /// two.
  static func rule(
    _ words: [String], isSame: Bool, in library: Library
  ) throws(LibraryError) -> String? {
    if words == ["undo"] {
      guard let ruling = try library.undoRuling() else { return say("person.nothing-to-undo") }
      return say("person.undone", ["one": ruling.one, "other": ruling.other])
    }
    guard words.count == 2, words.allSatisfy({ !SearchWords.key(of: $0).isEmpty }) else {
      return nil
    }
    // Of two persons of one name the other one is told by a role.
    let (other, role) = LibraryQuestions.parts(words[1])
    let isOneName = SearchWords.key(of: words[0]) == SearchWords.key(of: other)
    guard !isOneName || role != nil else { return say("person.needs-role", ["name": other]) }
    try library.rule(
      words[0], other, role: isOneName ? role : nil, isSame: isSame, at: UserLibrary.now)
    return say(
      isSame ? "person.one" : "person.two", ["one": words[0], "other": words[1]])
  }
}
