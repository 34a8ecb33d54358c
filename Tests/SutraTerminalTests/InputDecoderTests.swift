import SutraReader
import Testing

@testable import SutraTerminal

/// What a decoder makes of bytes that come all at once.
private func inputs(_ text: String, _ decoder: InputDecoder = InputDecoder()) -> [TerminalInput] {
  var decoder = decoder
  return decoder.decode(text.utf8)
}

/// The same as keys.
private func keys(_ text: String) -> [TerminalInput] { text.unicodeScalars.map(character) }

private func character(_ scalar: Unicode.Scalar) -> TerminalInput { .key(.character(scalar)) }

@Suite("What a terminal says of itself")
struct TerminalAnswerTests {
  @Test(
    "its ground, when it is well, and what else it may say",
    arguments: [
      ("\u{1B}[0n", [TerminalInput.well]), ("\u{1B}[?997;1n", [.ground(isLight: false)]),
      ("\u{1B}[?997;2n", [.ground(isLight: true)]), ("\u{1B}[?997;3n", []), ("\u{1B}[3n", []),
      ("\u{1B}[?996n", []),
      ("\u{1B}]11;rgb:ffff/eeee/dddd\u{1B}\\", [.color(number: 11, 0xFFEEDD)]),
    ])
  func ground(sent: String, means: [TerminalInput]) {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array(sent.utf8)) == means)
    #expect(decoder.flush() == [])
  }
}

