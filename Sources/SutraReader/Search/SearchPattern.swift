import SutraCore

/// What is searched for, ready to be compared with UTF-8.
struct SearchPattern: Sendable {
  /// Most matches that are kept.
  static let mostMatches = Limits.matches

  private let units: [UInt32]
  private let folding: SearchFolding
  /// UTF-8 of every scalar that a match may begin with.
  private let beginnings: [[UInt8]]

  /// Makes a pattern; one without anything to compare matches nowhere.
  init(_ query: String, _ folding: SearchFolding) {
    self.folding = folding
    var query = query
    units = query.withUTF8 { Self.units(of: $0, folding) }
    beginnings =
      units.first.map { unit in
        folding.beginnings(of: unit).compactMap { Unicode.Scalar($0) }
          .map { Array(String($0).utf8) }
      } ?? []
  }

  /// Whether there is nothing to compare.
  var isEmpty: Bool { units.isEmpty }

  private static func units(
    of bytes: UnsafeBufferPointer<UInt8>, _ folding: SearchFolding
  ) -> [UInt32] {
    var found: [UInt32] = []
    var position = 0
    while position < bytes.count {
      let (unit, next) = Self.unit(at: position, in: bytes, folding)
      if unit != 0 { found.append(unit) }
      position = next
    }
    return found
  }

  /// The unit that begins at a byte, and where it ends.
  @inline(__always)
  private static func unit(
    at position: Int, in bytes: UnsafeBufferPointer<UInt8>, _ folding: SearchFolding
  ) -> (unit: UInt32, next: Int) {
    var (letter, next) = scalar(at: position, in: bytes)
    while SearchFolding.mayContinue(letter), next < bytes.count, bytes[next] >= 0xCC {
      let (part, end) = scalar(at: next, in: bytes)
      guard let joined = folding.joined(letter, part) else { break }
      (letter, next) = (joined, end)
    }
    return (folding.unit(letter), next)
  }

