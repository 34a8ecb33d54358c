/// A language pack for training, in which some names of the tables are hidden.
///
/// Where the tables were made from the very texts that a model learns from, they know each of
/// their names, and the model would learn to trust them more than they deserve elsewhere. The
/// trainer hides from a text what the tables know from nowhere else.
package struct TrainingPack: Sendable {
  let pack: LanguagePack

  /// Reads the pack of a language.
  ///
  /// - Parameters:
  ///   - folder: Its tables.
  ///   - hidden: The forms, as the tables write them, to leave out.
  ///   - tables: The tables to leave them out of.
  /// - Throws: `LexiconError` when a table does not fit.
  package init(
    _ folder: LanguageFolder, hiding hidden: Set<String>, in tables: Set<String>
  ) throws(LexiconError) {
    let partly = LanguageFolder(name: folder.name) { name in
      guard let bytes = folder.file(name) else { return nil }
      guard tables.contains(name), !hidden.isEmpty else { return bytes }
      var kept: [UInt8] = []
      for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        let form = String(decoding: line.prefix { $0 != 0x09 }, as: UTF8.self)
        if !hidden.contains(form) { kept += line + [0x0A] }
      }
      // Tables are read once; what is allocated here lives as long as the trainer runs.
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: kept.count, alignment: 1)
      copy.copyBytes(from: kept)
      return UnsafeRawBufferPointer(copy)
    }
    pack = try LanguagePack(partly)
  }

  /// The forms in some tables of a language.
  package static func names(_ folder: LanguageFolder, in tables: Set<String>) -> [String] {
    var found: [String] = []
    for name in tables.sorted() {
      guard let bytes = folder.file(name) else { continue }
      for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
        found.append(String(decoding: line.prefix { $0 != 0x09 }, as: UTF8.self))
      }
    }
    return found
  }

  /// A word and its possible stems, as lookup keys.
  package func keys(of word: String) -> [[UInt8]] {
    let key = TrainingText.key(of: word)
    var found = [key]
    pack.endings.forEachStem(of: key[...]) { length, _ in found.append(Array(key.prefix(length))) }
    return found
  }
}

/// A text as a trainer sees it: tokens with the rows of their features.
package struct TrainingText {
  private let text: TokenizedDocument
  private let finder: MentionFinder
  private var features: NameFeatures

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - language: Its language.
  ///   - pack: The tables to read it with.
  ///   - wordClass: The class of a word by how often it is used, from its hash.
  package init(
    _ text: String, language: String, pack: TrainingPack,
    wordClass: @escaping (UInt64) -> UInt8
  ) {
    let source = SourceText(validBytes: Array(text.utf8))
    let paragraphs = source.bytes.withUnsafeBufferPointer(DocumentParser.paragraphs)
    let document = Document(
      id: "", text: source, language: language, title: nil, paragraphs: paragraphs)
    self.text = TokenizedDocument(document, pack.pack)
    finder = MentionFinder(self.text)
    features = NameFeatures(self.text, standing: finder.standing, wordClass: wordClass)
  }

  /// The stretches of tokens that are labelled each by itself.
  package func chains() -> [Range<Int>] { text.chains() }

  /// The byte offsets of a token.
  package func span(_ token: Int) -> Span { text.tokens[token].span }

  /// The rows of a token's features.
  package func rows(of token: Int, in range: Range<Int>, style: Int) -> [UInt32] {
    var rows: [UInt32] = []
    var word = WordFeatures()
    let first = max(range.lowerBound, token - NameFeatures.reach)
    let last = min(range.upperBound - 1, token + NameFeatures.reach)
    for other in first...last {
      word.removeAll()
      features.addWordFeatures(of: features.slot(of: other), to: &word)
      word.forEachRow(distance: other - token) { rows.append($0) }
    }
    features.addTokenRows(token, in: range, style: style, to: &rows)
    return rows
  }

  /// The names of the text, as spans of bytes with their confidence.
  ///
  /// - Parameters:
  ///   - model: The model, or `nil` for rules alone.
  ///   - style: The style of annotation.
  /// - Returns: The names in text order.
  package func names(
    _ model: NameModel?, style: Int
  ) -> [(span: Span, kind: EntityKind, confidence: Double)] {
    MentionFinder.mentions(in: text, model, style: style).map {
      (text.span($0.tokens), $0.kind, $0.weight)
    }
  }

  /// What a model finds and makes of the names of the rules, as spans of bytes.
  package func candidates(_ model: NameModel, style: Int) -> [(span: Span, name: NameTagger.Name)] {
    var found: [(span: Span, name: NameTagger.Name)] = []
    ModelRules(text, model, proposals: finder.proposals, standing: finder.standing)
      .forEachCandidate(style: style) { found.append((text.span($0.tokens), $0)) }
    return found
  }

  /// The lookup key of a word.
  package static func key(of word: String) -> [UInt8] {
    KeyFolding.key(of: word)
  }
}
