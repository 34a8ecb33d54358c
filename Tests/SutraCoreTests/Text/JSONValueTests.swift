import Testing

@testable import SutraCore

@Suite("JSON of others")
struct JSONValueTests {
  private func value(_ text: String) -> JSONValue? { JSONValue(Array(text.utf8)) }

  @Test(
    "is read, with what stands before a fault kept",
    arguments: [
      (#"{"a": [1, -2.5e1, "খ", true, null]}"#, #"{"a": [1, -25, "খ", true, null]}"#),
      (#"\u{FEFF} {"a": 1} trailing"#, #"{"a": 1}"#),
      (#"{"a": 1,, "b": [1, 2,],}"#, #"{"a": 1, "b": [1, 2]}"#),
      (#"{"a": "x", "b": [1, {"c": "cut"#, #"{"a": "x", "b": [1, {}]}"#),
      (#"{"a": 1, b: 2}"#, #"{"a": 1}"#),
      (#"[1, what, 2]"#, #"[1]"#),
      (#"{"a": 1, "a": 2}"#, #"{"a": 2}"#),
    ])
  func tolerant(text: String, meant: String) throws {
    let text = text.replacing(#"\u{FEFF}"#, with: "\u{FEFF}")
    let read: JSONValue = try #require(value(text))
    #expect(read == value(meant))
  }

  @Test("is none where there is no value, and never deeper than is read")
  func none() {
    for text in ["", "  ", "what", "\"never closed", "}", "--1", "nul"] {
      #expect(value(text) == nil)
    }
    let deep = String(repeating: "[", count: 100_000)
    var found = value(deep)
    var depth = 0
    while let next = found?.items.first { (found, depth) = (next, depth + 1) }
    #expect(depth < JSONValue.deepest)
  }

  @Test(
    "says what its strings say",
    arguments: [
      (#""নদী\n\t\r\"\\\/""#, "নদী\n\t\r\"\\/"), (#""\u0995\u09be""#, "কা"),
      (#""\ud83d\ude42""#, "🙂"), (#""\ud83d!""#, "\u{FFFD}!"),
      (#""\ude42\ud83d""#, "\u{FFFD}\u{FFFD}"),
      (#""\u+123""#, "\u{FFFD}+123"), ("\"two\nlines\"", "two\nlines"),
    ])
  func strings(written: String, text: String) {
    #expect(value(written)?.string == text)
    // Where nothing may be lost an escape that is none makes it no string.
    let exact = JSONText.string(Array(written.utf8)[...])
    #expect(exact == (written.contains("+") ? nil : text))
  }

  @Test("gives text for numbers, and lists for what stands alone")
  func accessors() {
    #expect(value("12")?.text == "12" && value("1.5")?.text == "1.5" && value("12")?.string == nil)
    #expect(value("true")?.text == nil)
    #expect(value(#"{"a": "x"}"#)?["a"]?.list == [.string("x")] && value("1")?.items == [])
    #expect(value(#"[1, 2]"#)?.list.count == 2)
  }
}
