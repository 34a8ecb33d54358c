import Foundation
import SutraResources

@testable import SutraCore

/// What tests share: the analyser with its language tables read once, and the package's files.
enum Fixtures {
  static let analyzer = ArticleAnalyzer()
  /// The package's root folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  /// The folder with one folder for each language.
  static let languages = root.appending(path: "Sources/SutraResources/Languages")
  /// The codes of all languages that have a folder.
  static let codes: [String] = {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: languages.path)) ?? []
    return found.filter { !$0.hasPrefix(".") }.sorted()
  }()

  /// The bytes of a file below the package's root, or `nil` when there is none.
  static func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: root.appending(path: path))).map { Array($0) }
  }

  /// The article of a text in a language.
  static func article(_ text: String, language: String = "bn") -> Article {
    analyzer.article(document(text, language: language))
  }

  /// The document of a text in a language, its paragraphs of some kinds.
  static func document(
    _ text: String, language: String = "bn", kinds: [BlockKind]? = nil
  ) -> Document {
    let source = SourceText(validBytes: Array(text.utf8))
    let paragraphs = source.bytes.withUnsafeBufferPointer(DocumentParser.paragraphs)
    return Document(
      id: "test", text: source, language: language, title: nil, paragraphs: paragraphs,
      kinds: kinds ?? DocumentParser.kinds(of: paragraphs, title: nil, source.bytes))
  }

  /// The tokens of a text in a language.
  static func tokens(_ text: String, language: String = "bn") throws -> TokenizedDocument {
    guard let pack = LanguageLibrary.builtIn.pack(language) else {
      throw LexiconError.missingLanguage(folder: language)
    }
    return TokenizedDocument(document(text, language: language), pack)
  }
}

/// A quotation in words, as tests compare it.
struct Said: Equatable, CustomStringConvertible {
  let form: QuotationForm
  let content: String
  let cue: String?
  let speaker: String?
  let name: String?
  let kind: SpeakerKind?
  let rule: String

  var description: String {
    "\(rule) \(form) [\(content)] cue \(cue ?? "-") speaker \(speaker ?? "-")"
      + " name \(name ?? "-") kind \(kind?.rawValue ?? "-")"
  }
}

extension Article {
  /// The words of a span.
  func words(_ span: Span) -> String { document.text[span] }

  /// The quotations in words.
  var said: [Said] {
    zip(quotations, attributions).map { quotation, attribution in
      Said(
        form: quotation.form, content: words(quotation.content), cue: quotation.cue.map(words),
        speaker: attribution.speaker?.span.map(words), name: attribution.speaker?.name,
        kind: attribution.speaker?.kind, rule: quotation.rule.rawValue)
    }
  }

  /// The mentions in words, each with its kind and the name of its entity; dates and amounts are
  /// left out.
  var named: [[String]] {
    mentions.filter { $0.kind.isParty }.map {
      [$0.kind.rawValue, words($0.span), entities[$0.entity].name]
    }
  }
}

extension TokenizedDocument {
  /// The tokens in words.
  var words: [String] { tokens.indices.map { text($0..<$0 + 1) } }
}
