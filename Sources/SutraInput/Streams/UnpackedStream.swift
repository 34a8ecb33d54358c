import CPacking
import SutraWords

/// How a stream is packed.
public enum Packing: Sendable {
  case gzip, zstd

  /// The packing that the ending of a file's name tells.
  public init?(ending path: String) {
    if path.hasSuffix(".gz") {
      self = .gzip
    } else if path.hasSuffix(".zst") {
      self = .zstd
    } else {
      return nil
    }
  }

  var number: Int32 {
    switch self {
    case .gzip: Int32(sutra_packing_gzip)
    case .zstd: Int32(sutra_packing_zstd)
    }
  }

  /// The bytes that each member of a packed stream begins with.
  fileprivate var beginning: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B, 0x08]
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }

  /// The package that holds the library for it, where that is not installed.
  public var missingLibrary: String? {
    sutra_packing_load(number).map { String(cString: $0) }
  }

  /// Bytes as one whole packed member; `nil` where they cannot be packed.
  public func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var out: UnsafeMutableRawPointer?
    let length = bytes.withUnsafeBytes {
      sutra_pack(number, $0.baseAddress, $0.count, &out)
    }
    guard length >= 0, let out else { return nil }
    defer { sutra_free(out) }
    return Array(UnsafeRawBufferPointer(start: out, count: length))
  }
}

/// The bytes of a stream, unpacked where it is packed by gzip or zstd: what its first bytes tell.
///
/// A damaged member of a packed stream is given up, and the next one is looked for.
struct UnpackedStream: ~Copyable {
  /// What comes next.
  enum Event {
    /// Some bytes, at least one.
    case bytes([UInt8])
    /// What came before is not whole: why.
    case damage(Message)
    /// There is nothing more.
    case end
  }

  /// Bytes that are unpacked at a time.
  private static let room = 256 << 10
  /// Packed bytes that are kept behind: where a member is cut off, the next one begins before that
  /// is seen.
  private static let keptBehind = 64 << 10
  /// Packed bytes that are taken at a time.
  ///
  /// The libraries tell more or less of a damaged member as they get
  /// more or less of it at once, and what is told may not depend on how the bytes come.
  private static let piece = 64 << 10

  private let source: () -> [UInt8]
  /// Bytes that have come and are not taken yet.
  private var waiting: ArraySlice<UInt8> = []
  private var input: [UInt8] = []
  private var at = 0
  /// Packed bytes before `input`.
  private var before = 0
  private var hasBegun = false
  private var packing: Packing?
  private var unpacker: OpaquePointer?
  private var isInMember = false
  /// Where the member begins, of the packed bytes.
  private var memberStart = 0
  private var isRecovering = false
  /// Bytes that were gone back over, to look for members in them.
  private var readAgain = 0
  /// Why the beginning is lost, until that is told.
  private var lostBeginning: Message?
  private var hasEnded = false

  /// Takes a source: each call gives some bytes, none at the end.
  init(_ source: @escaping () -> [UInt8]) { self.source = source }

  deinit { sutra_unpacker_close(unpacker) }

  /// Gives what comes next.
  mutating func next() -> Event {
    if !hasBegun { begin() }
    guard let packing else {
      if at < input.count {
        defer { (input, at) = ([], 0) }
        return .bytes(at == 0 ? input : Array(input[at...]))
      }
      let more = waiting.isEmpty ? source() : Array(waiting)
      waiting = []
      return more.isEmpty ? .end : .bytes(more)
    }
    if let missing = packing.missingLibrary {
      defer { hasEnded = true }
      return hasEnded
        ? .end
        : .damage(Message("record.no-library", ["package": missing]))
    }
    if let why = lostBeginning {
      lostBeginning = nil
      return .damage(why)
    }
    while !hasEnded {
      if at == input.count, !refill() {
        guard isInMember else {
          hasEnded = true
          return .end
        }
        // What has seemed to be one long member may have swallowed others.
        if let event = giveUp(packing, Message("record.cut-off")) { return event }
        continue
      }
      if !isInMember {
        // Zeros fill up the last block of a tape.
        if input[at] == 0, packing.beginning[0] != 0 {
          at += 1
          continue
        }
        isInMember = true
        memberStart = before + at
        if unpacker == nil {
          unpacker = sutra_unpacker_open(packing.number)
        } else {
          sutra_unpacker_begin(unpacker)
        }
        guard unpacker != nil else {
          hasEnded = true
          return .damage(Message("record.no-memory"))
        }
      }
      if let event = unpack(packing) { return event }
    }
    return .end
  }

  /// Unpacks some bytes; `nil` where that has given none.
  private mutating func unpack(_ packing: Packing) -> Event? {
    var (used, made, answer) = (0, 0, Int32(0))
    let out = [UInt8](unsafeUninitializedCapacity: Self.room) { buffer, count in
      input[at...].withUnsafeBytes {
        answer = sutra_unpacker_take(
          unpacker, $0.baseAddress, $0.count, &used, buffer.baseAddress, buffer.count, &made)
      }
      count = made
    }
    at += used
    switch answer {
    case Int32(sutra_unpack_damaged):
      return giveUp(
        packing, Message("record.damaged", ["byte": before + at]))
    case Int32(sutra_unpack_end):
      isInMember = false
      isRecovering = false
    default:
      // A member that takes nothing and gives nothing would go on forever.
      if used == 0, made == 0, at < input.count {
        isInMember = false
        at += 1
        seek(packing)
      }
    }
    return made > 0 ? .bytes(out) : nil
  }

