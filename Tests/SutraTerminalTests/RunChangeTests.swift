import Testing

@testable import SutraReader
@testable import SutraTerminal

@Suite("What changes in a row")
struct RunChangeTests {
  /// The runs of words that stand one after the other, each a column from the next.
  private static func runs(_ words: String...) -> [ScreenRun] {
    var writer = RowWriter(from: 0, to: 60, measure: Measure(.spacing))
    for word in words {
      writer.write(word, RoleSet(.text))
      writer.fill(to: writer.column + 1, RoleSet(.pane))
    }
    return writer.runs
  }

  @Test("is what stands between the runs that are the same at both ends")
  func between() {
    let (old, new) = (Self.runs("নদী", "ভাঙন", "│", "Quotes"), Self.runs("নদী", "খরা ", "│", "Quotes"))
    let change = RunChange(from: old, to: new, columns: 60)
    #expect(change.runs.map(\.text) == ["খরা "])
    #expect(change.columns == new[2].column..<new[3].column)
  }

  @Test("is the whole row where nothing was, and goes to its end where the last run differs")
  func ends() {
    let new = Self.runs("নদী", "river")
    let first = RunChange(from: [], to: new, columns: 60)
    #expect(first.runs.count == new.count && first.columns == 0..<60)
    let longer = RunChange(from: Array(new.dropLast(2)), to: new, columns: 60)
    #expect(longer.runs.first?.text == "river")
    #expect(longer.columns == new[2].column..<60)
    let emptied = RunChange(from: new, to: [], columns: 60)
    #expect(emptied.runs.isEmpty && emptied.columns == 0..<60)
  }

  @Test("is nothing where the row is the same, also where one word stands twice")
  func same() {
    let row = Self.runs("সেতু", "সেতু")
    #expect(RunChange(from: row, to: row, columns: 60).runs.isEmpty)
    let change = RunChange(from: Self.runs("সেতু"), to: row, columns: 60)
    #expect(change.runs.map(\.text) == ["সেতু", " "])
  }
}
