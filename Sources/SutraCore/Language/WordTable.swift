/// Numbers distinct words: a hash table from a word's folded key to an index counted from 0.
package struct WordTable: Sendable {
  private(set) var keys: [UInt8] = []
  private(set) var starts: [Int32] = [0]
  private var slots: [Int32]
  private var mask: Int

  /// How many words it holds.
  package var count: Int { starts.count - 1 }

  /// Makes an empty table with room for a number of words.
  package init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
    keys.reserveCapacity(capacity * 16)
    starts.reserveCapacity(capacity + 1)
  }

  /// The key of a word.
  func key(_ word: Int) -> ArraySlice<UInt8> { keys[Int(starts[word])..<Int(starts[word + 1])] }

  /// The index of the key, or -1 when it is not in the table.
  @inline(__always)
  func index(of key: [UInt8], _ range: Range<Int>, hash: UInt64) -> Int {
    key.withUnsafeBufferPointer { index(of: $0, range, hash: hash) }
  }

  /// The index of the key, or -1 when it is not in the table.
  package func index(
    of key: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hash: UInt64
  ) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let word = Int(slots[slot])
      if word < 0 { return -1 }
      if equals(word, key, range) { return word }
      slot = (slot + 1) & mask
    }
  }

  /// The index of the key, which is added when it is new.
  @inline(__always)
  mutating func insert(_ key: [UInt8], _ range: Range<Int>, hash: UInt64) -> (
    word: Int, isNew: Bool
  ) {
    key.withUnsafeBufferPointer { insert($0, range, hash: hash) }
  }

  /// The index of the key, which is added when it is new.
  package mutating func insert(
    _ key: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hash: UInt64
  ) -> (word: Int, isNew: Bool) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let word = Int(slots[slot])
      if word < 0 { break }
      if equals(word, key, range) { return (word, false) }
      slot = (slot + 1) & mask
    }
    let word = count
    slots[slot] = Int32(word)
    keys.append(contentsOf: key[range])
    starts.append(Int32(keys.count))
    if count * 2 > slots.count { grow() }
    return (word, true)
  }

  @inline(__always)
  private func equals(
    _ word: Int, _ key: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let start = Int(starts[word])
    guard Int(starts[word + 1]) - start == range.count else { return false }
    for offset in 0..<range.count where keys[start + offset] != key[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for word in 0..<count {
      var slot = Int(truncatingIfNeeded: KeyFolding.hash(of: key(word))) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(word)
    }
  }
}