  /// Gives a member up and goes to where the next may begin; tells why, unless that is told already.
  private mutating func giveUp(_ packing: Packing, _ why: Message) -> Event? {
    isInMember = false
    let back = max(memberStart + 1 - before, at - Self.keptBehind, 0)
    // Bytes made for it could be read again and again.
    if readAgain <= 16 * (before + at) + 1 << 20 {
      readAgain += max(0, at - back)
      at = back
    } else {
      at = max(at, memberStart + 1 - before)
    }
    seek(packing)
    // One fault may seem to be several until a member is whole again.
    defer { isRecovering = true }
    return isRecovering ? nil : .damage(why)
  }

  /// Goes on to where a member may begin.
  private mutating func seek(_ packing: Packing) {
    let wanted = packing.beginning
    while true {
      while input.count - at < wanted.count {
        let rest = Array(input[at...])
        before += at
        let more = take()
        (input, at) = (rest + more, 0)
        if more.isEmpty {
          at = input.count
          return
        }
      }
      if let found = input.place(of: wanted, in: at..<input.count) {
        at = found
        return
      }
      at = input.count - wanted.count + 1
    }
  }

  private mutating func refill() -> Bool {
    let more = take()
    let kept = min(input.count, Self.keptBehind)
    before += input.count - kept
    (input, at) = (Array(input[(input.count - kept)...]) + more, kept)
    return !more.isEmpty
  }

  /// Takes the next piece; a shorter one at the end alone, where nothing is left.
  private mutating func take() -> [UInt8] {
    while waiting.count < Self.piece {
      let more = source()
      if more.isEmpty { break }
      waiting += more
    }
    defer { waiting = waiting.dropFirst(Self.piece) }
    return Array(waiting.prefix(Self.piece))
  }

  private mutating func begin() {
    hasBegun = true
    while input.count < 4 {
      let more = source()
      if more.isEmpty { break }
      input += more
    }
    packing = [Packing.gzip, .zstd].first { input.starts(with: $0.beginning) }
    // Of a text that somebody writes just now nothing is held back.
    if packing == nil, beginsAsText { return }
    (waiting, input) = (input[...], [])
    input = take()
    if packing == nil { beginLater() }
  }

  /// Whether the first four bytes may be those of a text; only these are asked, so that it does not
  /// matter in which pieces a stream comes.
  private var beginsAsText: Bool {
    var previous: UInt8 = 0
    for byte in input.prefix(4) {
      let isContinuation = byte & 0xC0 == 0x80
      if byte < 0x09 || byte >= 0xF8 || isContinuation && previous < 0x80 { return false }
      previous = byte
    }
    return true
  }

  /// Looks for a member behind a beginning that is neither packed nor a text: it may be damaged.
  private mutating func beginLater() {
    // In a stream of plain records members may well stand within them.
    let plain = input.place(of: WARCReader.mark, in: input.indices) ?? .max
    for kind in [Packing.gzip, .zstd] {
      guard let found = input.place(of: kind.beginning, in: input.indices), found < plain else {
        continue
      }
      packing = kind
      at = found
      isRecovering = true
      lostBeginning = Message("record.damaged", ["byte": found])
      return
    }
  }
}

extension Packing {
  /// The body of an HTTP answer, unpacked as its header tells.
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - coding: What `Content-Encoding` says.
  ///   - most: How many bytes it may have.
  /// - Returns: The body, as far as it can be unpacked; `nil` where it cannot be or is larger.
  static func unpacked(_ body: [UInt8], coding: String, most: Int) -> [UInt8]? {
    let kind: Int32
    switch coding {
    case "gzip", "x-gzip": kind = Int32(sutra_packing_gzip)
    case "deflate": kind = Int32(sutra_packing_deflate)
    case "zstd": kind = Int32(sutra_packing_zstd)
    default: return nil
    }
    guard let unpacker = sutra_unpacker_open(kind) else { return nil }
    defer { sutra_unpacker_close(unpacker) }
    var (out, at) = ([UInt8](), 0)
    var room = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      var (used, made) = (0, 0)
      let answer = body[at...].withUnsafeBytes { from in
        room.withUnsafeMutableBytes {
          sutra_unpacker_take(
            unpacker, from.baseAddress, from.count, &used, $0.baseAddress, $0.count, &made)
        }
      }
      at += used
      out += room[..<made]
      if out.count > most { return nil }
      if answer == Int32(sutra_unpack_end) { return out }
      if answer == Int32(sutra_unpack_damaged) || used == 0 && made == 0 {
        return out.isEmpty ? nil : out
      }
    }
  }
}
