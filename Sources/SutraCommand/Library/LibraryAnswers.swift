import SutraCore
import SutraLibrary
import SutraReader
import SutraResources
import SutraWords

/// Questions to the library as people ask them, in the words that it looks for.
struct LibraryQuestions {
  private var kept = KeptArticles()

  /// What some words ask for, in the library's own form.
  mutating func words(_ text: String) -> [[String]] { kept.query(text) }

  /// Whom a name asks for, in whatever script; `nil` where there is no word in it.
  mutating func name(_ typed: String) -> NameQuestion? {
    let (text, role) = Self.parts(typed)
    let words = kept.query(text)
    guard !words.isEmpty else { return nil }
    // Of a word with a case ending one of its stems is what stands in another script.
    var texts = [text]
    if words.count == 1 { texts += words[0].dropFirst() }
    return NameQuestion(
      words, others: texts.compactMap { OtherScriptSearch($0, in: .builtIn) }, role: role)
  }

  /// A name and, behind a comma, the role of whom is meant.
  static func parts(_ text: String) -> (name: String, role: String?) {
    let parts = text.split(separator: ",", maxSplits: 1).map { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
    return (parts.first ?? text, parts.count > 1 ? parts[1] : nil)
  }

  /// Who is one person under several names.
  static let identity = PersonIdentity(.builtIn)

  /// Who said what.
  mutating func said(
    speaker: String?, about: String, outlet: String? = nil, kind: String? = nil,
    type: String? = nil
  ) -> QuoteQuestion {
    var question = QuoteQuestion()
    question.speaker = speaker.flatMap { name($0) }
    question.about = kept.query(about)
    question.outlet = outlet
    question.kind = kind
    question.type = type
    return question
  }
}

/// What the library answers, as a list shows it.
enum LibraryAnswers {
  /// Most rows that are listed.
  static let mostRows = 1_000

  /// The answer to a question.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - library: Where the answer stands.
  /// - Returns: The answer; `nil` where the question holds no word.
  /// - Throws: `LibraryError`.
  static func answer(
    _ question: LibraryQuestion, in library: Library
  ) throws(LibraryError) -> LibraryAnswer? {
    var questions = LibraryQuestions()
    switch question {
    case .articles:
      var rows: [LibraryRow] = []
      try library.eachKept { rows.append(row($0)) }
      return articles(rows)
    case .who(let name):
      guard let asked = questions.name(name) else { return nil }
      let (persons, dossier) = try library.who(
        asked, most: mostRows, LibraryQuestions.identity)
      var rows: [LibraryRow] = []
      if let dossier { try library.eachQuote(of: dossier) { rows.append(row($0)) } }
      return LibraryAnswer(
        title: say("shelf.said-by", ["name": persons.first?.names.first?.name ?? name]),
        head: lines(of: persons, dossier), rows: rows, isArticles: false)
    case .said(let asked):
      var wanted = questions.said(
        speaker: asked.speaker, about: asked.about, outlet: asked.outlet, kind: asked.kind,
        type: asked.type)
      wanted.about = try OtherScriptWords.adding(to: wanted.about, from: library)
      wanted.since = asked.since.flatMap(FeedItems.seconds)
      wanted.most = mostRows
      return LibraryAnswer(
        title: say("shelf.said"), rows: try library.said(wanted).map(row), isArticles: false)
    case .same(let text):
      let found = try library.same(as: text) { questions.words($0) }
      return LibraryAnswer(
        title: say("shelf.same"), rows: found.map { row($0) }, isArticles: false)
    case .groups:
      return LibraryAnswer(
        title: say("shelf.groups"), rows: try library.sameGroups().flatMap(rows),
        isArticles: false)
    case .find(let text):
      let typed = questions.words(text)
      guard !typed.isEmpty else { return nil }
      let words = try OtherScriptWords.adding(to: typed, from: library)
      var around = WordsAround(words)
      let rows = try library.find(words, most: mostRows / 4).map { found in
        row(found.article, found.text, around.first(in: found.text, found.language))
      }
      return LibraryAnswer(
        title: say("shelf.found", ["words": text]), rows: rows, isArticles: false)
    }
  }

  /// Articles as the list of all shows them.
  static func articles(_ rows: [LibraryRow]) -> LibraryAnswer {
    LibraryAnswer(title: say("shelf.title"), rows: rows, isArticles: true)
  }

