/// What there is to see of one line.
struct LineLook {
  /// How long the line and its first word are.
  private let length: FillLength
  private let word: FillLength
  let columns: Int
  let indent: Int
  /// Whether the next line follows without a blank line between.
  let isNext: Bool
  let endsSentence: Bool
  let endsWithMark: Bool
  /// Whether it begins as an item of a list, a quotation of mail or a heading does.
  let isMarked: Bool
  /// Whether it begins with a name and a colon.
  let isLabelled: Bool
  let isCode: Bool
  let beginsWithCapital: Bool
  let beginsSmall: Bool

  init(
    _ span: Span, _ bytes: UnsafeBufferPointer<UInt8>, indentFrom before: Int, isNext: Bool
  ) {
    self.isNext = isNext
    var lineStart = span.start
    while lineStart > before, bytes[lineStart - 1] != 0x0A, bytes[lineStart - 1] != 0x0D {
      lineStart -= 1
    }
    indent = span.start - lineStart
    var scalars = 0
    var seen = 0
    var signs = 0
    var firstWord: FillLength?
    var gaps = 0
    var blanks = 0
    var colon: Int?
    var position = span.start
    while position < span.end {
      let (scalar, length) = LineLook.scalar(bytes, position, span.end)
      scalars += 1
      if !NonspacingMarks.contains(scalar) { seen += 1 }
      if scalar == 0x20 || scalar == 0x09 {
        blanks += 1
        if blanks == 3 || scalar == 0x09 { gaps += 1 }
        if firstWord == nil {
          firstWord = FillLength(
            columns: seen - 1, scalars: scalars - 1, bytes: position - span.start)
        }
      } else {
        blanks = 0
        if LineLook.isSign(scalar) { signs += 1 }
        if scalar == 0x3A, colon == nil { colon = scalars }
      }
      position += length
    }
    word = firstWord ?? FillLength(columns: seen, scalars: scalars, bytes: span.length)
    columns = seen + indent
    length = FillLength(
      columns: columns, scalars: scalars + indent, bytes: span.length + indent)
    let last = LineLook.lastScalar(bytes, span)
    endsSentence = LineLook.isSentenceEnd(last)
    endsWithMark = endsSentence || [0x2C, 0x3B, 0x3A, 0x2014, 0x2013].contains(last)
    let first = LineLook.scalar(bytes, span.start, span.end).scalar
    beginsWithCapital = (0x41...0x5A).contains(first)
    beginsSmall = (0x61...0x7A).contains(first) || first >= 0x900
    isMarked = LineLook.isMarked(bytes, span)
    isLabelled =
      colon.map { $0 <= 40 } == true && !(0x61...0x7A).contains(first) && first != 0x22
    isCode =
      gaps > 0 || signs * 8 > max(8, scalars) || [0x7B, 0x7D, 0x3B].contains(last) && signs > 0
  }

  func width(_ measure: FillMeasure) -> Int { length[measure] }

  /// Whether the first word of the next line would not have fitted behind this one.
  func isFull(by measure: FillMeasure, _ width: Int, before next: LineLook) -> Bool {
    let own = length[measure]
    let spare = width < 60 ? 2 : width / 9
    // Filling that looks ahead leaves lines shorter than they could be, but never much.
    return own + 1 + next.word[measure] > width - spare && own * 2 > width
  }

  /// How many lines end between two places; CR LF is one end.
  static func lineEnds(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var count = 0
    for index in start..<end {
      if bytes[index] == 0x0A || bytes[index] == 0x0D && bytes[index + 1] != 0x0A { count += 1 }
      if count > 1 { break }
    }
    return count
  }

  /// Dashes, dots, stars, quotation signs of mail, heading signs and numbers with a full stop.
  private static func isMarked(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) -> Bool {
    let (first, length) = scalar(bytes, span.start, span.end)
    var next = span.start + length
    func isBlank(_ index: Int) -> Bool { index < span.end && bytes[index] <= 0x20 }
    switch first {
    case 0x3E, 0x7C: return true
    case 0x2D, 0x2A, 0x2B, 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6, 0x2013, 0x2014, 0x2043:
      return isBlank(next)
    case 0x23:
      while next < span.end, bytes[next] == 0x23 { next += 1 }
      return isBlank(next)
    default:
      var position = span.start
      var digits = 0
      while position < span.end, digits < 4 {
        let (scalar, length) = scalar(bytes, position, span.end)
        guard (0x30...0x39).contains(scalar) || (0x9E6...0x9EF).contains(scalar) else { break }
        digits += 1
        position += length
      }
      guard digits > 0, position < span.end else { return false }
      let sign = scalar(bytes, position, span.end)
      return [0x2E, 0x29, 0x964].contains(sign.scalar) && isBlank(position + sign.length)
    }
  }

  private static func isSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x23, 0x24, 0x26, 0x2A...0x2B, 0x3C...0x3E, 0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static func isSentenceEnd(_ scalar: UInt32) -> Bool {
    [0x2E, 0x21, 0x3F, 0x964, 0x965, 0x2026].contains(scalar)
  }

  /// The last scalar of a line, closing marks and brackets apart.
  private static func lastScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) -> UInt32 {
    var end = span.end
    while end > span.start {
      var start = end - 1
      while start > span.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let scalar = scalar(bytes, start, end).scalar
      guard [0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB].contains(scalar) else { return scalar }
      end = start
    }
    return 0
  }

  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let length = min(end - index, first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2)
    var scalar = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<max(1, length) { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (scalar, length)
  }
}

/// The marks that take no column, below the scripts of East Asia.
private enum NonspacingMarks {
  private static let table: [Bool] = (0..<0x3100).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return value >= 0x300
    default: return false
    }
  }

  static func contains(_ scalar: UInt32) -> Bool {
    scalar >= 0x300 && scalar < 0x3100 && table[Int(scalar)]
  }
}

/// How a program counts when it fills lines.
enum FillMeasure: CaseIterable {
  case columns, scalars, bytes
}

/// A length by each way of counting.
private struct FillLength {
  let columns: Int
  let scalars: Int
  let bytes: Int

  subscript(measure: FillMeasure) -> Int {
    switch measure {
    case .columns: columns
    case .scalars: scalars
    case .bytes: bytes
    }
  }
}
