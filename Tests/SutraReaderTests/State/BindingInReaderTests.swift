import Testing

@testable import SutraReader

@Suite("Keys bound in the reader")
struct BindingInReaderTests {
  /// Types a command and Enter.
  private func run(_ command: String, _ state: inout ReaderState) {
    state.press(.character(":"))
    state.type(command)
    state.press(.enter)
  }

  @Test(
    "work at once, with the equals sign or without", arguments: ["z next-quote", "z = next-quote"])
  func binds(words: String) {
    var state = ReaderState.open(Articles.turns)
    run("set bind \(words)", &state)
    #expect(state.status.contains("z is next-quote now"))
    state.press(.character("z"))
    #expect(state.selection.quotation == 1)
  }

  @Test(
    "are refused with what would be right",
    arguments: [
      ("set bind z", "set bind KEY ACTION"), ("set bind z fly", "there is no action 'fly'"),
      ("set bind Hyper next-quote", "there is no key 'Hyper'"),
    ])
  func refuses(command: String, complaint: String) {
    var state = ReaderState.open(Articles.turns, columns: 160)
    run(command, &state)
    #expect(state.status.contains(complaint))
  }
}
