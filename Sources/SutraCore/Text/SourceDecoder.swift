import SutraWords

/// Why bytes are no article.
public enum SourceTextError: Error, Equatable, Sendable {
  /// There is nothing but blanks.
  case empty
  /// There is a NUL near the beginning, as in pictures and programs.
  case binary
}

/// Turns the bytes of a file into valid UTF-8.
///
/// A byte order mark is dropped, UTF-16 is converted where its mark stands, and what is not valid
/// becomes U+FFFD, one for each maximal run, with a diagnostic. Nothing else changes.
public enum SourceDecoder {
  /// How many bytes from the beginning may hold no NUL.
  static let binarySample = 8192
  /// The text of an article's bytes.
  ///
  /// Valid UTF-8 without byte order mark is passed on as it is, without a copy.
  ///
  /// - Parameter bytes: UTF-8, or UTF-16 with its byte order mark.
  /// - Returns: The text; a `SourceText` without diagnostics holds all that the bytes said.
  /// - Throws: `SourceTextError` when the bytes are no text.
  public static func text(_ bytes: [UInt8]) throws(SourceTextError) -> SourceText {
    let text: SourceText
    if bytes.starts(with: [0xFF, 0xFE]) {
      text = utf16(bytes, high: 1)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      text = utf16(bytes, high: 0)
    } else if bytes.prefix(binarySample).contains(0) {
      throw .binary
    } else {
      text = utf8(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    }
    guard text.bytes.withUnsafeBufferPointer({ !isBlank($0) }) else { throw .empty }
    return text
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < bytes.count {
      let (kind, length) = ScalarKind.at(position, in: bytes, before: bytes.count)
      guard case .blank = kind else { return false }
      position += length
    }
    return true
  }

  /// UTF-8 with U+FFFD for what is not valid in it.
  package static func repairedUTF8(_ bytes: [UInt8]) -> SourceText { utf8(bytes) }

  private static func utf8(_ bytes: [UInt8]) -> SourceText {
    let valid = bytes.withUnsafeBytes { validEnd($0, from: 0) }
    guard valid < bytes.count else { return SourceText(validBytes: bytes) }
    var repair = Repair(capacity: bytes.count + 64)
    bytes.withUnsafeBytes { source in
      var position = 0
      var end = valid
      while position < source.count {
        repair.bytes.append(contentsOf: source[position..<end])
        position = end
        while position < source.count, scalarLength(source, at: position) == 0 { position += 1 }
        if position > end { repair.replace(byteCount: position - end, encoding: "UTF-8") }
        end = validEnd(source, from: position)
      }
    }
    return repair.text
  }

  /// Converts UTF-16 with its order mark; `high` is 1 when the higher half of a unit comes second.
  private static func utf16(_ bytes: [UInt8], high: Int) -> SourceText {
    var repair = Repair(capacity: bytes.count * 3 / 2)
    var unpaired = 0
    var position = 2
    func unit(at offset: Int) -> UInt32? {
      guard offset + 1 < bytes.count else { return nil }
      return UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + 1 - high])
    }
    while position < bytes.count {
      var scalar = unit(at: position).flatMap(Unicode.Scalar.init)
      var length = min(2, bytes.count - position)
      if let first = unit(at: position), first & 0xFC00 == 0xD800,
        let second = unit(at: position + 2), second & 0xFC00 == 0xDC00
      {
        scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
        length = 4
      }
      if let scalar {
        if unpaired > 0 { repair.replace(byteCount: unpaired, encoding: "UTF-16") }
        unpaired = 0
        repair.bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        unpaired += length
      }
      position += length
    }
    if unpaired > 0 { repair.replace(byteCount: unpaired, encoding: "UTF-16") }
    return repair.text
  }
}

extension SourceDecoder {
  /// The offset of the first byte from an offset on that is not valid UTF-8, or the count.
  package static func validEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var position = start
    while position < bytes.count {
      if position + 8 <= bytes.count {
        let word = UInt64(
          littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        // Two scalars from U+0800 to U+0FFF, the scripts of South Asia among them.
        if word & 0xC0_E0FF_C0E0_FF == 0x80_A0E0_80A0_E0 {
          position += 6
          continue
        }
        let ascii = (word & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
        if ascii > 0 {
          position += ascii
          continue
        }
      }
      let length = scalarLength(bytes, at: position)
      if length == 0 { return position }
      position += length
    }
    return position
  }

  /// The length in bytes of the valid scalar at an offset, or 0 (Unicode Standard, table 3-7).
  @inline(__always)
  package static func scalarLength(_ bytes: UnsafeRawBufferPointer, at position: Int) -> Int {
    let lead = bytes[position]
    if lead < 0x80 { return 1 }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[position + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// A text while what is not valid in it is replaced.
  private struct Repair {
    var bytes: [UInt8] = []
    private var diagnostics: [Diagnostic] = []
    private var rest: Span?
    private var restCount = 0

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Writes U+FFFD in place of some bytes and notes it.
    mutating func replace(byteCount: Int, encoding: String) {
      let start = bytes.count
      bytes += [0xEF, 0xBF, 0xBD]
      let span = Span(start: start, end: bytes.count)
      if diagnostics.count < Limits.diagnostics {
        let sentence = Message("note.invalid", ["count": byteCount, "encoding": encoding])
        diagnostics.append(Diagnostic(code: .invalidEncoding, span: span, sentence))
      } else {
        rest = Span(start: rest?.start ?? start, end: span.end)
        restCount += 1
      }
    }

    /// The text with its diagnostics.
    var text: SourceText {
      guard let rest else { return SourceText(validBytes: bytes, diagnostics: diagnostics) }
      let sentence = Message("note.invalid-more", ["count": restCount])
      let last = Diagnostic(code: .invalidEncoding, span: rest, sentence)
      return SourceText(validBytes: bytes, diagnostics: diagnostics + [last])
    }
  }
}
