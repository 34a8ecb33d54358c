/// Follows back whom the sentences before a pronoun are about, in a language whose subject stands
/// before its verb.
///
/// A sentence whose subject is such a pronoun itself goes on about the same person, so that whoever is
/// only named in it is passed over: "he had toured with so-and-so. In those shows, he joked".
struct TopicTrail {
  /// Most sentences that are gone back.
  static let farthest = 8
  /// Most tokens of a sentence that are read.
  static let longestSentence = 96
  /// Most tokens between a preposition or verb and the name that is its object.
  static let farthestObject = 6

  /// What a pronoun is about.
  enum Topic {
    /// A person, by the index of a name.
    case named(Int)
    /// Somebody whom the article only describes: "a witness", "her mother".
    case described(NounPhrase)
    /// Nobody since the place that was asked for.
    case none
  }

  let parties: ArticleParties
  /// The gender that the pronoun tells, if any.
  let gender: Gender?
  /// Whether a person may be meant.
  let agrees: (Int) -> Bool
  private var context: QuotationContext { parties.context }
  private var text: TokenizedDocument { context.text }

  /// Whom the sentences between two tokens are about.
  ///
  /// - Parameters:
  ///   - token: Where the pronoun stands.
  ///   - start: Where the words said last end; their own sentence tells nothing.
  /// - Returns: Whom they are about.
  func topic(before token: Int, since start: Int) -> Topic {
    let here = context.sentences.partitioningIndex { $0.tokens.upperBound > token }
    guard here < context.sentences.count else { return .none }
    let first = max(start, context.sentences[here].tokens.lowerBound)
    let own = min(first, token)..<token
    if let name = names(in: own).last(where: { !isObject($0) || isOwner($0) }) {
      return .named(name)
    }
    for index in stride(from: here - 1, through: max(0, here - Self.farthest), by: -1) {
      let sentence = context.sentences[index]
      guard sentence.tokens.lowerBound >= start else { return .none }
      guard !context.kind(ofParagraph: sentence.paragraph).isBeside else { continue }
      let range = sentence.tokens.prefix(Self.longestSentence)
      let subject = ClauseReader(context).mainSubject(of: range, before: range.upperBound)
      switch subject?.head {
      case .mention(let name) where isFitting(name): return .named(name)
      case .pronoun(isPlural: false, isThing: false):
        if let subject, goesOn(subject) { continue }
      case .role:
        // "The actor had left early": whom the sentences before are about, by another word.
        if let subject, isDefinite(subject), parties.roles.holder(of: subject) == nil { continue }
        if let subject, let found = described(subject, in: range) { return found }
      default: break
      }
      if index == here - 1, let new = introduced(in: range, subject) { return .described(new) }
      let names = names(in: range)
      if let name = names.last(where: { !isObject($0) }) ?? names.last { return .named(name) }
    }
    return .none
  }

  /// Somebody new with whom a sentence ends that is about nobody: "we heard it from another officer".
  private func introduced(in sentence: Range<Int>, _ subject: NounPhrase?) -> NounPhrase? {
    let text = text
    switch subject?.head {
    case .mention(let name) where context.names[name].kind == .person: return nil
    case .role, .collective: return nil
    case .pronoun(let isPlural, let isThing):
      let word = subject.map { text.text($0.headTokens).lowercased() } ?? ""
      guard isPlural || isThing || text.pack.settings.participants.contains(word) else {
        return nil
      }
    default: break
    }
    let end = context.trimmed(sentence.lowerBound..<sentence.upperBound).upperBound
    guard let phrase = ClauseReader(context).phrase(endingAt: end - 1, sentence.lowerBound),
      phrase.head == .role, phrase.headTokens.upperBound == end,
      phrase.tokens.lowerBound > sentence.lowerBound,
      // "Echoed by so-and-so, another tenant": what describes a name brings in nobody else.
      context.kind(phrase.tokens.lowerBound - 1) == .word
    else { return nil }
    let first = phrase.tokens.lowerBound
    let head = phrase.headTokens.lowerBound
    guard
      [first, head, head - 1].contains(where: {
        text.pack.settings.newArticles.contains(text.text($0..<$0 + 1))
      })
    else { return nil }
    if let own = text.gender(at: end - 1), gender != nil, own != gender { return nil }
    return phrase
  }

