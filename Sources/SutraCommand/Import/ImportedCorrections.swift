import SutraCore
import SutraInput
import SutraLibrary
import SutraReader
import SutraWords

/// Keeps what annotators have changed in exports as corrections of the articles in the library, and
/// what they have noted as notes.
struct ImportedCorrections {
  private let library: Library
  private let analyzer: ArticleAnalyzer

  /// Opens the library.
  init(_ analyzer: ArticleAnalyzer) throws(CommandError) {
    library = try UserLibrary.open()
    self.analyzer = analyzer
  }

  /// Keeps the corrections that make what was found in an article what was imported, and new notes.
  ///
  /// - Parameter wanted: The article as an annotator has made it.
  /// - Returns: How many corrections and notes there are.
  /// - Throws: `CommandError` where no article of that text is kept.
  func keep(_ wanted: Article) throws(CommandError) -> Int {
    let (library, now) = (library, UserLibrary.now)
    let text = String(decoding: wanted.document.text.bytes, as: UTF8.self)
    let origin = try UserLibrary.using { () throws(LibraryError) in
      try library.origin(ofText: text)
    }
    guard let origin else {
      throw .input(say("import.not-kept", ["name": VisibleText.safe(wanted.document.id)]))
    }
    let found = try KeptInputs.article(ArticleOrigin(word: origin).libraryName, analyzer)
    let changes = Correction.changes(from: found, to: wanted)
    let notes = wanted.notes.filter { !found.notes.contains($0) }
    _ = try UserLibrary.using { () throws(LibraryError) in
      try library.add(changes, to: origin, at: now)
      for note in notes {
        let anchor = TextAnchor(note.span, in: wanted.document.text)
        _ = try library.note(note.text, on: anchor, of: origin, at: now)
      }
    }
    return changes.count + notes.count
  }
}
