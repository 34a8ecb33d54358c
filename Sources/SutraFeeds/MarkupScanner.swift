import SutraCore

/// Cuts markup into tags and texts, whatever stands in it, in one pass and without a tree.
package struct MarkupScanner {
  /// An attribute: its name as written, its value with entities resolved.
  package struct Attribute: Equatable {
    package let name: String
    package let value: String
  }

  /// What comes next.
  package enum Event: Equatable {
    /// A tag that opens an element, and whether it closes it as well.
    case start(name: String, attributes: [Attribute], isClosed: Bool)
    case end(name: String)
    /// A text between tags, entities and all: a span of the bytes.
    case text(Range<Int>)
    /// A text in which nothing is markup: a span of the bytes.
    case data(Range<Int>)
  }

  /// Most attributes of a tag.
  private static let mostAttributes = 100
  /// Most bytes of a tag; what claims to be longer is text.
  private static let longestTag = 1 << 16

  package let bytes: [UInt8]
  private(set) var position = 0
  /// Entities that the document itself defines.
  private(set) var entities: [String: String] = [:]
  /// The element whose end ends a CDATA section that has none; the caller tells it.
  package var openElement = ""
  private var hasNoDataEnd = false
  private var hasNoCommentEnd = false

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag or text, or `nil` at the end.
  package mutating func next() -> Event? {
    while position < bytes.count {
      if bytes[position] != 0x3C { return text() }
      guard position + 1 < bytes.count else {
        position += 1
        return .text(position - 1..<position)
      }
      switch bytes[position + 1] {
      case 0x21:
        if let event = declaration() { return event }
      case 0x3F: skip(past: 0x3E)
      case 0x2F:
        if let event = endTag() { return event }
        return text()
      case let byte where Self.beginsName(byte):
        if let event = startTag() { return event }
        return text()
      default: return text()
      }
    }
    return nil
  }

  /// The text of a span, its entities resolved.
  func resolved(_ span: Range<Int>) -> String {
    MarkupEntities.resolved(bytes[span], own: entities)
  }

  /// A text from here to the next tag; at least one byte.
  private mutating func text() -> Event {
    let start = position
    position += 1
    position = bytes.next(0x3C, from: position) ?? bytes.count
    return .text(start..<position)
  }

  private mutating func skip(past byte: UInt8) {
    position = bytes.next(byte, from: position).map { $0 + 1 } ?? bytes.count
  }

  private mutating func declaration() -> Event? {
    if bytes.has("<![CDATA[", at: position) { return data() }
    if bytes.has("<!--", at: position) {
      if !hasNoCommentEnd, let end = bytes.next("-->", from: position + 2) {
        position = end + 3
      } else {
        // Behind an end that is missing the next tag may still be one.
        hasNoCommentEnd = true
        skip(past: 0x3E)
      }
      return nil
    }
    if bytes.has("<!DOCTYPE", at: position, ignoringCase: true) {
      documentType()
      return nil
    }
    let next = position + 2 < bytes.count ? bytes[position + 2] : 0
    guard Self.beginsName(next) || next == 0x5B else { return text() }
    skip(past: 0x3E)
    return nil
  }

  private mutating func data() -> Event {
    let start = position + 9
    position = start
    let end = hasNoDataEnd ? nil : bytes.next("]]>", from: start)
    if end == nil { hasNoDataEnd = true }
    // One that has no end of its own would swallow all that follows, up to the end of the next.
    let limit = end ?? bytes.count
    if end == nil || bytes.next("<![CDATA[", from: start, before: limit) != nil,
      let close = bytes.next("</\(openElement)", from: start, before: limit)
    {
      position = close
      return .data(start..<close)
    }
    position = end.map { $0 + 3 } ?? bytes.count
    return .data(start..<limit)
  }

  private mutating func endTag() -> Event? {
    let start = position + 2
    var end = start
    while end < bytes.count, Self.isInName(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    position = end
    while position < bytes.count, bytes[position] != 0x3E, bytes[position] != 0x3C { position += 1 }
    if position < bytes.count, bytes[position] == 0x3E { position += 1 }
    return .end(name: name)
  }

  private mutating func startTag() -> Event? {
    var end = position + 1
    while end < bytes.count, Self.isInName(bytes[end]) { end += 1 }
    let name = String(decoding: bytes[position + 1..<end], as: UTF8.self)
    var attributes: [Attribute] = []
    let limit = min(bytes.count, position + Self.longestTag)
    while end < limit {
      let byte = bytes[end]
      if byte == 0x3E {
        position = end + 1
        return .start(name: name, attributes: attributes, isClosed: false)
      } else if byte == 0x2F, end + 1 < limit, bytes[end + 1] == 0x3E {
        position = end + 2
        return .start(name: name, attributes: attributes, isClosed: true)
      } else if byte == 0x3C {
        // The next tag begins before this one ends: it ends here.
        guard end > position + 1 else { return nil }
        position = end
        return .start(name: name, attributes: attributes, isClosed: false)
      } else if Self.isBlank(byte) || !Self.beginsName(byte) {
        end += 1
      } else {
        let (attribute, next) = attribute(from: end, limit)
        if attributes.count < Self.mostAttributes { attributes.append(attribute) }
        end = next
      }
    }
    guard limit == bytes.count else { return nil }
    // The file ends in the tag.
    position = bytes.count
    return nil
  }

  private func attribute(from start: Int, _ limit: Int) -> (Attribute, next: Int) {
    var end = start
    while end < limit, Self.isInName(bytes[end]) { end += 1 }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    var next = end
    while next < limit, Self.isBlank(bytes[next]) { next += 1 }
    guard next < limit, bytes[next] == 0x3D else { return (Attribute(name: name, value: ""), end) }
    next += 1
    while next < limit, Self.isBlank(bytes[next]) { next += 1 }
    guard next < limit else { return (Attribute(name: name, value: ""), limit) }
    let quote = bytes[next]
    var value = next..<next
    if quote == 0x22 || quote == 0x27 {
      let close = bytes.next(quote, from: next + 1).map { min($0, limit) } ?? limit
      value = next + 1..<close
      next = min(close + 1, limit)
    } else {
      var close = next
      while close < limit, !Self.isBlank(bytes[close]), bytes[close] != 0x3E { close += 1 }
      value = next..<close
      next = close
    }
    return (Attribute(name: name, value: resolved(value)), next)
  }

  /// Goes past a document type, and notes the entities that it defines as short texts.
  private mutating func documentType() {
    var depth = 0
    var index = position + 9
    while index < bytes.count {
      switch bytes[index] {
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0:
        position = index + 1
        return
      case 0x3C where bytes.has("<!ENTITY", at: index): entity(at: index + 8)
      default: break
      }
      index += 1
    }
    position = bytes.count
  }

  private mutating func entity(at start: Int) {
    let end = min(bytes.count, start + 400)
    let row = bytes[start..<end].prefix { $0 != 0x3E }
    let words = row.split(maxSplits: 1, whereSeparator: Self.isBlank)
    guard words.count == 2, entities.count < 500, words[0].allSatisfy(Self.isInName) else { return }
    guard let quote = words[1].first, quote == 0x22 || quote == 0x27,
      let close = words[1].dropFirst().firstIndex(of: quote)
    else { return }
    let value = words[1][(words[1].startIndex + 1)..<close]
    // An entity within an entity is not resolved, so that none can grow.
    entities[String(decoding: words[0], as: UTF8.self)] = MarkupEntities.resolved(value, own: [:])
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    beginsName(byte) || (0x30...0x3A).contains(byte) || byte == 0x2D || byte == 0x2E
  }
}
