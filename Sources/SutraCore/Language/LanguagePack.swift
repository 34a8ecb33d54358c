/// One language: its settings, its lexicon and its endings, read from a folder of tables.
///
/// All steps of an analysis share one, so that handing it on costs nothing.
public final class LanguagePack: Sendable {
  let settings: LanguageSettings
  let lexicon: Lexicon
  let endings: EndingTable
  let confidence: ConfidenceTable
  let speakerConfidence: SpeakerConfidenceTable
  let letterVariants: LetterVariants
  /// How it tells what somebody says.
  public let wording: Wording

  /// The code, as in `bn`.
  public var code: String { settings.head.code }

  /// Reads a pack.
  ///
  /// - Parameter folder: The folder with its tables.
  /// - Throws: `LexiconError` for the first row that does not fit.
  init(_ folder: LanguageFolder) throws(LexiconError) {
    settings = try folder.settings()
    lexicon = try LexiconTables(folder.tables).lexicon(from: folder.file(LexiconTables.blockName))
    confidence = try ConfidenceTable(folder.tables("confidence.tsv"))
    speakerConfidence = try SpeakerConfidenceTable(folder.tables("speaker-confidence.tsv"))
    endings = try LexiconBuilder.endings(folder.tables("endings.tsv"))
    wording = try Wording(folder.tables("wording.tsv"))
    letterVariants = try LetterVariants(folder.tables("letter-variants.tsv"))
  }
}
