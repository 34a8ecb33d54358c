import SutraCore
import SutraResources

/// The sources of an article as one row a party: what an article calls by several names, and the
/// medium through which it has somebody's words, are one.
struct PartyList: Sendable {
  /// The first source of each party; those first that say most.
  let parties: [Int]
  /// For each source the party that it belongs to.
  let partyOfSource: [Int]
  /// For each source the share of what is said of its party; 0 of one that begins no party.
  let shares: [Double]
  /// For each party that has more than one its sources, the first one first.
  private let several: [Int: [Int]]

  /// Most documents back that a short name such as "the report" may mean.
  private static let mostDocuments = 40

  /// Puts the sources of an article together.
  init(_ article: Article) {
    let sources = article.sources
    var first = Self.byName(article)
    // A medium goes with whom it carries, wherever that one stands in the list.
    let speakers = Self.speakers(sources)
    for index in sources.indices where first[index] == index {
      if let carried = Self.carried(by: sources[index], speakers) { first[index] = first[carried] }
    }
    var shares = [Double](repeating: 0, count: sources.count)
    var several: [Int: [Int]] = [:]
    for (index, source) in sources.enumerated() {
      let party = first[index]
      if source.roles.contains(.speaker) || party == index {
        shares[party] = min(1, shares[party] + source.share)
      }
      if party != index { several[party, default: [party]].append(index) }
    }
    partyOfSource = first
    self.shares = shares
    self.several = several
    parties = sources.indices.filter { first[$0] == $0 }.sorted {
      shares[$0] == shares[$1] ? $0 < $1 : shares[$0] > shares[$1]
    }
  }

  /// All sources of a party, the first one first.
  func members(of party: Int) -> [Int] { several[party] ?? [party] }

  /// For each source the first one that means the same thing.
  private static func byName(_ article: Article) -> [Int] {
    var first = Array(article.sources.indices)
    var entities: [Int: Int] = [:]
    var documents: [Int] = []
    let stems = WordStems(language: article.document.language, in: .builtIn)
    for (index, source) in article.sources.enumerated() {
      if let entity = source.entity {
        if let known = entities[entity] { first[index] = known } else { entities[entity] = index }
      } else if source.kind == .document {
        // "The report", behind "a report by the firm": the last document of that kind is meant.
        let words = source.name.split(separator: " ").map { $0.lowercased() }
        if let word = words.last, words.count <= 2,
          let known = documents.suffix(mostDocuments).last(where: {
            has(word, article.sources[$0].name, stems)
          })
        {
          first[index] = first[known]
        }
        documents.append(index)
      }
    }
    return first
  }

  /// Whether a word is one of a name's, with or without endings.
  private static func has(_ word: String, _ name: String, _ stems: WordStems) -> Bool {
    let wanted = Set([word] + stems.stems(of: word))
    return name.split(separator: " ").contains { part in
      let part = part.lowercased()
      return wanted.contains(part) || !wanted.isDisjoint(with: stems.stems(of: part))
    }
  }

  /// For each quotation the source that says it.
  private static func speakers(_ sources: [Source]) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (index, source) in sources.enumerated().reversed() where source.roles.contains(.speaker) {
      for quotation in source.quotations { found[quotation] = index }
    }
    return found
  }

  /// The one source all of whose words it is that a medium carries, and nothing else.
  private static func carried(by medium: Source, _ speakers: [Int: Int]) -> Int? {
    guard medium.roles == [.medium], let first = medium.quotations.first,
      let speaker = speakers[first],
      medium.quotations.allSatisfy({ speakers[$0] == speaker })
    else { return nil }
    return speaker
  }
}