  /// An article as a row.
  static func row(_ kept: KeptRow) -> LibraryRow {
    LibraryRow(
      article: kept.id, origin: kept.origin, date: kept.date, lead: kept.outlet,
      text: kept.title.isEmpty ? kept.origin : kept.title, outlet: kept.outlet,
      quotes: kept.quotes, sources: kept.sources, isRead: kept.isRead, isStarred: kept.isStarred)
  }

  private static func row(_ found: FoundQuote) -> LibraryRow {
    let quote = found.quote
    let denied = quote.isNegated ? " · " + say("said.denied") : ""
    let about = [quote.role, found.title, found.outlet].compactMap { $0 }.filter { !$0.isEmpty }
    return LibraryRow(
      article: found.article, origin: found.origin, date: found.date,
      lead: quote.speaker?.name ?? say("said.nobody"), text: quote.text,
      detail: about.joined(separator: " · ") + denied, outlet: found.outlet,
      isRead: found.isRead, isStarred: found.isStarred,
      anchor: TextAnchor(exact: found.exact, prefix: "", suffix: "", place: quote.start))
  }

  /// The rows of a group: who had the words first, and below the others.
  private static func rows(_ group: [SameQuote]) -> [LibraryRow] {
    group.enumerated().map { $0 == 0 ? row($1.found) : row($1, mark: "↳ ") }
  }

  private static func row(_ same: SameQuote, mark: String = "") -> LibraryRow {
    let own = row(same.found)
    return LibraryRow(
      article: own.article, origin: own.origin, date: own.date, lead: mark + own.lead,
      text: same.difference.text, detail: own.detail, outlet: own.outlet, isRead: own.isRead,
      isStarred: own.isStarred, anchor: own.anchor)
  }

  private static func row(
    _ kept: KeptRow, _ text: String, _ found: (words: String, place: Span?)
  ) -> LibraryRow {
    let source = SourceText(validBytes: Array(text.utf8))
    return LibraryRow(
      article: kept.id, origin: kept.origin, date: kept.date,
      lead: kept.outlet.isEmpty ? kept.title : kept.outlet, text: found.words,
      detail: kept.title, outlet: kept.outlet, quotes: kept.quotes, sources: kept.sources,
      isRead: kept.isRead, isStarred: kept.isStarred,
      anchor: found.place.map { TextAnchor($0, in: source) })
  }

  /// What is known of the first of some persons, and who else there is of that name.
  static func lines(of persons: [KeptPerson], _ dossier: Dossier?) -> [String] {
    guard let person = persons.first, let dossier else { return [say("library.nothing-like")] }
    var lines = lines(of: dossier)
    if person.names.count(where: { $0.quotes > 0 }) > 1 {
      lines.append(
        say("dossier.one-person", ["percent": Int((person.confidence * 100).rounded())]))
    }
    let quoted = persons.dropFirst().filter { $0.quotes > 0 || person.quotes == 0 }
    if !quoted.isEmpty {
      let others = quoted.prefix(20).map { other in
        "\(other.names[0].told) (\(digits(other.quotes)))"
      }
      lines.append("\(say("dossier.same-name")): \(others.joined(separator: "; "))")
    }
    return lines
  }

  /// What is known of somebody, in a few lines.
  static func lines(of dossier: Dossier) -> [String] {
    var days = DayTexts()
    func line(_ label: String, _ names: [CountedName]) -> [String] {
      guard !names.isEmpty else { return [] }
      let order = ListOrder.builtIn.ranks(of: names.map(\.name))
      let sorted = zip(names, order).sorted { ($1.0.count, $0.1) < ($0.0.count, $1.1) }
      let parts = sorted.map { name, _ in
        let (first, last) = (days.text(name.first), days.text(name.last))
        let time = first == last ? first : say("dossier.days", ["first": first, "last": last])
        return "\(name.name) (\(digits(name.count)), \(time))"
      }
      return ["\(label): \(parts.joined(separator: "; "))"]
    }
    var sum = [say("count.quotes", ["count": dossier.quotes])]
    if dossier.negated > 0 { sum.append(say("dossier.denied", ["count": dossier.negated])) }
    sum.append(say("dossier.articles", ["count": dossier.articles]))
    return [sum.joined(separator: ", ")] + line(say("dossier.names"), dossier.names)
      + line(say("dossier.roles"), dossier.roles) + line(say("dossier.outlets"), dossier.outlets)
      + line(say("dossier.to"), dossier.addressees) + line(say("dossier.others"), dossier.others)
  }
}
