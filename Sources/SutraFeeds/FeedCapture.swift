/// An element whose content is being taken.
struct FeedCapture {
  /// What the content is for.
  enum Purpose: Equatable {
    case title, mediaTitle
    case link(isItems: Bool)
    case summary, content
    case id(isPermanent: Bool)
    case published, updated
    case author, authorName, authorEmail
    case language
  }

  /// How the content stands in the element.
  private enum Form { case escaped, inline, encoded }

  let purpose: Purpose
  /// The element's name, as written and in small letters.
  let name: String
  /// Against what links in it are resolved.
  let base: String?
  /// How many elements of the same name are open in it.
  var depth = 0
  private let form: Form
  private let mayBeEncoded: Bool
  private var bytes: [UInt8] = []
  private var hasMarkup = false
  private(set) var isCut = false

  init(
    _ purpose: Purpose, name: String, base: String?, _ attributes: [MarkupScanner.Attribute]
  ) {
    self.purpose = purpose
    self.name = name.lowercased()
    self.base = base
    let type = attributes.value("type")?.lowercased() ?? ""
    let mode = attributes.value("mode")?.lowercased()
    if mode == "base64" {
      form = .encoded
    } else if type == "xhtml" || type == "application/xhtml+xml" || mode == "xml" {
      form = .inline
    } else {
      form = .escaped
    }
    // Atom 1.0: what is neither text nor markup is in base64.
    mayBeEncoded =
      type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("xml") && mode == nil
  }

  /// Takes a text that stands between tags.
  mutating func add(_ span: Range<Int>, _ scanner: MarkupScanner, limit: Int) {
    if form == .inline {
      // It is markup as it stands.
      append(scanner.bytes[span], limit)
    } else {
      append(scanner.resolved(span).utf8, limit)
    }
  }

  /// Takes a text in which nothing is markup.
  mutating func add(data span: Range<Int>, _ scanner: MarkupScanner, limit: Int) {
    guard form == .inline else { return append(scanner.bytes[span], limit) }
    for byte in scanner.bytes[span] {
      switch byte {
      case 0x26: append("&amp;".utf8, limit)
      case 0x3C: append("&lt;".utf8, limit)
      default: append(CollectionOfOne(byte), limit)
      }
    }
  }

  /// Takes a tag of markup that stands in it unescaped.
  mutating func add(tag name: String, isEnd: Bool, limit: Int) {
    hasMarkup = true
    let local = name.split(separator: ":").last.map(String.init) ?? name
    append("<\(isEnd ? "/" : "")\(local)>".utf8, limit)
  }

  private mutating func append(_ more: some Collection<UInt8>, _ limit: Int) {
    guard bytes.count + more.count <= limit else {
      isCut = true
      return
    }
    bytes += more
  }

  /// The content as HTML.
  var html: String {
    let text = String(decoding: bytes, as: UTF8.self)
    if form == .encoded || (mayBeEncoded && !hasMarkup), let decoded = Base64Text.decoded(text) {
      return FeedText.undoubled(decoded)
    }
    return FeedText.undoubled(text)
  }
}

/// Base64, as in feeds of old.
enum Base64Text {
  /// The text that is written in base64, or `nil` for what is none.
  static func decoded(_ text: String) -> String? {
    var bits: UInt32 = 0
    var count = 0
    var bytes: [UInt8] = []
    for byte in text.utf8 where !MarkupScanner.isBlank(byte) && byte != 0x3D {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}

extension [MarkupScanner.Attribute] {
  /// The value of the first attribute with a name, its prefix and its letters' size aside.
  func value(_ name: String) -> String? {
    first { attribute in
      let own = attribute.name.lowercased()
      return own == name || own.hasSuffix(":" + name)
    }?.value
  }
}