  /// Whether a subject is a pronoun that may mean the same person.
  private func goesOn(_ subject: NounPhrase) -> Bool {
    guard let own = text.pronounTraits(at: subject.headTokens.lowerBound)?.gender else {
      return false
    }
    return gender == nil || own == gender
  }

  /// Whether a subject is a noun with an article for what was told of before.
  private func isDefinite(_ subject: NounPhrase) -> Bool {
    let first = subject.tokens.lowerBound
    return text.pack.settings.articles.contains(text.text(first..<first + 1))
  }

  /// Whoever holds the role that is a sentence's subject, or the role itself.
  private func described(_ subject: NounPhrase, in sentence: Range<Int>) -> Topic? {
    let before = subject.tokens.lowerBound - 1
    // "Work as the mayor's aide was hard": a noun behind more than what opens a sentence is no subject.
    guard
      before < sentence.lowerBound || context.kind(before) != .word
        || text.classes(before).has(.connective)
    else { return nil }
    if let holder = parties.roles.holder(of: subject) {
      guard agrees(holder),
        let name = parties.entities[holder].mentions.last(where: {
          context.names[$0].tokens.lowerBound < subject.tokens.lowerBound
        })
      else { return nil }
      return .named(name)
    }
    if let own = text.gender(at: subject.headTokens.upperBound - 1), gender != nil, own != gender {
      return nil
    }
    return .described(subject)
  }

  /// The persons named in some tokens who may be meant, in text order.
  private func names(in range: Range<Int>) -> [Int] {
    let first = context.names.partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
    return (first..<context.names.count).prefix {
      context.names[$0].tokens.upperBound <= range.upperBound
    }.filter(isFitting)
  }

  private func isFitting(_ name: Int) -> Bool {
    let own = context.names[name]
    return own.kind == .person && own.cases.isDisjoint(with: .caseMarkers)
      && !context.isBracketed(own) && text.pair(at: own.tokens.lowerBound) == nil
      && !context.isModifier(own) && agrees(parties.entityOfName[name])
  }

  /// Whether something is told to be a person's: "under the mayor's plan for what she calls".
  private func isOwner(_ name: Int) -> Bool {
    let next = context.names[name].tokens.upperBound
    return next < text.tokens.count && context.kind(next) == .clitic
  }

  /// Whether a verb or preposition stands before a name, with nothing but what describes the person
  /// between: "featuring the pianist so-and-so".
  private func isObject(_ name: Int) -> Bool {
    context.isObject(context.names[name].tokens.lowerBound)
  }
}

extension QuotationContext {
  /// Whether a name between an article and a noun only tells whose that is: "the so-and-so campaign".
  func isModifier(_ name: MentionProposal) -> Bool {
    let before = name.tokens.lowerBound - 1
    let next = name.tokens.upperBound
    guard before >= 0, next < text.tokens.count, kind(next) == .word, text.tokens[next].style == 0,
      text.pack.settings.articles.contains(text.text(before..<before + 1))
    else { return false }
    return text.functionType(next) == nil && !text.classes(next).has(.pronoun)
      && !ClauseReader(self).isVerb(next) && !text.hasFiniteEnding(next)
  }

  /// Whether a verb or preposition stands before what begins at a token, with nothing but a
  /// description between; whom an act is done by is no object.
  func isObject(_ token: Int) -> Bool {
    let reader = ClauseReader(self)
    var index = token - 1
    while index >= 0, token - index <= TopicTrail.farthestObject {
      guard kind(index) == .word, name(at: index) == nil, !text.classes(index).has(.timeWord)
      else { return false }
      switch text.functionType(index) {
      case .adposition:
        return !text.pack.settings.agentWords.contains(text.text(index..<index + 1))
      case .determiner, .quantifier: break
      case nil:
        if text.classes(index).has(.pronoun), reader.pronounCase(index) != .possessive {
          return false
        }
        if reader.isVerb(index) { return true }
      default: return false
      }
      index -= 1
    }
    return false
  }
}
