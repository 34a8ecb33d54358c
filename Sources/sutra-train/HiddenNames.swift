import SutraCore
import SutraResources

/// Decides which names of the tables to hide from which part of the documents: those that stand in
/// no other part.
struct HiddenNames {
  let packs: [TrainingPack]

  /// Makes one pack for each part, and a last one that hides nothing.
  ///
  /// - Parameters:
  ///   - documents: The documents the tables may have been made from, with the part of each.
  ///   - language: Their language.
  ///   - tables: The tables.
  ///   - foldCount: How many parts there are.
  /// - Throws: `TrainingError` when a table does not fit.
  init(
    _ documents: [(document: CorpusDocument, fold: Int)], language: String,
    tables: Set<String>, foldCount: Int
  ) throws(TrainingError) {
    do {
      let whole = try TrainingPack(.builtIn(language), hiding: [], in: tables)
      var folds: [[UInt8]: Set<Int>] = [:]
      for (document, fold) in documents {
        let bytes = Array(document.text.utf8)
        for name in document.names {
          let text = String(decoding: bytes[name.span.start..<name.span.end], as: UTF8.self)
          let words = text.split { $0.isWhitespace || "(),‘’“”\"".contains($0) }.map(String.init)
          for first in words.indices {
            for last in first..<min(words.count, first + 5) {
              let before: [UInt8] = words[first..<last].flatMap { (word: String) -> [UInt8] in
                TrainingText.key(of: word) + [0x20]
              }
              for key in whole.keys(of: words[last]) {
                folds[before + key, default: []].insert(fold)
              }
            }
          }
        }
      }
      var hidden = [Set<String>](repeating: [], count: foldCount)
      for name in TrainingPack.names(.builtIn(language), in: tables) {
        let words = name.split(separator: " ")
        let keys: [[UInt8]] = words.map { TrainingText.key(of: String($0)) }
        let key = [UInt8](keys.joined(separator: [0x20]))
        if let found = folds[key], found.count == 1, let fold = found.first {
          hidden[fold].insert(name)
        }
      }
      var packs: [TrainingPack] = []
      for forms in hidden {
        packs.append(try TrainingPack(.builtIn(language), hiding: forms, in: tables))
      }
      self.packs = packs + [whole]
    } catch {
      throw .unusable("a table of \(language) does not fit: \(error)")
    }
  }
}
