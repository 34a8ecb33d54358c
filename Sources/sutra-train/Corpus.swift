import Foundation
import SutraCore

/// A text in which people have marked names.
struct CorpusDocument {
  let id: String
  let text: String
  /// The names as spans of bytes, in text order.
  let names: [(span: Span, kind: EntityKind)]

  /// The corpus it is from: what its id begins with.
  var style: String { String(id.prefix { $0 != "-" }) }
}

/// Reads documents, one JSON object a line, whose spans count code points.
enum Corpus {
  private struct Row: Decodable {
    struct Name: Decodable {
      let span: [Int]
      let kind: String
    }
    let id: String
    let text: String
    let mentions: [Name]
  }

  static func documents(_ path: String) throws(TrainingError) -> [CorpusDocument] {
    let lines = try bytes(path).split(separator: 0x0A)
    var found: [CorpusDocument] = []
    for (index, line) in lines.enumerated() {
      guard let row = try? JSONDecoder().decode(Row.self, from: Data(line)) else {
        throw .unreadable(file: path, reason: "line \(index + 1) is no document")
      }
      // Where each code point begins.
      var offsets: [Int] = []
      var offset = 0
      for scalar in row.text.unicodeScalars {
        offsets.append(offset)
        offset += UTF8.width(scalar)
      }
      offsets.append(offset)
      let names = row.mentions.compactMap { name -> (span: Span, kind: EntityKind)? in
        guard name.span.count == 2, name.span[0] >= 0, name.span[0] < name.span[1],
          name.span[1] < offsets.count, let kind = EntityKind(rawValue: name.kind)
        else { return nil }
        return (Span(start: offsets[name.span[0]], end: offsets[name.span[1]]), kind)
      }
      found.append(CorpusDocument(id: row.id, text: row.text, names: names))
    }
    return found
  }

  static func bytes(_ path: String) throws(TrainingError) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(file: path, reason: error.localizedDescription)
    }
  }

  /// The classes of words by frequency: rows of word and Zipf frequency.
  static func wordClasses(_ path: String, bits: Int) throws(TrainingError) -> [UInt8] {
    var classes = [UInt8](repeating: 0, count: 1 << bits)
    for line in String(decoding: try bytes(path), as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t")
      guard columns.count == 2, let frequency = Double(columns[1]) else { continue }
      let hash = NameFeatures.hash(TrainingText.key(of: String(columns[0]))[...])
      let slot = Int(truncatingIfNeeded: hash >> 24) & (classes.count - 1)
      classes[slot] = max(classes[slot], UInt8(max(1, (frequency * 1.5).rounded())))
    }
    return classes
  }
}
