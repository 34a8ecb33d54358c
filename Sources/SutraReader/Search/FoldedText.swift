import SutraCore
import SutraResources

/// What was typed, ready to be looked for in many short texts as a search does.
struct TypedPart: Sendable {
  private let pattern: SearchPattern
  private let otherScript: OtherScriptSearch?

  /// Makes ready what was typed; nothing is in every text.
  init(_ typed: String, _ folding: SearchFolding = SearchFolding()) {
    pattern = SearchPattern(typed, folding)
    otherScript =
      folding.readsOtherScripts ? OtherScriptSearch(typed, in: .builtIn) : nil
  }

  /// Whether a text has it: as it was typed, or as a name in another script.
  func isIn(_ text: String) -> Bool {
    guard !pattern.isEmpty else { return true }
    var text = text
    return text.withUTF8 { text in
      !pattern.matches(in: text).isEmpty || otherScript?.isFound(in: text) == true
    }
  }
}

/// Compares short texts as a search does.
enum FoldedText {
  /// Whether a text has a part that a search would find.
  static func contains(_ part: String, in text: String, _ folding: SearchFolding = .init()) -> Bool
  {
    TypedPart(part, folding).isIn(text)
  }
}
