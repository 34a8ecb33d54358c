import SutraCore
import SutraWords

/// Reads articles of which each is an object of JSON in a line of its own.
struct JSONLinesReader: RecordReader {
  private let lines: LineStream
  private let name: String
  private let textColumn: String
  let passed: [PassedRecord: Int] = [:]

  init(_ lines: LineStream, name: String, textColumn: String) {
    (self.lines, self.name, self.textColumn) = (lines, name, textColumn)
  }

  mutating func next() -> RecordEvent? {
    while let line = lines.next() {
      let place = Message("record.at-line", ["line": lines.number])
      switch line {
      case .damage(let why):
        return .failure(
          RecordFailure(
            place: Message("record.behind-line", ["line": lines.number]), id: nil, reason: why))
      case .tooLong:
        return .failure(
          RecordFailure(
            place: place, id: nil, reason: RecordStream.tooLong))
      case .line(var bytes):
        if lines.number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard bytes.contains(where: { $0 > 0x20 }) else { continue }
        return event(bytes, place)
      }
    }
    return nil
  }

  private func event(_ bytes: [UInt8], _ place: Message) -> RecordEvent {
    guard let object = RecordObject(bytes) else {
      return .failure(RecordFailure(place: place, id: nil, reason: Message("record.no-json")))
    }
    let id = object.name("id")
    let body: ArticleRecord.Body
    if let text = object.string(textColumn) {
      body = .text(Array(text.utf8))
    } else if let html = object.string("html") {
      var content = ArticleContent(id: id ?? place.text(in: .english), bytes: Array(html.utf8))
      // What the page says of its encoding was true before it became a string.
      content.charset = "utf-8"
      content.address = object.string("url")
      body = .page(content)
    } else {
      return .failure(
        RecordFailure(
          place: place, id: id, reason: Message("record.no-text", ["column": textColumn])))
    }
    var record = ArticleRecord(id: id ?? "\(name):\(lines.number)", place: place, body: body)
    let known = ["id", "html", "text", textColumn]
    for member in object.members where !known.contains(member.name) {
      if record.said.take(member.name, JSONText.string(member.value)) { continue }
      record.carry(member.name, raw: member.value)
    }
    return .record(record)
  }
}

extension DocumentMetadata {
  /// Takes what a record says under a name; whether it is one of those that an analysis has.
  mutating func take(_ name: String, _ value: String?) -> Bool {
    guard let value, !value.isEmpty else { return false }
    switch name {
    // So items of feeds call it.
    case "url", "link": address = value
    case "title": headline = value
    case "author": author = value
    case "published": published = value
    case "site": site = value
    default: return false
    }
    return true
  }

  /// What is said here, and where nothing is, what is said elsewhere.
  func filled(from other: DocumentMetadata) -> DocumentMetadata {
    var filled = self
    filled.address = address ?? other.address
    filled.site = site ?? other.site
    filled.author = author ?? other.author
    filled.published = published ?? other.published
    filled.language = language ?? other.language
    filled.headline = headline ?? other.headline
    return filled
  }
}

extension ArticleRecord {
  /// Carries a member through as it is written, with U+FFFD for what is no UTF-8.
  mutating func carry(_ name: String, raw value: ArraySlice<UInt8>) {
    if !carried.isEmpty { carried.append(0x2C) }
    carried += Self.quoted(name)
    carried.append(0x3A)
    carried += String(decoding: value, as: UTF8.self).utf8
  }

  /// Carries a string through.
  mutating func carry(_ name: String, _ value: String) {
    carry(name, raw: Self.quoted(value)[...])
  }

  /// A string of JSON.
  private static func quoted(_ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.string(text)
    return json.bytes
  }
}
