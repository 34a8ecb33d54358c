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
      "\(file):\(line): \(found) columns where \(expected) belong; part them by one tab each"
    case .duplicateForm(let file, let line, let form):
      "\(file):\(line): \(form) stands in an earlier row; remove one of them"
    case .unknownValue(let file, let line, let value, let allowed):
      "\(file):\(line): \(value) is not one of \(allowed.joined(separator: ", "))"
    case .notARange(let file, let line, let value):
      "\(file):\(line): \(value) is no range of letters; write two hexadecimal numbers, as in "
        + "0980-09FF"
    case .tooManyWords(let folder):
      "\(folder): more than 16 million words or phrases; remove some"
    case .missingLanguage(let folder):
      "\(folder): no language.tsv with a code; add a row `code`, tab, and the code"
    }
  }
}
