/// Words of markup with their marks, found by a hash that is made while a class is read.
struct WordMarks {
  private struct Slot {
    /// Where the word stands in `letters`; nothing in an empty slot.
    var word = 0..<0
    var marks: PageMarks = []
  }

  /// The hash of no letters.
  static let begin: UInt64 = 14_695_981_039_346_656_037

  private static let size = 1_024
  private var slots = [Slot](repeating: Slot(), count: size)
  private var letters: [UInt8] = []

  /// The hash of some letters and one more.
  @inline(__always)
  static func taking(_ byte: UInt8, _ hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 1_099_511_628_211
  }

  /// Adds words of small letters, parted by blanks; there is room for some five hundred.
  mutating func add(_ marks: PageMarks, _ words: String) {
    for word in words.utf8.split(separator: 0x20) {
      var at = Self.place(word.reduce(Self.begin) { Self.taking($1, $0) })
      while !slots[at].word.isEmpty, !letters[slots[at].word].elementsEqual(word) {
        at = (at + 1) % Self.size
      }
      if slots[at].word.isEmpty {
        slots[at].word = letters.count..<letters.count + word.count
        letters += word
      }
      slots[at].marks.formUnion(marks)
    }
  }

  /// The marks of a word in letters of any size, by the hash of its small letters.
  func marks(of word: Slice<UnsafeBufferPointer<UInt8>>, _ hash: UInt64) -> PageMarks {
    marks(hash) { Self.isSame($0, word) }
  }

  /// The marks of two words, by the hash of their small letters with a dash between.
  func marks(
    of first: Slice<UnsafeBufferPointer<UInt8>>, _ second: Slice<UnsafeBufferPointer<UInt8>>,
    _ hash: UInt64
  ) -> PageMarks {
    marks(hash) { known in
      known.count == first.count + 1 + second.count
        && Self.isSame(known.prefix(first.count), first)
        && Self.isSame(known.suffix(second.count), second)
    }
  }

  private func marks(_ hash: UInt64, _ isIt: (ArraySlice<UInt8>) -> Bool) -> PageMarks {
    var at = Self.place(hash)
    while !slots[at].word.isEmpty {
      if isIt(letters[slots[at].word]) { return slots[at].marks }
      at = (at + 1) % Self.size
    }
    return []
  }

  private static func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(size - 1))
  }

  private static func isSame(
    _ known: ArraySlice<UInt8>, _ word: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    known.count == word.count && zip(known, word).allSatisfy { $0 == $1 | 0x20 }
  }
}
