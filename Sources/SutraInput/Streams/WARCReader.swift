import SutraWords

/// Reads articles from the answers that a crawler has kept (WARC 1.0 and 1.1).
///
/// A record is never trusted: where one is not as it says, the next is looked for behind its head.
struct WARCReader: RecordReader {
  /// Most bytes of the lines that a record begins with.
  private static let longestHead = 64 << 10
  /// What a record begins with.
  static let mark = Array("WARC/1.".utf8)

  private let stream: Buffered
  private(set) var passed: [PassedRecord: Int] = [:]
  private var number = 0

  init(_ source: @escaping () -> [UInt8]) { stream = Buffered(source) }

  mutating func next() -> RecordEvent? {
    while true {
      stream.skipLineEnds()
      guard stream.fill(1) else {
        guard let why = stream.takeDamage() else { return nil }
        return failure(why)
      }
      number += 1
      let start = stream.offset
      guard stream.fill(Self.mark.count), stream.starts(with: Self.mark) else {
        let why = stream.takeDamage()
        seek()
        return failure(why ?? Message("record.no-warc"), at: start)
      }
      guard let (lines, length) = head() else {
        let why = stream.takeDamage()
        stream.drop(1)
        seek()
        return failure(why ?? Message("record.bad-head"), at: start)
      }
      // Where a head was cut off before this one, what is left of it stands first.
      let header = RecordHeader(lines, isLastMeant: true)
      let id = header["warc-record-id"].map { $0.filter { $0 != "<" && $0 != ">" } }
      guard let told = header["content-length"].flatMap({ Int($0) }), told >= 0 else {
        stream.drop(length)
        seek()
        return failure(Message("record.no-length"), id, at: start)
      }
      let isWanted = header["warc-type"]?.lowercased() == "response"
      if told > RecordStream.largest {
        stream.drop(length)
        let isWhole = pass(told)
        if let why = stream.takeDamage() { return failure(why, id, at: start) }
        if !isWhole { return failure(Message("record.wrong-length"), id, at: start) }
        if isWanted {
          return failure(RecordStream.tooLong, id, at: start)
        }
        passed[.other, default: 0] += 1
        continue
      }
      guard stream.fill(length + told), endsHere(length + told) else {
        let why = stream.takeDamage()
        stream.drop(length)
        seek()
        return failure(why ?? Message("record.wrong-length"), id, at: start)
      }
      guard isWanted else {
        stream.drop(length + told)
        passed[.other, default: 0] += 1
        continue
      }
      let content = stream.bytes(length..<length + told)
      stream.drop(length + told)
      let place = place(start)
      switch WARCResponse.article(content, header, id: id ?? place.text(in: .english), place: place)
      {
      case .record(let record): return .record(record)
      case .passed(let why): passed[why, default: 0] += 1
      case .failure(let reason): return failure(reason, id, at: start)
      }
    }
  }

  private func place(_ offset: Int) -> Message {
    Message("record.at-byte", ["number": number, "byte": offset])
  }

  private func failure(_ reason: Message, _ id: String? = nil, at offset: Int? = nil) -> RecordEvent
  {
    .failure(RecordFailure(place: place(offset ?? stream.offset), id: id, reason: reason))
  }

  /// The head of the record that begins here, and its length with the empty line; `nil` where it has
  /// no end.
  private func head() -> (lines: ArraySlice<UInt8>, length: Int)? {
    var seen = 0
    while true {
      if let end = stream.headEnd(from: max(0, seen - 4)) {
        return end <= Self.longestHead ? (stream.bytes(0..<end)[...], end) : nil
      }
      seen = stream.count
      guard seen < Self.longestHead, stream.fill(seen + 1) else { return nil }
    }
  }

  /// Whether a record that begins here may end at a place: another record or nothing follows.
  ///
  /// Where something else follows its two line ends that is not its fault; but then its length may
  /// have come out right by chance, and nothing in it may look like the beginning of another one.
  private func endsHere(_ length: Int) -> Bool {
    var end = length
    while end < length + 4, stream.fill(end + 1), stream.isLineEnd(end) { end += 1 }
    guard stream.fill(end + Self.mark.count) else {
      return end > length || !stream.isDamaged && stream.count == end
    }
    if stream.starts(with: Self.mark, at: end) { return true }
    return end - length >= 2 && (stream.find(Self.mark, from: 1).map { $0 >= length } ?? true)
  }

