import Foundation
import SutraCore
import SutraResources

/// Writes what second readings are trained from: texts as tokens with features and the rules' findings.
struct ExampleWriting {
  private struct Row: Decodable {
    let id: String
    let text: String
  }

  /// Files of documents, one JSON object a line.
  let files: [String]

  /// Writes a line of JSON for each document, in their order.
  func run() throws(TrainingError) {
    let analyzer = ArticleAnalyzer()
    let encoder = JSONEncoder()
    for file in files {
      for (index, line) in try Corpus.bytes(file).split(separator: 0x0A).enumerated() {
        guard let row = try? JSONDecoder().decode(Row.self, from: Data(line)) else {
          throw .unreadable(file: file, reason: "line \(index + 1) is no document")
        }
        let text = SourceText(validBytes: Array(row.text.utf8))
        guard let example = analyzer.readingExample(analyzer.document(id: row.id, text: text)),
          let written = try? encoder.encode(example)
        else { throw .unusable("\(row.id) cannot be read: its language is not known") }
        FileHandle.standardOutput.write(written + [0x0A])
      }
    }
  }
}
