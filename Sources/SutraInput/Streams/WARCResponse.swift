import SutraCore
import SutraWords

/// The lines `Name: value` that a record or an answer begins with.
struct RecordHeader {
  private var values: [String: String] = [:]

  /// Reads lines.
  ///
  /// - Parameters:
  ///   - lines: The lines, the first of which is passed over.
  ///   - isLastMeant: Whether the last of several values counts; else the first does.
  init(_ lines: ArraySlice<UInt8>, isLastMeant: Bool = false) {
    for line in lines.split(separator: 0x0A).dropFirst() {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = PageText.collapsed(line[(colon + 1)...])
      if isLastMeant || values[name] == nil { values[name] = value }
    }
  }

  /// The value of a name in small letters.
  subscript(name: String) -> String? { values[name] }
}

/// The answer of a server as a crawler has kept it.
enum WARCResponse {
  /// What is in an answer.
  enum Outcome {
    case record(ArticleRecord)
    case passed(PassedRecord)
    case failure(Message)
  }

  /// The article of an answer.
  static func article(
    _ content: [UInt8], _ record: RecordHeader, id: String, place: Message
  ) -> Outcome {
    guard content.starts(with: "HTTP/".utf8), let end = headEnd(content) else {
      return .failure(Message("record.no-http"))
    }
    let status = content.split(separator: 0x20, maxSplits: 2).dropFirst().first
    guard status?.prefix(3).elementsEqual("200".utf8) == true else { return .passed(.status) }
    let header = RecordHeader(content[..<end])
    let type = header["content-type"]?.split(separator: ";").first.map {
      PageText.collapsed(Array($0.utf8)[...]).lowercased()
    }
    if let type, !["text/html", "application/xhtml+xml", "text/plain"].contains(type) {
      return .passed(.type)
    }
    var body = Array(content[end...])
    if header["transfer-encoding"]?.lowercased().contains("chunked") == true {
      body = dechunked(body) ?? body
    }
    if let coding = header["content-encoding"]?.lowercased(), coding != "identity", !coding.isEmpty
    {
      // Many crawlers unpack the body and keep the line.
      if let unpacked = Packing.unpacked(body, coding: coding, most: RecordStream.largest) {
        body = unpacked
      } else if !PageSniffer.isPage(ArticleContent(id: id, bytes: body)) {
        return .failure(Message("record.cannot-unpack", ["coding": String(coding.prefix(20))]))
      }
    }
    var page = ArticleContent(id: id, bytes: body)
    page.mediaType = type
    page.charset = charset(header["content-type"])
    page.address = record["warc-target-uri"].flatMap {
      PageReader.webAddress($0.filter { $0 != "<" && $0 != ">" })
    }
    guard type == "text/plain" || PageSniffer.isPage(page) else { return .passed(.type) }
    var article = ArticleRecord(id: id, place: place, body: .page(page))
    if let date = record["warc-date"] { article.carry("fetched", date) }
    return .record(article)
  }

  private static func charset(_ type: String?) -> String? {
    guard let parts = type?.lowercased().split(separator: ";").dropFirst() else { return nil }
    for part in parts {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2, PageText.collapsed(Array(pair[0].utf8)[...]) == "charset" {
        return PageText.collapsed(Array(pair[1].utf8)[...]).filter { $0 != "\"" && $0 != "'" }
      }
    }
    return nil
  }

  private static func headEnd(_ content: [UInt8]) -> Int? {
    var index = 0
    while index + 1 < min(content.count, 256 << 10) {
      if content[index] == 0x0A {
        if content[index + 1] == 0x0A { return index + 2 }
        if content[index + 1] == 0x0D, index + 2 < content.count, content[index + 2] == 0x0A {
          return index + 3
        }
      }
      index += 1
    }
    return nil
  }

  /// A body without the lengths of its pieces, as far as it goes.
  ///
  /// It is `nil` where there are none, as where the crawler has taken them away.
  private static func dechunked(_ body: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    var at = 0
    while at < body.count {
      guard let lineEnd = body[at...].firstIndex(of: 0x0A), lineEnd - at < 100 else { break }
      let word = body[at..<lineEnd].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
      guard !word.isEmpty, let length = Int(String(decoding: word, as: UTF8.self), radix: 16),
        length >= 0
      else { break }
      at = lineEnd + 1
      if length == 0 { return out }
      let end = length > body.count - at ? body.count : at + length
      out += body[at..<end]
      at = end
      while at < body.count, body[at] == 0x0D || body[at] == 0x0A { at += 1 }
    }
    return out.isEmpty ? nil : out
  }
}
