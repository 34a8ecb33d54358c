import SutraCore
import SutraReader

/// What a terminal sends.
public enum TerminalInput: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// A text was pasted; of a very long one its beginning.
  case paste(String)
  /// The cursor stands here, counted from 1: the answer to CSI 6 n.
  case cursor(row: Int, column: Int)
  /// What the terminal can do, by the numbers of DA1: the answer to CSI c.
  case attributes([Int])
  /// The size of a cell in pixels: the answer to CSI 16 t.
  case cell(width: Int, height: Int)
  /// One of the terminal's own colours, 0xRRGGBB: 10 for its letters, 11 for its ground.
  case color(number: Int, UInt32)
  /// The terminal is well: the answer to CSI 5 n.
  case well
  /// Whether the terminal's ground is light: told when it changes (mode 2031).
  case ground(isLight: Bool)
  /// Whether a private mode is on; `nil` where the terminal does not know it: the answer to
  /// CSI ? number $ p.
  case mode(number: Int, isOn: Bool?)
  /// The answer of kitty's graphics protocol for a picture of a number, and whether all is well.
  case graphics(number: Int, isFine: Bool)
}

/// Turns the bytes a terminal sends into keys and answers.
///
/// Sequences may come in pieces: what is not complete waits for the rest. What no key sends is
/// left out, so that an answer nobody waits for any more is never taken for keys.
public struct InputDecoder: Sendable {
  /// Most bytes of one sequence; a longer one is no key.
  static let longestSequence = Limits.keySequenceBytes

  /// What the terminal database says of this terminal's keys.
  private let sequences: [[UInt8]: Key]
  private(set) var pending: [UInt8] = []
  /// What has come so far of a text that is being pasted.
  private var pasted: [UInt8]?

  /// Makes a decoder.
  ///
  /// - Parameter sequences: The keys that send sequences of their own, as the terminal database
  ///   has them; the usual ones of xterm and the VT220 are known without.
  public init(sequences: [[UInt8]: Key] = [:]) {
    self.sequences = sequences
  }

  /// Whether the bytes so far may be the beginning of a longer sequence.
  public var isWaiting: Bool { pasted == nil && !pending.isEmpty }

