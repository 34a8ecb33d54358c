import SutraReader

/// Answers of a terminal, whole or broken, in pieces, between keys: the keys come through and nothing
/// of the answers does.
enum AnswersTarget {
  /// How strings begin and end: OSC, DCS, APC, PM and SOS, by BEL or ST.
  private static let beginnings: [[UInt8]] = [
    [0x1B, 0x5D], [0x1B, 0x50], [0x1B, 0x5F], [0x1B, 0x5E], [0x1B, 0x58],
  ]
  private static let ends: [[UInt8]] = [[0x07], [0x1B, 0x5C]]
  /// The last letters of answers that no key ends with.
  private static let finals = Array("Rctny$x".utf8)

  static func run(_ bytes: [UInt8]) {
    var reader = InputReader(bytes)
    var sent: [UInt8] = []
    var typed: [Key] = []
    while !reader.isAtEnd {
      let letter = UInt8(0x61 + reader.number(below: 26))
      sent.append(letter)
      typed.append(.character(Unicode.Scalar(letter)))
      sent += answer(&reader)
    }
    sent.append(0x71)
    typed.append(.character("q"))
    var whole = InputDecoder()
    hold(keys(whole.decode(sent) + whole.flush()) == typed, "an answer is taken for keys")
    var pieces = InputDecoder()
    var found: [TerminalInput] = []
    for byte in sent { found += pieces.decode([byte]) }
    hold(keys(found + pieces.flush()) == typed, "an answer in pieces is taken for keys")
    for case .color(let number, let color) in found {
      hold(number == 10 || number == 11, "a colour of nothing")
      hold(color <= 0xFFFFFF, "a colour that is none")
    }
  }

  private static func answer(_ reader: inout InputReader) -> [UInt8] {
    let choice = reader.byte()
    let count = reader.number(below: 24)
    if choice % 2 == 0 {
      // A string of what strings may hold.
      let payload = (0..<count).map { _ in UInt8(0x20 + reader.number(below: 0x5F)) }
      return beginnings[choice / 2 % beginnings.count] + payload + ends[choice / 32 % 2]
    }
    // Parameters behind a private mark, so that no key is meant.
    let digits = Array("0123456789;".utf8)
    let payload = (0..<count).map { _ in digits[reader.number(below: digits.count)] }
    var final = [finals[choice / 2 % finals.count]]
    if final == [0x24] { final = [0x24, 0x79] }
    return [0x1B, 0x5B, choice & 4 == 0 ? 0x3F : 0x3E] + payload + final
  }

  private static func keys(_ inputs: [TerminalInput]) -> [Key] {
    inputs.compactMap { if case .key(let key) = $0 { key } else { nil } }
  }
}
