import CUnicode
import SutraCore

/// Walks over the cells of a stretch of UTF-8 bytes.
struct ClusterScanner {
  /// A cell as the scanner finds it.
  struct Scan {
    var columns: Int
    /// The number of its visible mark; 0 for most.
    var markNumber: UInt8
    /// How many columns fewer it takes where it begins a row, or more below 0; 0 for most.
    var saving = 0
  }

  /// The most scalars a cell holds.
  static var scalarLimit: Int { Limits.clusterScalars }

  private let decoder: ScalarDecoder
  private let profile: Int32
  private let isStrict: Bool
  private var ahead: ScalarDecoder.Step
  private var isExcess = false
  private let start: Int

  /// Where the next cell starts.
  private(set) var position: Int

  /// Starts at an offset.
  ///
  /// - Parameters:
  ///   - profile: How columns are counted.
  ///   - bytes: The whole text.
  ///   - start: Where the first cell starts.
  ///   - end: Where the last cell ends; at most the number of bytes.
  ///   - isStrict: Whether cells are the clusters of Unicode 15.0 and nothing else: no conjuncts,
  ///     no visible marks inside, no limit.
  init(
    profile: WidthProfile, bytes: UnsafePointer<UInt8>, start: Int, end: Int,
    isStrict: Bool = false
  ) {
    self.isStrict = isStrict
    decoder = ScalarDecoder(bytes: bytes, end: end)
    self.profile = profile.number
    self.start = start
    position = start
    ahead = ScalarDecoder.Step(properties: ScalarProperties(0), scalar: 0, length: 0)
    load()
    if !isStrict, start < end, ahead.properties.extendsCluster {
      isExcess = isInLongCluster(at: start)
    }
  }

  /// Whether no cell is left.
  @inline(__always)
  var isAtEnd: Bool { position >= decoder.end }

  /// The first scalar of the next cell.
  @inline(__always)
  var first: ScalarDecoder.Step { ahead }

  /// Steps over one cell and shows each of its scalars to `observe`.
  @inline(__always)
  mutating func next(_ observe: (ScalarProperties) -> Void) -> Scan {
    if ahead.properties.markNumber != 0 || isExcess,
      !isStrict || !ahead.properties.extendsCluster
    {
      return nextMark(observe)
    }
    var link = ClusterLink(first: ahead.properties)
    var run = sutra_run()
    var count = 1
    var columns = sutra_columns_in_run(&run, ahead.scalar, ahead.properties.bits, profile)
    // What the cell would take at the beginning of a row, where that is another number.
    var alone: (run: sutra_run, columns: Int32)?
    if ahead.properties.extendsCluster, followsVisibleMark {
      // It counts for the limit where a row begins behind it as well: the row has the cells that it had before.
      count = 2
      if position > start {
        // On the terminal's screen the visible mark is a base like any letter.
        alone = (run, columns)
        run = sutra_run()
        run.base = 1 << SUTRA_SHIFT_COLUMNS.rawValue
        run.columns = 1
        columns = sutra_columns_in_run(&run, ahead.scalar, ahead.properties.bits, profile)
      }
    }
    var allowsJoiner = ahead.properties.allowsJoiner
    observe(ahead.properties)
    advance()
    while position < decoder.end {
      let properties = ahead.properties
      if properties.startsCluster, link != .prepend { break }
      if properties.extendsCluster {
        if properties.markNumber != 0, !isStrict {
          guard properties.markNumber == VisibleMark.joiner.rawValue, allowsJoiner else { break }
        }
        guard count < Self.scalarLimit || isStrict else {
          isExcess = true
          break
        }
        link = link.afterMark(properties)
      } else {
        if properties.conjunctPart == .consonant, link == .nothing || link == .consonant { break }
        guard let next = link.afterBase(properties) else { break }
        if isStrict {
          guard properties.conjunctPart != .consonant || link == .prepend else { break }
        } else {
          guard properties.markNumber == 0, count < Self.scalarLimit else { break }
        }
        link = next
      }
      columns &+= sutra_columns_in_run(&run, ahead.scalar, properties.bits, profile)
      if var run = alone?.run {
        let columns = sutra_columns_in_run(&run, ahead.scalar, properties.bits, profile)
        alone = alone.map { (run, $0.columns + columns) }
      }
      count &+= 1
      allowsJoiner = properties.allowsJoiner
      observe(properties)
      advance()
    }
    return Scan(
      columns: Int(columns), markNumber: 0, saving: alone.map { Int(columns - $0.columns) } ?? 0)
  }

  /// Steps over a cell that is drawn as a visible mark.
  @inline(never)
  private mutating func nextMark(_ observe: (ScalarProperties) -> Void) -> Scan {
    guard isExcess else {
      let first = ahead.properties
      observe(first)
      advance()
      if first.clusterClass == .cr, !isAtEnd, ahead.properties.clusterClass == .lf {
        observe(ahead.properties)
        advance()
        return Scan(columns: 1, markNumber: VisibleMark.newline.rawValue)
      }
      let isSoftHyphen = first.markNumber == VisibleMark.softHyphen.rawValue
      return Scan(columns: isSoftHyphen ? 0 : 1, markNumber: first.markNumber)
    }
    isExcess = false
    var count = 0
    while !isAtEnd, ahead.properties.extendsCluster {
      if count == Self.scalarLimit {
        isExcess = true
        break
      }
      observe(ahead.properties)
      advance()
      count += 1
    }
    return Scan(columns: 1, markNumber: VisibleMark.excess.rawValue)
  }

  @inline(__always)
  private mutating func advance() {
    position &+= ahead.length
    load()
  }

  @inline(__always)
  private mutating func load() {
    if position < decoder.end { ahead = decoder.step(at: position) }
  }

  /// Whether the scalar before the next cell is drawn as a visible mark.
  private var followsVisibleMark: Bool {
    var before = position
    guard before > 0 else { return false }
    before -= 1
    while before > 0, decoder.bytes[before] & 0xC0 == 0x80 { before -= 1 }
    return decoder.step(at: before).properties.markNumber != 0
  }

  /// Whether the scalars before an offset fill a cell, so that a mark there is beyond it.
  private func isInLongCluster(at offset: Int) -> Bool {
    var start = offset
    for count in 0..<Self.scalarLimit {
      guard start > 0 else { return false }
      start -= 1
      while start > 0, decoder.bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let properties = decoder.step(at: start).properties
      let isInside =
        properties.extendsCluster || properties.conjunctPart == .consonant
        || properties.clusterClass == .pictographic
      guard isInside || count == Self.scalarLimit - 1 else { return false }
    }
    return true
  }
}