  /// Takes bytes in and tells what they mean.
  public mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
    pending += bytes
    var found: [TerminalInput] = []
    var position = 0
    while position < pending.count {
      if pasted != nil {
        guard let end = takePasted(from: position) else { break }
        position = end
        if pasted == nil { found.append(.paste(takeLastPaste())) }
        continue
      }
      if pending[position...].starts(with: Self.pasteStart) {
        pasted = []
        position += Self.pasteStart.count
        continue
      }
      guard let (length, input) = next(at: position) else { break }
      if let input { found.append(input) }
      position += length
    }
    pending.removeFirst(position)
    return found
  }

  private static let pasteStart = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)
  /// The text of a paste that has come to its end.
  private var lastPaste: [UInt8] = []

  private mutating func takeLastPaste() -> String {
    defer { lastPaste = [] }
    return String(decoding: lastPaste, as: UTF8.self)
  }

  /// Takes what is pasted from a position on, up to its end if that has come.
  ///
  /// - Returns: The position behind it; `nil` when what stands there may be the beginning of the end.
  private mutating func takePasted(from start: Int) -> Int? {
    var end = start
    while end < pending.count {
      if pending[end] == 0x1B {
        let rest = pending[end...]
        if rest.starts(with: Self.pasteEnd) {
          keepPasted(start..<end)
          lastPaste = pasted ?? []
          pasted = nil
          return end + Self.pasteEnd.count
        }
        if rest.count < Self.pasteEnd.count, Self.pasteEnd.starts(with: rest) {
          keepPasted(start..<end)
          return end > start ? end : nil
        }
      }
      end += 1
    }
    keepPasted(start..<end)
    return end
  }

  private mutating func keepPasted(_ range: Range<Int>) {
    let room = Limits.pastedBytes - (pasted?.count ?? 0)
    pasted?.append(contentsOf: pending[range].prefix(max(0, room)))
  }

  /// Tells what the waiting bytes mean when no more come: an escape alone is the Esc key.
  public mutating func flush() -> [TerminalInput] {
    guard pasted == nil, let first = pending.first else { return [] }
    guard first == 0x1B else {
      pending.removeAll()
      return []
    }
    let rest = Array(pending.dropFirst())
    pending.removeAll()
    // What began like a sequence and was none: the key, and what was typed after it.
    guard rest.isEmpty || rest == [0x5B] || rest == [0x4F] else { return [] }
    return [.key(.escape)] + rest.map { .key(.character(Unicode.Scalar($0))) }
  }

  /// The length and meaning of what stands at a position; `nil` when more bytes are needed.
  private func next(at position: Int) -> (length: Int, input: TerminalInput?)? {
    let byte = pending[position]
    if byte == 0x1B { return sequence(at: position) }
    if byte < 0x80 { return (1, Self.control(byte).map(TerminalInput.key)) }
    return scalar(at: position)
  }

  /// The key of a control character or ASCII letter.
  private static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x7F: .backspace
    case 0x01...0x1A: .control(Unicode.Scalar(byte + 0x60))
    case 0..<0x20: nil
    default: .character(Unicode.Scalar(byte))
    }
  }

  private func scalar(at position: Int) -> (length: Int, input: TerminalInput?)? {
    let lead = pending[position]
    let length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    guard length > 1, lead < 0xF5 else { return (1, nil) }
    let available = pending[position...].prefix(length)
    if let wrong = available.dropFirst().firstIndex(where: { $0 & 0xC0 != 0x80 }) {
      return (wrong - position, nil)
    }
    guard available.count == length else { return nil }
    let text = String(decoding: available, as: UTF8.self)
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first,
      scalar != "\u{FFFD}" || Array(available) == [0xEF, 0xBF, 0xBD], scalar.value >= 0xA0
    else { return (length, nil) }
    return (length, .key(.character(scalar)))
  }

  private func sequence(at position: Int) -> (length: Int, input: TerminalInput?)? {
    let rest = pending[position...]
    var longest = 0
    var key: Key?
    for (sequence, known) in sequences where sequence.count > longest && rest.starts(with: sequence)
    {
      (longest, key) = (sequence.count, known)
    }
    if let key { return (longest, .key(key)) }
    guard rest.count > 1 else { return nil }
    switch pending[position + 1] {
    case 0x5B: return controlSequence(at: position)
    case 0x4F:
      guard rest.count > 2 else { return nil }
      return (3, Self.application(pending[position + 2]).map(TerminalInput.key))
    case 0x5D, 0x50, 0x5F, 0x5E, 0x58: return string(at: position)
    case 0x1B: return (1, .key(.escape))
    default:
      // Alt with a key: the key means the same without it.
      return (1, nil)
    }
  }

  /// CSI: parameters, intermediate bytes, a final byte.
  private func controlSequence(at position: Int) -> (length: Int, input: TerminalInput?)? {
    var end = position + 2
    // The Linux console sends F1 to F5 as CSI [ A to E.
    if end < pending.count, pending[end] == 0x5B {
      guard end + 1 < pending.count else { return nil }
      let number = Int(pending[end + 1]) - 0x40
      return (4, (1...5).contains(number) ? .key(.function(number)) : nil)
    }
    while end < pending.count, pending[end] >= 0x20, pending[end] < 0x40 {
      end += 1
      if end - position > Self.longestSequence { return (end - position, nil) }
    }
    guard end < pending.count else { return nil }
    let length = end + 1 - position
    let final = pending[end]
    guard final >= 0x40, final < 0x7F else { return (end - position, nil) }
    if final == 0x4D, length == 3 {
      // A mouse report of the old kind: button, column and row follow as a byte each.
      return pending.count >= end + 4 ? (length + 3, nil) : nil
    }
    if pending[position + 2] == 0x3C, final == 0x4D || final == 0x6D {
      let report = Self.numbers(pending[position + 3..<end])
      return (length, Self.mouse(report, isRelease: final == 0x6D).map(TerminalInput.mouse))
    }
    if pending[position + 2] == 0x3F, final == 0x63 {
      return (length, .attributes(Self.numbers(pending[position + 3..<end])))
    }
    if pending[position + 2] == 0x3F, final == 0x6E {
      let told = Self.numbers(pending[position + 3..<end])
      guard told.count == 2, told[0] == 997, told[1] == 1 || told[1] == 2 else {
        return (length, nil)
      }
      return (length, .ground(isLight: told[1] == 2))
    }
    if pending[position + 2] == 0x3F, final == 0x79, pending[end - 1] == 0x24 {
      let told = Self.numbers(pending[position + 3..<end - 1])
      guard told.count == 2 else { return (length, nil) }
      // On or off, for now or for ever; 0 of one that is unknown.
      let isOn = (1...4).contains(told[1]) ? told[1] % 2 == 1 : nil
      return (length, .mode(number: told[0], isOn: isOn))
    }
    // What begins with another private mark is an answer to what nobody has asked.
    guard !(0x3C...0x3F).contains(pending[position + 2]) else { return (length, nil) }
    return (length, Self.meaning(of: final, Self.numbers(pending[position + 2..<end])))
  }

  /// The numbers of a sequence, parted by semicolons.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { digits in
      digits.reduce(0) { min(99_999, $0 * 10 + Int($1 & 0x0F)) }
    }
  }

  /// A mouse report of the new kind (SGR, mode 1006): button and modifiers, column, row.
  private static func mouse(_ report: [Int], isRelease: Bool) -> MouseEvent? {
    guard report.count == 3, report[1] > 0, report[2] > 0 else { return nil }
    let kind: MouseEvent.Kind
    switch report[0] & ~0x1C {
    case 0: kind = isRelease ? .release : .press
    case 32: kind = .drag
    case 64: kind = .wheelUp
    case 65: kind = .wheelDown
    default: return nil
    }
    return MouseEvent(kind, column: report[1] - 1, row: report[2] - 1)
  }

  private static func meaning(of final: UInt8, _ parameters: [Int]) -> TerminalInput? {
    switch final {
    case 0x52 where parameters.count == 2 && parameters[0] > 1:
      // CSI 1 ; 2 R is Shift-F3 as well: answers are asked for in other rows only.
      return .cursor(row: parameters[0], column: parameters[1])
    case 0x74:
      guard parameters.count == 3, parameters[0] == 6, parameters[1] > 0, parameters[2] > 0
      else { return nil }
      return .cell(width: parameters[2], height: parameters[1])
    case 0x6E: return parameters == [0] ? .well : nil
    case 0x7E: return numbered(parameters.first ?? 0).map(TerminalInput.key)
    case 0x5A: return .key(.backTab)
    default: return application(final).map(TerminalInput.key)
    }
  }

  /// The key of a final letter, after CSI or SS3.
  private static func application(_ final: UInt8) -> Key? {
    switch final {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x4D: .enter
    case 0x50...0x53: .function(Int(final) - 0x4F)
    default: nil
    }
  }

  /// The key of CSI with a number and a tilde.
  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// The answer in a string, from the letter that says of what kind it is: `]` with a colour, `_G`
  /// of pictures.
  private static func answer(_ string: ArraySlice<UInt8>) -> TerminalInput? {
    let text = String(decoding: string.dropFirst(), as: UTF8.self)
    if string.first == 0x5D {
      let parts = text.split(separator: ";")
      guard parts.count == 2, let number = Int(parts[0]), number == 10 || number == 11,
        parts[1].hasPrefix("rgb:")
      else { return nil }
      let shares = parts[1].dropFirst(4).split(separator: "/")
      guard shares.count == 3 else { return nil }
      var color: UInt32 = 0
      for share in shares {
        // Two digits or four; the first two are enough.
        guard share.utf8.count >= 2, let value = UInt32(share.prefix(2), radix: 16) else {
          return nil
        }
        color = color << 8 | value
      }
      return .color(number: number, color)
    }
    guard string.first == 0x5F, text.hasPrefix("Gi=") else { return nil }
    let parts = text.dropFirst(3).split(separator: ";", maxSplits: 1)
    guard parts.count == 2, let number = Int(parts[0].prefix { $0 != "," }) else { return nil }
    return .graphics(number: number, isFine: parts[1] == "OK")
  }

  /// OSC, DCS and their like: everything up to ST or BEL, none of which is a key.
  private func string(at position: Int) -> (length: Int, input: TerminalInput?)? {
    var end = position + 2
    while end < pending.count {
      if pending[end] == 0x07 {
        return (end + 1 - position, Self.answer(pending[position + 1..<end]))
      }
      if pending[end] == 0x1B {
        guard end + 1 < pending.count else { return nil }
        guard pending[end + 1] == 0x5C else { return (end - position, nil) }
        return (end + 2 - position, Self.answer(pending[position + 1..<end]))
      }
      end += 1
      if end - position > 4_096 { return (end - position, nil) }
    }
    return nil
  }
}
