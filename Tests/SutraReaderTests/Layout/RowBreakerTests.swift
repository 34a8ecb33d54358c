import Foundation
import SutraCore
import SutraResources
import Testing

@testable import SutraReader

@Suite("Rows")
struct RowBreakerTests {
  private static let closing: Set<Unicode.Scalar> = [
    "।", "॥", "’", "”", "»", ",", ";", "!", "?", ")", ".",
  ]
  private static let opening: Set<Unicode.Scalar> = ["‘", "“", "«", "("]

  @Test(
    "hold every cell of a text whole and once, at any width",
    arguments: LayoutSamples.all, WidthProfile.allCases)
  func complete(text: String, profile: WidthProfile) {
    let checker = RowChecker(text, profile)
    for width in 1...200 {
      if let fault = checker.fault(width: width) {
        Issue.record("\(fault)")
        return
      }
    }
  }

  @Test("hold every cell of an article whole and once, at any width")
  func article() throws {
    let path = "../shared/data/gold/seed.txt"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      print("skipped: \(path) is absent")
      return
    }
    for profile in WidthProfile.allCases {
      let checker = RowChecker(text, profile)
      for width in 1...200 {
        #expect(checker.fault(width: width) == nil)
        #expect(checker.cutSyllable(width: width) == nil)
      }
      for width in 20...200 {
        for row in checker.rows(width).map({ checker.text($0) }) {
          #expect(!Self.closing.contains(row.unicodeScalars.first ?? " "), "\(width) \(row)")
          #expect(!Self.opening.contains(row.unicodeScalars.last ?? " "), "\(width) \(row)")
        }
      }
    }
  }

  @Test(
    "never end inside a syllable, at any width",
    arguments: [
      LayoutSamples.bengali, LayoutSamples.english, LayoutSamples.mixed, LayoutSamples.emoji,
      LayoutSamples.rightToLeft, LayoutSamples.longWord, LayoutSamples.blanks,
    ], WidthProfile.allCases)
  func syllables(text: String, profile: WidthProfile) {
    let checker = RowChecker(text, profile)
    for width in 1...200 { #expect(checker.cutSyllable(width: width) == nil) }
  }

  @Test(
    "break where a reader expects it",
    arguments: [
      (12, "নদীর ধারে বাড়ি", ["নদীর ধারে", "বাড়ি"]),
      (9, "৯০ শতাংশ মানুষ", ["৯০ শতাংশ", "মানুষ"]),
      (8, "সে এসেছে । তারপর", ["সে", "এসেছে ।", "তারপর"]),
      (9, "তিনি বলেন ’। পরে", ["তিনি", "বলেন ’।", "পরে"]),
      (7, "ক \" খবর \" শেষ", ["ক", "\" খবর \"", "শেষ"]),
      (7, "ক ‘ খবর ’ শেষ", ["ক", "‘ খবর ’", "শেষ"]),
      (6, "কথা ‘শুনুন’ আজ", ["কথা", "‘শুনুন’", "আজ"]),
      (6, "কথা \"শুনুন\" আজ", ["কথা", "\"শুনুন\"", "আজ"]),
      (12, "see example.org/news/today now", ["see", "example.org/", "news/today", "now"]),
      (6, "well-known", ["well-", "known"]),
      (5, "  ক খগঘঙচ", ["  ক", "খগঘঙচ"]),
      (4, "a\tb c", ["a b", "c"]),
      (5, "ক\nখ\n\nগ\n", ["ক", "খ", "", "গ"]),
      (3, "কখ\r\nগ\u{2028}ঘ\u{2029}ঙ", ["কখ", "গ", "ঘ", "ঙ"]),
      (80, "", [""]), (80, "   ", [""]), (1, "中文", ["中", "文"]),
      (4, "中文，日本", ["中", "文，", "日本"]),
    ])
  func places(width: Int, text: String, rows: [String]) {
    let checker = RowChecker(text, .spacing)
    let found = checker.rows(width).map { checker.text($0).replacing("\t", with: " ") }
    #expect(found == rows)
  }

  @Test(
    "never end inside a conjunct",
    arguments: [
      "ন্ত্র্য", "ক্ষ্ম্য", "র\u{200D}্যা", "স্ত্র্যা", "র্কি", "ভর্ৎসনা", "অ্যা", "র\u{200C}্যা", "ঙ্ক্ষ্যো",
      "क्ष्म्यि", "ক\u{9BC}্ষী",
    ])
  func conjuncts(text: String) {
    for profile in WidthProfile.allCases {
      let checker = RowChecker(text, profile)
      let syllables = text == "ভর্ৎসনা" ? ["ভ", "র্ৎ", "স", "না"] : [text]
      #expect(checker.rows(1).map { checker.text($0) } == syllables)
    }
  }

  @Test("start with no closing mark and end with no opening one, where the width allows it")
  func marks() {
    let text = """
      সে বলে, ‘আজ যাব ।’ “কেন?” ( হঠাৎ ) সে থামল ! «এখন» নয় , পরে ; ‘ তবে ’ শেষ । । দাঁড়ি। ‘ “একসঙ্গে” ’ হ্যাঁ ॥
      """
    for profile in WidthProfile.allCases {
      let checker = RowChecker(text, profile)
      for width in 8...120 {
        for row in checker.rows(width).map({ checker.text($0) }) {
          #expect(
            row.unicodeScalars.first.map { !Self.closing.contains($0) } ?? true, "\(width) \(row)")
          #expect(
            row.unicodeScalars.last.map { !Self.opening.contains($0) } ?? true, "\(width) \(row)")
        }
      }
    }
  }

  @Test("of a damaged text are complete and in bounds")
  func damage() {
    var random = SeededGenerator(seed: 20)
    let pool = LayoutSamples.all.joined().unicodeScalars.map { $0 }
    for _ in 0..<300 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        text.append(pool[Int.random(in: 0..<pool.count, using: &random)])
      }
      for profile in WidthProfile.allCases {
        let checker = RowChecker(String(text), profile)
        for width in [1, 2, 3, 5, 8, 13, 40] {
          if let fault = checker.fault(width: width) {
            Issue.record("\(fault) \(String(text).debugDescription)")
          }
        }
      }
    }
  }

  @Test(
    "take what is drawn of them where more signs than a cell holds stand behind a visible mark",
    arguments: ["\t", "\u{E0041}", "ক\t"], WidthProfile.allCases)
  func signsBehindMark(before: String, profile: WidthProfile) {
    let text = before + String(repeating: "্", count: 32) + String(repeating: "B", count: 25)
    let bytes = Array(text.utf8)
    for width in 1...24 {
      bytes.withUnsafeBufferPointer { buffer in
        let whole = Span(start: 0, end: buffer.count)
        for row in RowBreaker(profile: profile).rows(of: whole, in: buffer, width: width) {
          var shown: [UInt8] = []
          VisibleText.append(row.span, of: buffer, to: &shown)
          #expect(profile.columns(of: String(decoding: shown, as: UTF8.self)) == row.columns)
        }
      }
    }
  }

  @Test("of bytes that are no text stay in bounds")
  func illFormed() {
    var random = SeededGenerator(seed: 21)
    let whole = Array(LayoutSamples.all.joined().utf8)
    for _ in 0..<500 {
      var bytes = Array(whole.shuffledSlice(using: &random))
      for _ in 0..<4 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      bytes.withUnsafeBufferPointer { buffer in
        let span = Span(start: 0, end: buffer.count)
        for width in [1, 7, 40] {
          var end = 0
          for row in RowBreaker(profile: .konsole).rows(of: span, in: buffer, width: width) {
            #expect(row.span.start >= end && row.span.end <= buffer.count)
            end = row.span.end
          }
        }
        var output: [UInt8] = []
        VisibleText.append(span, of: buffer, to: &output)
        #expect(String(validating: output, as: UTF8.self) != nil)
      }
    }
  }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

extension Array {
  fileprivate func shuffledSlice(using random: inout SeededGenerator) -> ArraySlice<Element> {
    let start = Int.random(in: 0..<count, using: &random)
    return self[start..<Swift.min(count, start + Int.random(in: 0...80, using: &random))]
  }
}
