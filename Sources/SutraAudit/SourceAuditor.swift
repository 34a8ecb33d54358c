import SutraCompare
import SutraCore

/// Weighs what an article rests on.
public struct SourceAuditor: Sendable {
  /// The part of a sentence's words from which on somebody says it.
  private static let leastShare = 5
  /// Fewest words of a claim.
  private static let leastWords = 3
  /// Most words of a line that credits somebody and claims nothing.
  private static let longestCredit = 8

  /// The auditor with the words that travel inside the binary.
  public static let standard = SourceAuditor()

  private let claimWords: ClaimWords
  private let genderWords: GenderWords
  private let comparisonWords: ComparisonWords

  /// Makes an auditor with words of accusations and superlatives, those that tell a gender, and those
  /// that tell numbers.
  public init(
    _ claimWords: ClaimWords = .builtIn, _ genderWords: GenderWords = .builtIn,
    _ comparisonWords: ComparisonWords = .builtIn
  ) {
    (self.claimWords, self.genderWords) = (claimWords, genderWords)
    self.comparisonWords = comparisonWords
  }

  /// What an article rests on.
  ///
  /// - Parameter article: The article, analysed.
  /// - Returns: Its audit.
  public func audit(_ article: Article) -> SourceAudit {
    let counter = WordCounter(article.document.text.bytes)
    let owners = Self.owners(of: counter, article)
    var (quoted, speakers) = Self.quoted(article, owners)
    let reader = GenderReader(article: article, words: genderWords)
    for number in speakers.indices where speakers[number].isPerson {
      let told = reader.told(of: speakers[number].quotations)
      (speakers[number].gender, speakers[number].genderSpan) = (told?.gender, told?.span)
    }
    let found = sentences(article.sentences, article, counter, owners)
    return SourceAudit(
      sentences: found, quotations: quoted, speakers: speakers,
      anonymous: Self.anonymous(article), accused: accused(found, article, counter),
      relayed: Self.relayed(article))
  }

  /// For each word the outermost quotation that has it, or -1.
  private static func owners(of counter: WordCounter, _ article: Article) -> [Int] {
    var owners = [Int](repeating: -1, count: counter.words.count)
    for (index, quotation) in article.quotations.enumerated()
    where quotation.parent == nil && !article.onlyCarriesOn(index) {
      for segment in quotation.segments {
        for word in counter.numbers(in: segment) where owners[word] < 0 { owners[word] = index }
      }
    }
    return owners
  }

  private static func quoted(
    _ article: Article, _ owners: [Int]
  ) -> ([SourceAudit.Quoted], [SourceAudit.Speaker]) {
    var words = [Int](repeating: 0, count: article.quotations.count)
    for owner in owners where owner >= 0 { words[owner] += 1 }
    var speakers: [SourceAudit.Speaker] = []
    var numbers: [String: Int] = [:]
    var quoted: [(quotation: Int, speaker: Int)] = []
    for (index, quotation) in article.quotations.enumerated()
    where quotation.parent == nil && !article.onlyCarriesOn(index) {
      let (key, name, kind) = party(article.attributions[index], article)
      let number = numbers[key] ?? speakers.count
      if number == speakers.count {
        numbers[key] = number
        speakers.append(
          SourceAudit.Speaker(
            name: name, kind: kind, words: 0, quotations: [],
            isPerson: isPerson(article.attributions[index].speaker, kind, article)))
      }
      speakers[number].words += words[index]
      speakers[number].quotations.append(index)
      quoted.append((index, number))
    }
    let order = speakers.indices.sorted {
      speakers[$0].words == speakers[$1].words ? $0 < $1 : speakers[$0].words > speakers[$1].words
    }
    var places = [Int](repeating: 0, count: speakers.count)
    for (place, number) in order.enumerated() { places[number] = place }
    return (
      quoted.map {
        SourceAudit.Quoted(
          quotation: $0.quotation, words: words[$0.quotation], speaker: places[$0.speaker])
      }, order.map { speakers[$0] }
    )
  }

  /// Who says something: what tells the speaker from others, the name, and the kind.
  private static func party(
    _ attribution: Attribution, _ article: Article
  ) -> (key: String, name: String?, kind: SpeakerKind?) {
    guard let speaker = attribution.speaker, speaker.name != nil || speaker.span != nil else {
      return ("", nil, nil)
    }
    let name = speaker.name ?? speaker.span.map { article.document.text[$0] } ?? ""
    var kind = speaker.kind
    if kind == .pronoun || kind == .implicit {
      let source = article.sources.first {
        speaker.entity != nil ? $0.entity == speaker.entity : $0.name == name
      }
      if let told = source?.kind { kind = told }
    }
    if kind == .role, speaker.entity.map({ article.entities[$0].kind == .person }) == true {
      kind = .named
    }
    return (speaker.entity.map { "e\($0)" } ?? "n\(name)", name, kind)
  }

  /// Whether one person speaks, by name, by role or without either.
  private static func isPerson(
    _ speaker: Speaker?, _ kind: SpeakerKind?, _ article: Article
  ) -> Bool {
    guard let speaker, !speaker.isCollective else { return false }
    if let entity = speaker.entity { return article.entities[entity].kind == .person }
    return kind == .named || kind == .role || kind == .anonymous
  }

