import SutraReader

/// What a terminal sends: in pieces it means the same as in one.
enum TerminalTarget {
  static func run(_ bytes: [UInt8]) {
    var reader = InputReader(bytes)
    let cut = reader.byte()
    let rest = reader.rest
    let sequences: [[UInt8]: Key] = [[0x1B, 0x5B, 0x41]: .up, [0x1B, 0x4F, 0x50]: .function(1)]
    var whole = InputDecoder(sequences: sequences)
    var found = whole.decode(rest)
    var pieces = InputDecoder(sequences: sequences)
    let place = min(cut, rest.count)
    var other = pieces.decode(rest[..<place])
    for byte in rest[place...] { other += pieces.decode([byte]) }
    hold(found == other, "bytes that come in pieces mean something else")
    hold(whole.isWaiting == pieces.isWaiting, "bytes that come in pieces wait for something else")
    found += whole.flush()
    hold(found == other + pieces.flush(), "bytes that come in pieces end otherwise")
    hold(!whole.isWaiting, "something waits for ever")
    for input in found {
      switch input {
      case .key(.character(let scalar)):
        hold(scalar.value >= 0x20 && scalar.value != 0x7F, "a control is taken for a letter")
      case .mouse(let event):
        hold(event.column >= 0 && event.row >= 0, "a mouse beside the screen")
      default: break
      }
    }
  }
}
