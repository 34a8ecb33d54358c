import SutraCore

/// Counts exact names as the scorers do: the same span and the same kind.
struct Measure {
  var hits = 0
  var gold = 0
  var found = 0

  var f: Double { gold + found == 0 ? 0 : 200 * Double(hits) / Double(gold + found) }

  var line: String {
    func share(_ part: Int, _ whole: Int) -> String {
      Self.rounded(whole == 0 ? 0 : 100 * Double(part) / Double(whole))
    }
    return "P \(share(hits, found))  R \(share(hits, gold))  F \(Self.rounded(f))"
      + "  gold \(gold)  found \(found)"
  }

  static func rounded(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

/// How often names are right, in ten bins by confidence.
struct ReliabilityBins {
  private var counts = [Int](repeating: 0, count: 10)
  private var right = [Int](repeating: 0, count: 10)
  private var sums = [Double](repeating: 0, count: 10)

  mutating func add(_ confidence: Double, _ isRight: Bool) {
    let bin = min(9, max(0, Int(confidence * 10)))
    counts[bin] += 1
    sums[bin] += confidence
    if isRight { right[bin] += 1 }
  }

  /// One line a bin: how many names, their mean confidence, the share that is right.
  var lines: [String] {
    counts.indices.map { bin in
      let count = Double(max(1, counts[bin]))
      return "confidence 0.\(bin): \(counts[bin]) names, mean "
        + Measure.rounded(100 * sums[bin] / count) + ", right "
        + Measure.rounded(100 * Double(right[bin]) / count)
    }
  }
}
