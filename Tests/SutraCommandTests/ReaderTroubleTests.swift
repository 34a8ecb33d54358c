import Foundation
import Testing

@testable import SutraCommand

@Suite("The reader in trouble")
struct ReaderTroubleTests {
  /// Waits until the status line counts the quotes of the analysed article.
  private func isRead(_ terminal: PseudoTerminal) -> Bool {
    terminal.wait { $0.text(row: $0.rows - 1).contains(/quote .+ of [0-9]/) }
  }

  @Test(
    "fills the window, whatever size the environment tells",
    arguments: [(columns: "40", rows: "10"), ("300", "90"), ("0", "0"), ("wide", "")])
  func staleSize(columns: String, rows: String) throws {
    let usual = try PseudoTerminal(["--sample"], columns: 100, rows: 30)
    let terminal = try PseudoTerminal(
      ["--sample"], columns: 100, rows: 30, variables: ["COLUMNS": columns, "LINES": rows])
    for terminal in [usual, terminal] { #expect(isRead(terminal)) }
    #expect(terminal.wait { $0.text == usual.screen.text })
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    #expect(!terminal.screen.isAlternate)
  }
}
