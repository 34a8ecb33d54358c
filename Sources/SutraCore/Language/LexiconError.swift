import SutraWords

/// Why a language table could not be used; lines are counted from 1.
public enum LexiconError: Error, Equatable {
  /// A row has fewer or more columns than its table wants.
  case wrongColumnCount(file: String, line: Int, expected: Int, found: Int)
  /// A row repeats the form of an earlier one.
  case duplicateForm(file: String, line: Int, form: String)
  /// A column holds a word that is not one of those allowed there.
  case unknownValue(file: String, line: Int, value: String, allowed: [String])
  /// A script is no range of letters.
  case notARange(file: String, line: Int, value: String)
  /// The tables hold more words or phrases than a lexicon can number.
  case tooManyWords(folder: String)
  /// A language has no `language.tsv` or one without a code.
  case missingLanguage(folder: String)

  /// One sentence that names the file, the line and the remedy.
  public var message: String {
    switch self {
    case .wrongColumnCount(let file, let line, let expected, let found):
      say("table.columns", ["file": file, "line": line, "found": found, "expected": expected])
    case .duplicateForm(let file, let line, let form):
      say("table.earlier-row", ["file": file, "line": line, "word": form])
    case .unknownValue(let file, let line, let value, let allowed):
      say(
        "table.unknown-value",
        ["file": file, "line": line, "word": value, "words": allowed.joined(separator: ", ")])
    case .notARange(let file, let line, let value):
      say("table.no-range", ["file": file, "line": line, "word": value])
    case .tooManyWords(let folder):
      say("table.too-many", ["folder": folder])
    case .missingLanguage(let folder):
      say("table.no-language", ["folder": folder])
    }
  }
}
