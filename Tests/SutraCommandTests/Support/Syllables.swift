import Foundation

/// Bengali syllables, to see whether each comes through a terminal whole.
enum Syllables {
  /// Conjuncts that are rare or long.
  static let rareConjuncts = [
    "ন্ত্র্য", "ক্ষ্ম্য", "র‍্য", "স্ত্র্য", "ঙ্ক্ষ", "ত্ত্ব", "জ্জ্ব", "ন্দ্র্য", "র্ৎস্ন", "র্ধ্ব", "ষ্ট্র্য", "ঙ্ক্ষ্য", "ল্ক্ষ্য", "ন্ধ্র্য", "স্প্ল",
    "ক্ষ্ণ", "হ্ম", "জ্ঞ", "ঞ্ছ্ব", "ম্ভ্র", "চ্ছ্ব", "দ্দ্ব", "ন্ত্ব", "র্ঘ্য", "র্স্ট্র", "ক্‌ষ", "অ্যা", "এ্যা", "ড়্গ", "ৎ", "য়্য", "ট্য়", "দ্ঘ",
    "স্ত্\u{200D}র", "প্স্য", "ব্দ্ধ", "ভ্র্য", "শ্ছ্য", "ঞ্জ্ঞ", "ক্ট্র্য",
  ]

  /// Signs that follow a consonant.
  static let signs = [
    "", "া", "ি", "ী", "ু", "ূ", "ৃ", "ে", "ৈ", "ো", "ৌ", "\u{9C7}\u{9BE}", "\u{9C7}\u{9D7}", "ঁ",
    "াঁ", "ং", "ঃ", "োং",
    "ৗ", "\u{9BC}", "\u{9BC}া", "্",
  ]

  /// Every rare conjunct with every sign.
  static let rare = rareConjuncts.flatMap { conjunct in signs.map { conjunct + $0 } }

  /// Files of real articles beside the package, when they are there.
  static let files: [String] = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let data = package.deletingLastPathComponent().appendingPathComponent("shared/data")
    return ["gold/seed.txt", "ner-bn/dev.jsonl"].map { data.appendingPathComponent($0).path }
      .filter { FileManager.default.isReadableFile(atPath: $0) }
  }()

  /// Every syllable of a file once.
  static func distinct(ofFile path: String) throws -> [String] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(separator: "\n").map(String.init)
    if path.hasSuffix(".jsonl") {
      lines = try lines.flatMap {
        strings(in: try JSONSerialization.jsonObject(with: Data($0.utf8)))
      }
    }
    // By their scalars, since strings that look the same may differ in those.
    var seen: Set<[Unicode.Scalar]> = []
    for line in lines {
      for syllable in line where isBengali(syllable) { seen.insert(Array(syllable.unicodeScalars)) }
    }
    return seen.map { scalars in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      return String(text)
    }.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  private static func strings(in object: Any) -> [String] {
    switch object {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(strings)
    case let members as [String: Any]: members.values.flatMap(strings)
    default: []
    }
  }

  private static func isBengali(_ syllable: Character) -> Bool {
    syllable.unicodeScalars.first.map { (0x985...0x9FE).contains($0.value) } ?? false
  }
}
