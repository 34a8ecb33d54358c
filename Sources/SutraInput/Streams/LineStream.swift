import SutraWords

/// The lines of a stream, one after the other, unpacked where it is packed.
final class LineStream {
  /// What comes next.
  enum Line {
    /// A line without its end.
    case line([UInt8])
    /// A line of more than the most bytes, which is passed over.
    case tooLong
    /// Something is lost: why.
    case damage(Message)
  }

  /// The number of the line that came last, counted from 1.
  private(set) var number = 0
  private var stream: UnpackedStream
  private var buffer: [UInt8] = []
  private var at = 0
  private var hasEnded = false

  /// Takes a source: each call gives some bytes, none at the end.
  init(_ source: @escaping () -> [UInt8]) { stream = UnpackedStream(source) }

  /// Gives the next line.
  ///
  /// - Parameter quote: What begins and ends a field in which line ends do not count.
  /// - Returns: The line; `nil` at the end.
  func next(quotedBy quote: UInt8? = nil) -> Line? {
    var line: [UInt8] = []
    var isQuoted = false
    var isTooLong = false
    var hasAny = false
    while true {
      if at == buffer.count {
        guard !hasEnded else {
          guard hasAny else { return nil }
          number += 1
          return isTooLong ? .tooLong : .line(Self.withoutReturn(line))
        }
        switch stream.next() {
        case .end: hasEnded = true
        case .damage(let why):
          if hasAny { number += 1 }
          return .damage(why)
        case .bytes(let more): (buffer, at) = (more, 0)
        }
        continue
      }
      hasAny = true
      let end = end(&isQuoted, quote)
      if line.count + end - at > RecordStream.largest {
        isTooLong = true
        line = []
      } else if !isTooLong {
        line += buffer[at..<end]
      }
      at = end
      guard end < buffer.count else { continue }
      at += 1
      number += 1
      return isTooLong ? .tooLong : .line(Self.withoutReturn(line))
    }
  }

  /// Where the line ends in the buffer, or the buffer's end.
  private func end(_ isQuoted: inout Bool, _ quote: UInt8?) -> Int {
    buffer.withUnsafeBufferPointer { bytes in
      var index = at
      while index < bytes.count {
        if bytes[index] == quote { isQuoted.toggle() }
        if bytes[index] == 0x0A, !isQuoted { return index }
        index += 1
      }
      return index
    }
  }

  private static func withoutReturn(_ line: [UInt8]) -> [UInt8] {
    line.last == 0x0D ? line.dropLast() : line
  }
}
