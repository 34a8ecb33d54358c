import Foundation
import Testing

@testable import SutraCommand

@Suite("The reader opens and closes")
struct ReaderStartTests {
  @Test("shows the sample, then who speaks first")
  func opensSample() throws {
    let terminal = try PseudoTerminal(["--sample"], columns: 120, rows: 30)
    #expect(terminal.waits(for: "হাওরে নামছে বইয়ের নৌকা"))
    #expect(terminal.waits(for: "1 মাহবুবা নাসরিন"))
    #expect(terminal.screen.isAlternate)
    #expect(terminal.screen.unknown.isEmpty)
  }
}