  private func sentences(
    _ spans: [Span], _ article: Article, _ counter: WordCounter, _ owners: [Int]
  ) -> [SourceAudit.Sentence] {
    let signs = wordSigns(article, counter)
    let amounts = article.mentions.filter { $0.kind == .quantity }.map(\.span.start)
    let credits = article.sources.filter { source in
      source.roles.contains { $0 == .credit || $0 == .byline || $0 == .photo }
    }.flatMap(\.spans)
    let carried = article.quotations.indices.filter {
      article.quotations[$0].parent == nil && article.onlyCarriesOn($0)
    }.map { article.quotations[$0].content }
    var (amount, next) = (0, 0)
    return spans.map { span in
      let numbers = counter.numbers(in: span)
      var quotations: [Int] = []
      var attributed = 0
      for word in numbers where owners[word] >= 0 {
        attributed += 1
        if quotations.last != owners[word], !quotations.contains(owners[word]) {
          quotations.append(owners[word])
        }
      }
      let isAttributed = attributed > 0 && attributed * Self.leastShare >= numbers.count
      var found = Set(numbers.compactMap { signs[$0] })
      while amount < amounts.count, amounts[amount] < span.start { amount += 1 }
      if amount < amounts.count, amounts[amount] < span.end { found.insert(.number) }
      while next < carried.count, carried[next].end <= span.start { next += 1 }
      let carriesOn = next < carried.count && carried[next].start < span.end && attributed == 0
      let isCredit =
        numbers.count <= Self.longestCredit
        && credits.contains { $0.start >= span.start && $0.end <= span.end }
      let isTitle = article.document.title.map { $0.start < span.end && span.start < $0.end }
      let isQuestion = span.end > 0 && article.document.text.bytes[span.end - 1] == 0x3F
      return SourceAudit.Sentence(
        span: span, words: numbers.count, attributedWords: attributed, quotations: quotations,
        isAttributed: isAttributed, mayCarryOn: carriesOn,
        isClaim: !isAttributed && !isCredit && !(isTitle ?? false) && !isQuestion
          && numbers.count >= Self.leastWords,
        signs: ClaimSign.allCases.filter(found.contains))
    }
  }

  /// What each word says that makes its sentence one to check; the numbers of dates say nothing.
  private func wordSigns(_ article: Article, _ counter: WordCounter) -> [ClaimSign?] {
    let dates = article.mentions.filter { $0.kind == .date }.map(\.span)
    var date = 0
    var key: [UInt8] = []
    return article.document.text.bytes.withUnsafeBytes { bytes in
      counter.words.map { word in
        key.removeAll(keepingCapacity: true)
        let end = Self.endOfLetters(word, bytes)
        _ = KeyFolding.append(bytes, word.start..<end, to: &key)
        while date < dates.count, dates[date].end <= word.start { date += 1 }
        let isInDate = date < dates.count && dates[date].start <= word.start
        if !isInDate, comparisonWords.beginsNumber(key) { return .number }
        return claimWords.sign(of: key)
      }
    }
  }

  /// Where a word ends without the marks behind it.
  private static func endOfLetters(_ word: Span, _ bytes: UnsafeRawBufferPointer) -> Int {
    var end = word.end
    while end > word.start {
      var start = end - 1
      if (0x61...0x7A).contains(bytes[start]) { break }
      while start > word.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let last = String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars.last
      guard let properties = last?.properties, !properties.isAlphabetic,
        properties.numericType == nil, properties.generalCategory != .nonspacingMark
      else { break }
      end = start
    }
    return end
  }

  private static func anonymous(_ article: Article) -> [SourceAudit.Anonymous] {
    article.quotations.indices.compactMap { index in
      guard let speaker = article.attributions[index].speaker, speaker.isAnonymous else {
        return nil
      }
      return SourceAudit.Anonymous(
        quotation: index, speaker: speaker.span, reason: speaker.reason)
    }
  }

  private static func relayed(_ article: Article) -> [SourceAudit.Relayed] {
    article.quotations.indices.compactMap { index in
      let attribution = article.attributions[index]
      guard let origin = attribution.origin, let speaker = attribution.speaker else { return nil }
      return SourceAudit.Relayed(
        quotation: index,
        medium: speaker.name ?? speaker.span.map { article.document.text[$0] } ?? "",
        origin: origin.name)
    }
  }

  /// Persons in sentences that accuse, and whether they are heard.
  private func accused(
    _ sentences: [SourceAudit.Sentence], _ article: Article, _ counter: WordCounter
  ) -> [SourceAudit.Accused] {
    var answers: [Int: SourceAudit.Answer] = [:]
    for (index, quotation) in article.quotations.enumerated() {
      guard let entity = article.attributions[index].speaker?.entity else { continue }
      let stance = article.wording.stance(of: quotation)
      let isAnswer = stance != .declines && stance != .notSaid
      if isAnswer {
        answers[entity] = .quoted
      } else if answers[entity] == nil {
        answers[entity] = .declined
      }
    }
    var found: [SourceAudit.Accused] = []
    var seen: Set<Int> = []
    var mention = 0
    for sentence in sentences where sentence.signs.contains(.accusation) {
      let speakers = Set(
        sentence.quotations.compactMap {
          article.attributions[$0].speaker?.entity
        })
      while mention < article.mentions.count,
        article.mentions[mention].span.start < sentence.span.start
      { mention += 1 }
      var next = mention
      while next < article.mentions.count, article.mentions[next].span.start < sentence.span.end {
        let one = article.mentions[next]
        next += 1
        guard one.kind == .person, !speakers.contains(one.entity), seen.insert(one.entity).inserted
        else { continue }
        found.append(
          SourceAudit.Accused(
            entity: one.entity, span: one.span, answer: answers[one.entity] ?? .none))
      }
    }
    return found
  }
}
