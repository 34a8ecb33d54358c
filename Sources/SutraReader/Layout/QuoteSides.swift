/// Tells whether a quotation mark opens or closes, by what stands around it.
///
/// UAX #14 keeps a quotation mark with the word it touches. One that touches no word is left alone
/// there, and could stand at the start of a line by itself. One with a word on both sides stays as
/// UAX #14 has it.
struct QuoteSides {
  /// The most quotation marks in a row that are looked through.
  private static let reach = 8

  /// Whether what came before the marks at hand ends in nothing a mark could close.
  private var isOpenBefore = true
  /// Whether nothing at all came before.
  private var isAtStart = true
  /// Whether the last straight mark opened.
  private var isInside = false

  /// Notes a cell that is no quotation mark.
  @inline(__always)
  mutating func pass(isBlank: Bool, _ number: UInt8) {
    isOpenBefore =
      isBlank || number == LineBreakClass.op.rawValue
      || number == LineBreakClass.numberOpening.rawValue
    isAtStart = false
  }

  /// The class that a quotation mark has where it stands.
  ///
  /// - Parameters:
  ///   - scalar: The mark.
  ///   - offset: The offset after it.
  ///   - decoder: Reads what comes after.
  /// - Returns: An opening or a closing mark, or a quotation mark as UAX #14 has them.
  mutating func classify(
    _ scalar: UInt32, before offset: Int, in decoder: ScalarDecoder
  ) -> LineBreakClass {
    let isStraight = scalar == 0x22 || scalar == 0x27
    let (isClosed, isBlank) = sideAfter(offset, in: decoder)
    guard isOpenBefore else {
      if isStraight { isInside = false }
      return isClosed ? .cl : .qu
    }
    guard isClosed else {
      if isStraight { isInside = true }
      return .op
    }
    var opens = isAtStart
    if !opens, isBlank {
      opens = isStraight ? !isInside : Self.isInitial(scalar)
    }
    if isStraight { isInside = opens }
    return opens ? .op : .cl
  }

  private static func isInitial(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00AB, 0x2018, 0x201B, 0x201C, 0x201F, 0x2039: true
    default: false
    }
  }

  /// Whether no word touches the marks from behind, and whether a blank stands there.
  private func sideAfter(
    _ offset: Int, in decoder: ScalarDecoder
  ) -> (isClosed: Bool, isBlank: Bool) {
    var offset = offset
    for _ in 0..<Self.reach {
      guard offset < decoder.end else { return (true, false) }
      let step = decoder.step(at: offset)
      switch step.properties.lineClass {
      case .qu: offset += step.length
      case .sp, .tab: return (true, true)
      case .bk, .cr, .lf, .nl, .cl, .cp, .ex, .is, .danda: return (true, false)
      default: return (false, false)
      }
    }
    return (false, false)
  }
}
