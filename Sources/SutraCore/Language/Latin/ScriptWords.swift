/// The words of one script in a text: runs of letters of a block of 128, with joiners.
struct ScriptWords {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lead: UInt8
  private let seconds: ClosedRange<UInt8>

  /// Takes a text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - base: The first scalar of the block, between U+0800 and U+FFFF.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ base: UInt32) {
    self.bytes = bytes
    lead = UInt8(truncatingIfNeeded: 0xE0 | base >> 12)
    let second = UInt8(truncatingIfNeeded: 0x80 | (base >> 6 & 0x3F))
    seconds = second...(second + 1)
  }

  /// Calls a closure with each word until it answers `false`.
  func forEachWord(_ body: (Span) -> Bool) {
    var place = 0
    while place < bytes.count {
      guard bytes[place] == lead, isLetter(place) else {
        place += 1
        continue
      }
      let word = Span(start: place, end: end(from: place))
      guard body(word) else { return }
      place = word.end
    }
  }

  /// Some words from one on that stand side by side, a blank or a hyphen between two.
  func words(from first: Span, most: Int) -> [Span] {
    var words = [first]
    while words.count < most, let last = words.last {
      let start = last.end + blankLength(last.end)
      guard start > last.end, start < bytes.count, isLetter(start) else { break }
      words.append(Span(start: start, end: end(from: start)))
    }
    return words
  }

  /// The folded key of a word.
  func key(of word: Span) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(word.length)
    _ = KeyFolding.append(UnsafeRawBufferPointer(bytes), word.start..<word.end, to: &key)
    return key
  }

  /// Where a stem ends in the text, by the length of its folded key.
  func end(of word: Span, keyLength: Int) -> Int {
    var end = word.start
    while end < word.end {
      end = min(word.end, end + 3)
      if key(of: Span(start: word.start, end: end)).count >= keyLength { break }
    }
    return end
  }

  /// The scalar of three bytes at a place; 0 where none is.
  @inline(__always)
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 {
    guard place + 2 < bytes.count, bytes[place] & 0xF0 == 0xE0 else { return 0 }
    return UInt32(bytes[place] & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6
      | UInt32(bytes[place + 2] & 0x3F)
  }

  @inline(__always)
  private func isLetter(_ place: Int) -> Bool {
    place + 2 < bytes.count && bytes[place] == lead && seconds.contains(bytes[place + 1])
  }

  private func end(from start: Int) -> Int {
    var place = start
    while isLetter(place) || isJoiner(place) { place += 3 }
    return place
  }

  private func isJoiner(_ place: Int) -> Bool {
    place + 2 < bytes.count && bytes[place] == 0xE2 && bytes[place + 1] == 0x80
      && (bytes[place + 2] == 0x8C || bytes[place + 2] == 0x8D)
  }

  /// Bytes of a blank, a line's end or a hyphen between two words.
  private func blankLength(_ place: Int) -> Int {
    guard place < bytes.count else { return 0 }
    switch bytes[place] {
    case 0x20, 0x2D, 0x0A: return 1
    case 0xC2 where place + 1 < bytes.count && bytes[place + 1] == 0xA0: return 2
    default: return 0
    }
  }
}