@Suite("Keys from bytes")
struct InputDecoderTests {
  @Test(
    "gives each sequence its key, in one read or byte by byte",
    arguments: [
      ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
      ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left),
      ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert),
      ("\u{1B}[3~", .delete), ("\u{1B}[H", .home), ("\u{1B}[F", .end), ("\u{1B}OH", .home),
      ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[7~", .home),
      ("\u{1B}[8~", .end), ("\u{1B}[Z", .backTab), ("\u{1B}OM", .enter), ("\u{1B}[1;5C", .right),
      ("\u{1B}OP", .function(1)), ("\u{1B}OQ", .function(2)), ("\u{1B}OR", .function(3)),
      ("\u{1B}OS", .function(4)), ("\u{1B}[11~", .function(1)), ("\u{1B}[14~", .function(4)),
      ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[18~", .function(7)),
      ("\u{1B}[19~", .function(8)), ("\u{1B}[20~", .function(9)), ("\u{1B}[21~", .function(10)),
      ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)), ("\u{1B}[[A", .function(1)),
      ("\u{1B}[[E", .function(5)), ("\u{1B}[1;2P", .function(1)), ("\r", .enter), ("\n", .enter),
      ("\t", .tab), ("\u{7F}", .backspace), ("\u{01}", .control("a")), ("\u{0C}", .control("l")),
      ("\u{1A}", .control("z")), ("q", .character("q")), ("?", .character("?")),
      (" ", .character(" ")), ("ক", .character("ক")), ("্", .character("্")),
      ("é", .character("é")), ("😀", .character("😀")),
    ] as [(String, Key)])
  func givesKey(bytes: String, key: Key) {
    #expect(inputs(bytes) == [.key(key)])
    var decoder = InputDecoder()
    let byByte = bytes.utf8.flatMap { decoder.decode([$0]) }
    #expect(byByte == [.key(key)])
    #expect(!decoder.isWaiting)
  }

  @Test("reads letters of all scripts in order, wherever reads cut them")
  func readsLetters() {
    let text = "সূত্র, র‌্যাব ও ‍জেলা; quotes € 漢字 🙂"
    let bytes = Array(text.utf8)
    #expect(inputs(text) == keys(text))
    for cut in bytes.indices {
      var decoder = InputDecoder()
      let found = decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])
      #expect(found == keys(text))
    }
  }

  @Test("takes a lone escape for Esc once nothing follows")
  func takesEscape() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(!decoder.isWaiting)
    #expect(decoder.flush().isEmpty)
    #expect(inputs("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
  }

  @Test(
    "takes Esc and a letter typed slowly for two keys",
    arguments: ["[", "O"] as [Unicode.Scalar])
  func takesEscapeAndLetter(letter: Unicode.Scalar) {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B, UInt8(letter.value)]).isEmpty)
    #expect(decoder.flush() == [.key(.escape), character(letter)])
  }

  @Test("lets Alt with a key mean the key")
  func readsAlt() {
    #expect(inputs("\u{1B}x") == [character("x")])
    #expect(inputs("\u{1B}ক") == [character("ক")])
    #expect(inputs("\u{1B}\r") == [.key(.enter)])
  }

  @Test("prefers what the terminal database says")
  func prefersDatabase() {
    let decoder = InputDecoder(sequences: [
      Array("\u{1B}[A".utf8): .function(9), Array("\u{1B}[25;6~".utf8): .backTab,
      Array("\u{1B}Ot".utf8): .left,
    ])
    #expect(
      inputs("\u{1B}[A\u{1B}[25;6~\u{1B}Ot\u{1B}[B", decoder)
        == [.key(.function(9)), .key(.backTab), .key(.left), .key(.down)])
  }

  @Test(
    "tells where the cursor stands, wherever reads cut the answer",
    arguments: [("\u{1B}[3;5R", 3, 5), ("\u{1B}[24;80R", 24, 80), ("\u{1B}[3;1R", 3, 1)])
  func tellsCursor(answer: String, row: Int, column: Int) {
    let bytes = Array(answer.utf8)
    for cut in bytes.indices {
      var decoder = InputDecoder()
      let found = decoder.decode([0x6A] + bytes[..<cut]) + decoder.decode(bytes[cut...] + [0x6B])
      #expect(found == [character("j"), .cursor(row: row, column: column), character("k")])
    }
  }

  @Test(
    "tells whether a mode is on, wherever reads cut the answer",
    arguments: [(0, nil), (1, true), (2, false), (3, true), (4, false)] as [(Int, Bool?)])
  func tellsMode(state: Int, isOn: Bool?) {
    let bytes = Array("\u{1B}[?2027;\(state)$y".utf8)
    for cut in bytes.indices {
      var decoder = InputDecoder()
      let found = decoder.decode([0x6A] + bytes[..<cut]) + decoder.decode(bytes[cut...] + [0x6B])
      #expect(found == [character("j"), .mode(number: 2_027, isOn: isOn), character("k")])
    }
  }

  @Test("takes an answer from the first row for Shift-F3, which sends the same")
  func takesFirstRowForKey() {
    #expect(inputs("\u{1B}[1;2R") == [.key(.function(3))])
  }

  @Test(
    "gives no key for what no key sends, and reads on behind it",
    arguments: [
      "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "\u{1B}]11;rgb:0/0/0\u{07}", "\u{1B}P1$r0m\u{1B}\\",
      "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}^private\u{1B}\\", "\u{1B}Xstring\u{1B}\\",
      "\u{1B}]52;c;কখগ\u{1B}\\", "\u{1B}[<0;12M", "\u{1B}[<3;12;7M", "\u{1B}[?62;4c",
      "\u{1B}[>0;276;0c", "\u{1B}[201~", "\u{1B}[99~", "\u{1B}[1;2;3;4w",
      "\u{1B}[?1;2$y", "\u{1B}[I", "\u{1B}[O", "\u{1B}Oz", "\u{1B}[[Z", "\u{00}", "\u{1C}",
      "\u{85}", "\u{9B}",
    ])
  func givesNoKey(bytes: String) {
    #expect(inputs(bytes + "j").filter(isPressed) == [character("j")])
    var decoder = InputDecoder()
    let found = (bytes + "j").utf8.flatMap { decoder.decode([$0]) }
    #expect(found.filter(isPressed) == [character("j")])
  }

  /// Whether it is from whoever sits before the terminal, not an answer of the terminal's.
  private func isPressed(_ input: TerminalInput) -> Bool {
    switch input {
    case .attributes, .cell, .color, .graphics, .cursor, .well, .ground, .mode: false
    case .key, .mouse, .paste: true
    }
  }

  @Test(
    "tells what the mouse did, with modifiers or without",
    arguments: [
      ("\u{1B}[<0;12;7M", MouseEvent(.press, column: 11, row: 6)),
      ("\u{1B}[<0;12;7m", MouseEvent(.release, column: 11, row: 6)),
      ("\u{1B}[<16;1;1M", MouseEvent(.press, column: 0, row: 0)),
      ("\u{1B}[<32;300;99M", MouseEvent(.drag, column: 299, row: 98)),
      ("\u{1B}[<64;5;5M", MouseEvent(.wheelUp, column: 4, row: 4)),
      ("\u{1B}[<65;5;5M", MouseEvent(.wheelDown, column: 4, row: 4)),
    ])
  func mouse(bytes: String, event: MouseEvent) {
    #expect(inputs(bytes + "j") == [.mouse(event), character("j")])
  }

  @Test("gives no key for an old mouse report, whatever its three bytes are")
  func skipsMouse() {
    for third in ["q", "!", "\u{7F}"] {
      #expect(inputs("\u{1B}[M " + third + "%j") == [character("j")])
    }
  }
}
