import SutraCore
import SutraExport
import SutraWords

/// The words of the reader itself.
enum ReaderText {
  /// Several things of a kind, as in "persons".
  static func plural(of kind: EntityKind) -> String { say("kinds.\(kind.rawValue.lowercased())") }

  /// A thing of a kind, as in "person".
  static func name(of kind: EntityKind) -> String { say("kind.\(kind.rawValue.lowercased())") }

  /// What settings and commands call several things of a kind, in every language of the interface.
  static func pluralWord(of kind: EntityKind) -> String {
    InterfaceLanguage.english.speaking { plural(of: kind) }
  }

  /// What a search calls a thing of a kind, in every language of the interface.
  static func word(of kind: EntityKind) -> String {
    InterfaceLanguage.english.speaking { name(of: kind) }
  }

  /// Who says a quotation, or words for there being nobody.
  static func speaker(of attribution: Attribution, in article: Article) -> String {
    ExportWords.speaker(of: attribution, in: article)
  }

  /// Three keys for who has never used any; it goes away with the first key.
  static func firstStart(_ keymap: Keymap) -> String {
    keymap.say("status.first-start")
  }

  /// What stands for entities that are not listed.
  static func folded(_ count: Int, _ keymap: Keymap) -> String {
    " ▸ " + keymap.say("pane.folded", ["count": count])
  }

  /// The number of quotations, as in "3 quotes".
  static func quotes(_ count: Int) -> String { say("count.quotes", ["count": count]) }
}

extension String {
  /// It without blanks at its beginning.
  var trimmingBlanks: String { String(drop { $0 == " " }) }
}
