/// The features of one word by itself, in groups by how far around the word they count.
package struct WordFeatures {
  /// Counts for tokens up to two words away.
  private(set) var wide: [UInt64] = []
  /// Counts for the word and those beside it.
  private(set) var near: [UInt64] = []
  /// Counts for the word alone.
  private(set) var own: [UInt64] = []

  mutating func removeAll() {
    wide.removeAll(keepingCapacity: true)
    near.removeAll(keepingCapacity: true)
    own.removeAll(keepingCapacity: true)
  }

  mutating func addWide(_ template: UInt64, _ value: UInt64) {
    wide.append(NameFeatures.feature(template, value))
  }

  mutating func addNear(_ template: UInt64, _ value: UInt64) {
    near.append(NameFeatures.feature(template, value))
  }

  mutating func addOwn(_ template: UInt64, _ value: UInt64) {
    own.append(NameFeatures.feature(template, value))
  }

  /// Calls `body` with each row that counts for a token at a distance from the word.
  ///
  /// - Parameters:
  ///   - distance: How many tokens the word stands after the token; negative before it.
  ///   - body: What to do with a row.
  @inline(__always)
  func forEachRow(distance: Int, _ body: (UInt32) -> Void) {
    let shift = UInt64(bitPattern: Int64(distance)) &* 0xD6E8_FEB8_6659_FD93
    for feature in wide { body(NameFeatures.row(NameFeatures.mix(feature &+ shift))) }
    guard distance.magnitude < 2 else { return }
    for feature in near { body(NameFeatures.row(NameFeatures.mix(feature &+ shift))) }
    guard distance == 0 else { return }
    for feature in own { body(NameFeatures.row(NameFeatures.mix(feature &+ shift))) }
  }
}
