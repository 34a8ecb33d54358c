import SutraCore

/// Places that stand beside each other in two articles, by which one is turned as the other is.
public struct ComparisonAnchors: Sendable {
  /// Bytes of both, rising in both.
  private let places: [(first: Int, second: Int)]

  /// Takes places that belong together, in any order; of those that cross some are left out.
  ///
  /// - Parameters:
  ///   - pairs: Bytes of the first and of the second article.
  ///   - ends: How many bytes both have.
  init(_ pairs: [(Int, Int)], ends: (Int, Int)) {
    var places = [(first: 0, second: 0)]
    for (first, second) in pairs.sorted(by: { $0 < $1 }) {
      guard let last = places.last, first > last.first, second > last.second else { continue }
      places.append((first, second))
    }
    let last = places[places.count - 1]
    places.append((max(ends.0, last.first + 1), max(ends.1, last.second + 1)))
    self.places = places
  }

  /// The byte of the second article that stands beside a byte of the first, or the other way round.
  public func place(beside offset: Int, ofFirst: Bool) -> Int {
    func key(_ place: (first: Int, second: Int)) -> Int { ofFirst ? place.first : place.second }
    func value(_ place: (first: Int, second: Int)) -> Int { ofFirst ? place.second : place.first }
    let next = min(max(1, places.partitioningIndex { key($0) > offset }), places.count - 1)
    let (before, behind) = (places[next - 1], places[next])
    let inside = min(max(0, offset - key(before)), key(behind) - key(before))
    // Between two places as far as there, in parts of the way.
    return value(before) + inside * (value(behind) - value(before)) / (key(behind) - key(before))
  }
}
