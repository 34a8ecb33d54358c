/// Finds where a content ends that is no clause: behind a name that is given, before when and where it was said.
extension ContentReach {
  /// Most tokens between a word that opens a clause of its own and the verb that names something in it.
  private static let longestNaming = 8

  /// Most words between an article and the noun that sums up what was said.
  private static let longestComment = 3

  /// Whether reporters sum up behind a dash what was said: "said it was late - a claim the mayor denies".
  func opensComment(_ first: Int) -> Bool {
    let nouns = text.pack.settings.summingNouns
    guard !nouns.isEmpty, first + 1 < clause.tokens.upperBound,
      text.pack.settings.newArticles.contains(text.text(first..<first + 1)),
      !(first + 1..<clause.tokens.upperBound).contains(where: {
        context.kind($0) == .dash && text.tokens[$0].followsBlank
      })
    else { return false }
    let limit = min(clause.tokens.upperBound, first + 1 + Self.longestComment)
    for index in first + 1..<max(first + 1, limit) {
      guard context.kind(index) == .word, text.functionType(index) == nil else { return false }
      if nouns.contains(text.text(index..<index + 1)) { return true }
    }
    return false
  }

  /// Where a content ends that a naming cue opens: behind the last of the marks at its end, or, in "what they call
  /// a bargain, ...", at the first comma.
  func namedEnd(_ content: Range<Int>, _ cue: Cue) -> Int {
    guard context.isNaming(cue) else { return content.upperBound }
    guard let first = content.first(where: { opensPair($0, before: content.upperBound) }) else {
      guard standsInFreeRelative(cue) else { return content.upperBound }
      return content.first {
        context.kind($0) == .comma || text.functionType($0)?.isVerbal == true
      } ?? content.upperBound
    }
    var close = text.pair(at: first)?.close ?? first
    while let next = nextMarks(behind: close, before: content.upperBound),
      let pair = text.pair(at: next), pair.close > close
    {
      close = pair.close
    }
    let behind = close + 1
    guard behind < content.upperBound, endsPhrase(behind),
      !(behind..<content.upperBound).contains(where: { opensPair($0, before: content.upperBound) })
    else { return content.upperBound }
    return behind
  }

  private func opensPair(_ index: Int, before end: Int) -> Bool {
    text.pair(at: index).map { $0.open == index && $0.close < end } ?? false
  }

  /// Where further marks open, of which conjunctions and articles alone part those that close at a token.
  private func nextMarks(behind close: Int, before end: Int) -> Int? {
    var index = close + 1
    while index < min(end, close + 4) {
      if opensPair(index, before: end) { return index }
      guard
        context.kind(index) == .comma || text.functionType(index) == .conjunction
          || text.functionType(index) == .determiner
      else { return nil }
      index += 1
    }
    return nil
  }

  /// Whether a token behind marks is no part of the phrase that they end: "“wild” | in a letter", as against "“wild”
  /// claims".
  private func endsPhrase(_ index: Int) -> Bool {
    switch context.kind(index) {
    case .comma, .dash: return true
    case .word: break
    default: return false
    }
    if text.classes(index).has(.timeWord) { return true }
    switch text.functionType(index) {
    case .adposition: return text.pack.settings.occasionWords.contains(text.text(index..<index + 1))
    case .conjunction, .infinitive: return true
    case let type: return type?.isVerbal == true
    }
  }

  /// Whether a cue stands in a clause that is a part of the sentence: "what she called a ...".
  private func standsInFreeRelative(_ cue: Cue) -> Bool {
    let words = text.pack.settings.freeRelatives
    guard !words.isEmpty else { return false }
    let first = max(clause.sentence.lowerBound, cue.tokens.lowerBound - Self.longestNaming)
    for index in stride(from: cue.tokens.lowerBound - 1, through: first, by: -1) {
      guard context.kind(index) == .word || context.kind(index) == .clitic else { return false }
      if words.contains(text.text(index..<index + 1).lowercased()) { return true }
    }
    return false
  }

  /// A content that is no clause without the time or occasion of the report at its end: "his support for the plan |
  /// in a letter on Friday".
  func withoutOccasion(_ content: Range<Int>) -> Range<Int> {
    guard content.count > 2, context.form(of: content) == .indirect, !hasVerb(content),
      !content.contains(where: {
        text.functionType($0) == .infinitive || isParticiple($0) || context.kind($0) == .comma
      })
    else { return content }
    let start = content.dropFirst().first { index in
      if text.classes(index).has(.timeWord), index + 1 == content.upperBound,
        text.functionType(index - 1) == nil, context.kind(index - 1) == .word
      {
        return context.name(at: index) == nil
      }
      return text.pack.settings.occasionWords.contains(text.text(index..<index + 1))
        && isOccasion(index + 1, content.upperBound)
    }
    guard let start else { return content }
    let rest = context.trimmed(content.lowerBound..<start)
    // What is the greater part of a content is no aside.
    return rest.contains { context.kind($0) == .word && text.functionType($0) == nil }
      && 2 * text.span(rest).length >= text.span(content).length ? rest : content
  }

  /// Whether the phrase at a token is a time, or a text that nobody knows yet, and nothing but another preposition
  /// follows it.
  private func isOccasion(_ first: Int, _ end: Int) -> Bool {
    guard first < end else { return false }
    let isNew = text.pack.settings.newArticles.contains(text.text(first..<first + 1))
    for index in first..<end where text.functionType(index) != .adposition {
      guard [.word, .number, .clitic, .other].contains(context.kind(index)) else { return false }
      let classes = text.classes(index)
      // A day or month has a capital: what has to do with a quarter or year may be what is told.
      guard
        classes.has(.timeWord) && text.tokens[index].isCapitalized
          || classes.has(.document) && isNew
      else { continue }
      let next = (index + 1..<end).first { context.kind($0) != .number } ?? end
      return next == end || text.functionType(next) == .adposition
        || text.classes(next).has(.timeWord)
    }
    return false
  }
}
