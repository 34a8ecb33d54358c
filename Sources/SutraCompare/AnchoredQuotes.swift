import SutraCore

/// Joins quotations of two languages, whose words cannot be compared: by who says them, and by the
/// numbers, dates, persons and places in them.
enum AnchoredQuotes {
  /// What a quotation holds that is the same in every language.
  private struct Anchors {
    var told: Set<String> = []
    var names: Set<String> = []
    var all: Int { told.count + names.count }

    func common(_ other: Anchors) -> Int {
      told.intersection(other.told).count + names.intersection(other.names).count
    }
  }

  /// Quotations of the same party: those that have most in common, then the first with the first.
  static func pairs(
    _ one: ComparedArticle, _ other: ComparedArticle, _ ourParties: [String],
    _ theirParties: [String], _ partners: NamePartners
  ) -> [QuotePair] {
    let people = Dictionary(
      partners.people.map { ($0.value, $0.key) }, uniquingKeysWith: { old, _ in old })
    let places = Dictionary(
      partners.places.map { ($0.value, $0.key) }, uniquingKeysWith: { old, _ in old })
    let ours = anchors(one, { $0 }, { $0 })
    let theirs = anchors(other, { people[$0] }, { places[$0] })
    var theirsOfParty: [String: [Int]] = [:]
    for (index, party) in theirParties.enumerated() where !party.isEmpty {
      theirsOfParty[party, default: []].append(index)
    }
    var pairs: [QuotePair] = []
    for (index, party) in ourParties.enumerated() {
      for (place, holder) in (theirsOfParty[party] ?? []).enumerated() {
        let common = ours[index].common(theirs[holder])
        let most = max(1, max(ours[index].all, theirs[holder].all))
        // What has nothing in common goes together in its order, as far as anything tells.
        let likeness = common > 0 ? 1 + Double(common) / Double(most) : 1 / Double(2 + place)
        pairs.append(
          QuotePair(likeness: likeness, first: index, second: holder, isSame: true))
      }
    }
    return pairs.sorted {
      if $0.likeness != $1.likeness { return $0.likeness > $1.likeness }
      return ($0.first, $0.second) < ($1.first, $1.second)
    }
  }

  private static func anchors(
    _ compared: ComparedArticle, _ person: (Int) -> Int?, _ place: (Int) -> Int?
  ) -> [Anchors] {
    let article = compared.article
    return article.quotations.map { quotation in
      var found = Anchors()
      let content = quotation.content
      let first = compared.amounts.partitioningIndex { $0.span.start >= content.start }
      for amount in compared.amounts[first...] {
        guard amount.span.start < content.end else { break }
        found.told.insert("\(amount.value)")
      }
      let date = compared.dates.partitioningIndex { $0.span.start >= content.start }
      for date in compared.dates[date...] {
        guard date.span.start < content.end else { break }
        found.told.formUnion(date.parts)
      }
      let mention = article.mentions.partitioningIndex { $0.span.start >= content.start }
      for mention in article.mentions[mention...] {
        guard mention.span.start < content.end else { break }
        if let number = compared.personOfEntity[mention.entity], let same = person(number) {
          found.names.insert("p\(same)")
        }
        if let number = compared.placeOfEntity[mention.entity], let same = place(number) {
          found.names.insert("l\(same)")
        }
      }
      return found
    }
  }
}
