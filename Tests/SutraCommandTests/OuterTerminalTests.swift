import Testing

@testable import SutraCommand

@Suite("The terminal behind tmux")
struct OuterTerminalTests {
  @Test(
    "has placeholders where it is a kitty from 0.28 on",
    arguments: [
      ("kitty(0.35.2) on\n", true, true), ("kitty(0.28.0) all", true, true),
      ("kitty(1.0.0) off", true, false), ("kitty(0.27.1) on", false, true),
      ("kitty on", false, true), ("XTerm(370) on", false, true), (" on", false, true),
      ("", false, false),
      ("kitty(x.y) on", false, true),
    ])
  func answers(text: String, hasPlaceholders: Bool, passes: Bool) {
    let answer = OuterTerminal.Answer(text)
    #expect(answer.hasPlaceholders == hasPlaceholders && answer.passes == passes)
  }
}