  /// Goes past the content of a record without keeping it; whether it ends there.
  ///
  /// Where it does not, the stream stands at the next record.
  private func pass(_ length: Int) -> Bool {
    var left = length
    while left > 0 {
      guard stream.fill(1) else { return false }
      // A length that is wrong would take in all records behind it.
      if stream.fill(Self.mark.count + 4),
        let begin = stream.find(Self.mark, from: 4), begin < left
      {
        stream.drop(begin)
        return false
      }
      let piece = min(left, max(1, stream.count - Self.mark.count - 4))
      stream.drop(piece)
      left -= piece
    }
    if endsHere(0) { return true }
    seek()
    return false
  }

  /// Goes on to where a record may begin.
  private func seek() {
    while stream.fill(Self.mark.count) {
      if let begin = stream.find(Self.mark) {
        stream.drop(begin)
        return
      }
      stream.drop(max(1, stream.count - Self.mark.count + 1))
    }
    if !stream.isDamaged { stream.drop(stream.count) }
  }

  /// What is at hand of a stream.
  private final class Buffered {
    private var stream: UnpackedStream
    private var buffer: [UInt8] = []
    private var at = 0
    /// Bytes before the buffer.
    private var before = 0
    private var damage: Message?

    init(_ source: @escaping () -> [UInt8]) { stream = UnpackedStream(source) }

    /// The number of the next byte, of those that are unpacked.
    var offset: Int { before + at }
    var count: Int { buffer.count - at }
    /// Whether something is lost behind what is at hand.
    var isDamaged: Bool { damage != nil }

    /// Sees to it that there are so many bytes; whether there are.
    ///
    /// What is lost is not passed over before it is told of.
    func fill(_ wanted: Int) -> Bool {
      while count < wanted, damage == nil {
        switch stream.next() {
        case .bytes(let more):
          if at > 0 {
            buffer.removeSubrange(..<at)
            before += at
            at = 0
          }
          buffer += more
        case .damage(let why): damage = why
        case .end: return false
        }
      }
      return count >= wanted
    }

    /// Tells what is lost and gives up what came before it; `nil` where nothing is.
    func takeDamage() -> Message? {
      guard let why = damage else { return nil }
      damage = nil
      drop(count)
      return why
    }

    func drop(_ length: Int) {
      at += min(length, count)
      if at == buffer.count {
        before += at
        buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 20)
        at = 0
      }
    }

    func bytes(_ range: Range<Int>) -> [UInt8] {
      Array(buffer[at + range.lowerBound..<min(buffer.count, at + range.upperBound)])
    }

    func starts(with mark: [UInt8], at place: Int = 0) -> Bool {
      buffer[(at + place)...].starts(with: mark)
    }

    func isLineEnd(_ place: Int) -> Bool {
      buffer[at + place] == 0x0A || buffer[at + place] == 0x0D
    }

    func skipLineEnds() {
      while fill(1), isLineEnd(0) { drop(1) }
    }

    /// Where some bytes begin, of those at hand from a place on.
    func find(_ mark: [UInt8], from place: Int = 0) -> Int? {
      guard at + place <= buffer.count else { return nil }
      return buffer.place(of: mark, in: at + place..<buffer.count).map { $0 - at }
    }

    /// Where a head ends, behind its empty line.
    func headEnd(from start: Int) -> Int? {
      let bytes = buffer[at...]
      var index = at + start
      while index + 1 < bytes.endIndex {
        if bytes[index] == 0x0A {
          if bytes[index + 1] == 0x0A { return index + 2 - at }
          if bytes[index + 1] == 0x0D, index + 2 < bytes.endIndex, bytes[index + 2] == 0x0A {
            return index + 3 - at
          }
        }
        index += 1
      }
      return nil
    }
  }
}
