/// A feed in the list.
public struct FeedRow: Equatable, Sendable {
  /// Its number in the library.
  public let id: Int
  /// What it is called.
  public let name: String
  /// The folders around it, in one text; may be empty.
  public let folder: String
  /// Why the last reading has failed.
  public let failure: String?
  /// How many articles of it are unread.
  public internal(set) var unread: Int

  /// Makes a row.
  public init(id: Int, name: String, folder: String = "", failure: String? = nil, unread: Int = 0) {
    self.id = id
    self.name = name
    self.folder = folder
    self.failure = failure
    self.unread = unread
  }
}

/// The articles that there are to read, the newest first.
///
/// There may be a hundred thousand of them: what is known of each stands in a few arrays, and all
/// titles stand in one.
public struct FeedTable: Sendable {
  /// The number of each article in the library.
  private(set) var ids: [Int] = []
  private(set) var feeds: [Int32] = []
  /// When each is from, in seconds since 1970.
  private(set) var dates: [Int] = []
  private var isRead: [Bool] = []
  /// How many quotes and sources each has; -1 where that is not known.
  private var quotes: [Int32] = []
  private var sources: [Int32] = []
  private var titles: [UInt8] = []
  private var ends: [Int] = []
  /// The titles as they are searched, once somebody searches, and where each ends.
  private var folded: (bytes: [UInt8], ends: [Int])?

  /// A table of nothing.
  public init() {}

  /// How many articles there are.
  public var count: Int { ids.count }

  /// Makes room for so many.
  public mutating func reserve(_ count: Int) {
    ids.reserveCapacity(count)
    feeds.reserveCapacity(count)
    dates.reserveCapacity(count)
    isRead.reserveCapacity(count)
    quotes.reserveCapacity(count)
    sources.reserveCapacity(count)
    ends.reserveCapacity(count)
    titles.reserveCapacity(count * 80)
  }

  /// Adds an article behind the others.
  ///
  /// - Parameters:
  ///   - id: Its number.
  ///   - feed: Its feed's number.
  ///   - date: When it is from, in seconds since 1970.
  ///   - isRead: Whether it has been read.
  ///   - quotes: How many quotes it has, or -1.
  ///   - sources: How many sources it has, or -1.
  ///   - title: Its headline in UTF-8, of which the first 1,000 bytes are kept.
  public mutating func append(
    id: Int, feed: Int, date: Int, isRead: Bool, quotes: Int = -1, sources: Int = -1,
    title: UnsafeBufferPointer<UInt8>
  ) {
    ids.append(id)
    feeds.append(Int32(truncatingIfNeeded: feed))
    dates.append(date)
    self.isRead.append(isRead)
    self.quotes.append(Int32(clamping: quotes))
    self.sources.append(Int32(clamping: sources))
    var count = min(title.count, 1_000)
    while count > 0, count < title.count, title[count] & 0xC0 == 0x80 { count -= 1 }
    titles.append(contentsOf: title[..<count])
    ends.append(titles.count)
  }

  /// The headline of a row; may be empty.
  func title(_ row: Int) -> String {
    String(decoding: titles[(row == 0 ? 0 : ends[row - 1])..<ends[row]], as: UTF8.self)
  }

  func isRead(_ row: Int) -> Bool { isRead[row] }

  mutating func setRead(_ row: Int, _ isRead: Bool) { self.isRead[row] = isRead }

  /// How many quotes and sources were found in an article; `nil` where it was not analysed.
  func found(_ row: Int) -> (quotes: Int, sources: Int)? {
    quotes[row] < 0 ? nil : (Int(quotes[row]), Int(sources[row]))
  }

  mutating func setFound(_ row: Int, quotes: Int, sources: Int) {
    self.quotes[row] = Int32(clamping: quotes)
    self.sources[row] = Int32(clamping: sources)
  }

  /// The row of an article.
  func row(of id: Int) -> Int? { ids.firstIndex(of: id) }

  // MARK: Searching

  /// Makes ready what is searched, which takes a moment for many articles.
  mutating func prepareSearch() {
    guard folded == nil else { return }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(titles.count)
    var foldedEnds: [Int] = []
    foldedEnds.reserveCapacity(ends.count)
    titles.withUnsafeBufferPointer { titles in
      var start = 0
      for end in ends {
        Self.fold(titles[start..<end], into: &bytes)
        foldedEnds.append(bytes.count)
        start = end
      }
    }
    folded = (bytes, foldedEnds)
  }

  /// Those of some rows whose titles hold a text, differences of spelling aside.
  mutating func rows(of rows: [Int32], holding text: String) -> [Int32] {
    prepareSearch()
    guard let folded else { return rows }
    var wanted: [UInt8] = []
    var text = text
    text.withUTF8 { Self.fold($0[...], into: &wanted) }
    guard let first = wanted.first else { return rows }
    return folded.bytes.withUnsafeBufferPointer { bytes in
      rows.filter { row in
        let row = Int(row)
        let end = folded.ends[row] - wanted.count
        var place = row == 0 ? 0 : folded.ends[row - 1]
        while place <= end {
          if bytes[place] == first, Self.isEqual(bytes, place, wanted) { return true }
          place &+= 1
        }
        return false
      }
    }
  }

  @inline(__always)
  private static func isEqual(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ wanted: [UInt8]
  ) -> Bool {
    for index in 1..<max(1, wanted.count) where bytes[place &+ index] != wanted[index] {
      return false
    }
    return true
  }

  private static func fold(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, into output: inout [UInt8]
  ) {
    let folding = SearchFolding()
    var rest = text.startIndex
    let buffer = text.base
    while rest < text.endIndex {
      let byte = buffer[rest]
      if byte < 0x80 {
        output.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        rest += 1
        continue
      }
      let (scalar, next) = scalar(buffer, rest, text.endIndex)
      rest = next
      guard folding.unit(scalar) != 0 else { continue }
      var unit = folding.unit(scalar)
      if SearchFolding.mayContinue(scalar), rest < text.endIndex, buffer[rest] >= 0x80 {
        let (second, behind) = Self.scalar(buffer, rest, text.endIndex)
        if let joined = folding.joined(scalar, second) {
          unit = joined
          rest = behind
        }
      }
      if unit < 0x80 {
        output.append(UInt8(unit))
      } else if unit < 0x800 {
        output.append(UInt8(0xC0 | unit >> 6))
        output.append(UInt8(0x80 | unit & 0x3F))
      } else if unit < 0x10000 {
        output.append(UInt8(0xE0 | unit >> 12))
        output.append(UInt8(0x80 | unit >> 6 & 0x3F))
        output.append(UInt8(0x80 | unit & 0x3F))
      } else {
        output.append(UInt8(0xF0 | unit >> 18 & 7))
        output.append(UInt8(0x80 | unit >> 12 & 0x3F))
        output.append(UInt8(0x80 | unit >> 6 & 0x3F))
        output.append(UInt8(0x80 | unit & 0x3F))
      }
    }
  }

  /// The scalar at a place behind ASCII, and the place behind it; a stray byte is U+FFFD.
  @inline(__always)
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (scalar: UInt32, next: Int) {
    let first = UInt32(bytes[start])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, start + length <= end else { return (0xFFFD, start + 1) }
    var value = first & (0xFF >> UInt32(length + 1))
    for index in 1..<length { value = value << 6 | UInt32(bytes[start + index] & 0x3F) }
    return (value, start + length)
  }
}
