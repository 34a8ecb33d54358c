import Testing

@testable import SutraReader

@Suite("The key table")
struct KeyTableTests {
  @Test("binds no key twice")
  func unique() {
    let keys = KeyTable.groups.flatMap(\.bindings).flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test(
    "binds what people of less and vi expect",
    arguments: [
      (Key.character("j"), Action.lineDown), (.down, .lineDown), (.character("k"), .lineUp),
      (.up, .lineUp), (.character(" "), .pageDown), (.pageDown, .pageDown),
      (.character("b"), .pageUp), (.pageUp, .pageUp), (.character("d"), .halfPageDown),
      (.character("u"), .halfPageUp), (.character("g"), .toBeginning), (.home, .toBeginning),
      (.character("G"), .toEnd), (.end, .toEnd), (.character("]"), .nextQuotation),
      (.character("["), .previousQuotation), (.character("}"), .nextOfSpeaker),
      (.character("{"), .previousOfSpeaker), (.tab, .switchFocus), (.enter, .goToSelection),
      (.character("p"), .togglePane), (.character("P"), .nextView),
      (.character("h"), .toggleHighlighting), (.character("H"), .chooseKind),
      (.character("t"), .nextTheme), (.character("/"), .search), (.character("n"), .nextMatch),
      (.character("N"), .previousMatch), (.character("?"), .showHelp), (.character("q"), .quit),
    ])
  func binds(key: Key, action: Action) {
    #expect(Keymap.standard.action(of: key) == action)
  }
}