  @inline(__always)
  private static func scalar(
    at position: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (scalar: UInt32, next: Int) {
    let lead = bytes[position]
    if lead < 0x80 { return (UInt32(lead), position + 1) }
    let left = bytes.count - position
    if lead >= 0xE0, lead < 0xF0, left >= 3 {
      return (
        UInt32(lead & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6
          | UInt32(bytes[position + 2] & 0x3F),
        position + 3
      )
    }
    if lead >= 0xC0, lead < 0xE0, left >= 2 {
      return (UInt32(lead & 0x1F) << 6 | UInt32(bytes[position + 1] & 0x3F), position + 2)
    }
    if lead >= 0xF0, left >= 4 {
      var value = UInt32(lead & 0x07)
      for offset in 1...3 { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
      return (value, position + 4)
    }
    return (0xFFFD, position + 1)
  }

  /// Where a match that begins at a byte ends, `nil` when there is none; and how many units were
  /// compared.
  @inline(__always)
  private func end(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (end: Int?, units: Int) {
    var position = start
    for (number, wanted) in units.enumerated() {
      while true {
        guard position < bytes.count else { return (nil, number) }
        let (unit, next) = Self.unit(at: position, in: bytes, folding)
        // What is overlooked may stand inside a match, but does not begin one.
        if unit == 0, number > 0 {
          position = next
          continue
        }
        guard unit == wanted else { return (nil, number + 1) }
        position = next
        break
      }
    }
    return (position, units.count)
  }

  /// Most marks that one letter is made of.
  private static let mostParts = 4

  /// Whether a later part of a letter stands at a byte: the sign is none of its own there.
  private func isInsideLetter(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = units.first, SearchFolding.isPart(first) else { return false }
    var position = start
    for _ in 0..<Self.mostParts where position > 0 {
      position -= 1
      while position > 0, bytes[position] & 0xC0 == 0x80 { position -= 1 }
      if !SearchFolding.isPart(Self.scalar(at: position, in: bytes).scalar) { break }
    }
    while position < start { position = Self.unit(at: position, in: bytes, folding).next }
    return position > start
  }

  /// All matches from the beginning to the end, without overlaps, in a time that grows with the text
  /// alone; those up to where it was when the sign went up.
  func matches(
    in bytes: UnsafeBufferPointer<UInt8>, from first: Int = 0, stop: StopSign = .never
  ) -> [Span] {
    var found: [Span] = []
    var free = first
    // To look at each place where a match may begin is fastest in ordinary text. Where that takes
    // long, since the text repeats itself, the rest is gone through unit by unit.
    var compared = 0
    var slowFrom: Int?
    forEachBeginning(in: bytes, from: first, stop) { start in
      guard start >= free, !isInsideLetter(start, bytes) else { return true }
      let (end, units) = end(from: start, in: bytes)
      if let end {
        found.append(Span(start: start, end: end))
        free = end
        return found.count < Self.mostMatches
      }
      compared += units
      guard compared <= Self.mostCompared + 4 * (start - first) else {
        slowFrom = start
        return false
      }
      return true
    }
    if let slowFrom { addMatches(in: bytes, from: max(free, slowFrom), stop, to: &found) }
    return found
  }

  /// After how much of the text it is asked whether the search is to end.
  private static let askedAfter = 1 << 16

  /// Units that are compared in vain before a text counts as one that repeats itself.
  private static let mostCompared = 1 << 16

  /// Finds matches by the method of Knuth, Morris and Pratt: no unit of the text is looked at twice.
  private func addMatches(
    in bytes: UnsafeBufferPointer<UInt8>, from first: Int, _ stop: StopSign, to found: inout [Span]
  ) {
    // For each number of units that fit, how many of them fit when the first is left out.
    var shorter = [Int](repeating: 0, count: units.count + 1)
    var length = 0
    for place in units.indices.dropFirst() {
      while length > 0, units[place] != units[length] { length = shorter[length] }
      if units[place] == units[length] { length += 1 }
      shorter[place + 1] = length
    }
    // Where the last units of the text begin, as many as the pattern has.
    var starts = [Int](repeating: 0, count: units.count)
    var read = 0
    var fitting = 0
    var position = first
    while position < bytes.count, found.count < Self.mostMatches {
      let (unit, next) = Self.unit(at: position, in: bytes, folding)
      if unit != 0 {
        if read % Self.askedAfter == 0, stop.isUp { return }
        starts[read % starts.count] = position
        read += 1
        while fitting > 0, units[fitting] != unit { fitting = shorter[fitting] }
        if units[fitting] == unit { fitting += 1 }
        if fitting == units.count {
          found.append(Span(start: starts[(read - fitting) % starts.count], end: next))
          fitting = 0
        }
      }
      position = next
    }
  }

  /// Calls `body` with every byte where a scalar stands that a match may begin with, in order,
  /// until it answers `false`.
  private func forEachBeginning(
    in bytes: UnsafeBufferPointer<UInt8>, from first: Int, _ stop: StopSign,
    _ body: (Int) -> Bool
  ) {
    guard !beginnings.isEmpty, let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    // The last byte of a scalar tells most: in Bengali every third byte is the same.
    let lasts = Array(Set(beginnings.compactMap(\.last)))
    let wanted = lasts.map { SIMD32<UInt8>(repeating: $0) }
    var position = first
    while position + 32 <= bytes.count {
      if stop.isUp { return }
      let end = min(bytes.count - 31, position + Self.askedAfter)
      while position < end {
        let block = base.loadUnaligned(fromByteOffset: position, as: SIMD32<UInt8>.self)
        var hits = block .== wanted[0]
        for other in wanted.dropFirst() { hits = hits .| (block .== other) }
        if any(hits) {
          for lane in 0..<32 where hits[lane] {
            if let start = beginning(endingAt: position + lane, in: bytes), !body(start) { return }
          }
        }
        position += 32
      }
    }
    while position < bytes.count {
      if lasts.contains(bytes[position]), let start = beginning(endingAt: position, in: bytes),
        !body(start)
      {
        return
      }
      position += 1
    }
  }

  @inline(__always)
  private func beginning(endingAt last: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for sequence in beginnings where sequence[sequence.count - 1] == bytes[last] {
      let start = last + 1 - sequence.count
      guard start >= 0 else { continue }
      if (0..<sequence.count).allSatisfy({ bytes[start + $0] == sequence[$0] }) { return start }
    }
    return nil
  }
}
