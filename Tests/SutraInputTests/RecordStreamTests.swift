import Glibc
import SutraInput
import Testing

/// Streams of articles written for these tests.
enum Streams {
  static let pages = [
    ("https://nodipotro.example/1", PageTests.page),
    (
      "https://town.example/2",
      """
      <html><head><meta property="og:type" content="article"><title>The bridge</title></head><body>
      <p>The mayor said, “The bridge is open again, and it will stay open in the rain.”</p></body></html>
      """
    ),
  ]

  /// A record of a WARC with an answer in it.
  static func record(
    _ id: Int, _ address: String, _ body: [UInt8], head: String = "Content-Type: text/html",
    status: String = "200 OK", type: String = "response", length: Int? = nil
  ) -> [UInt8] {
    let answer = Array("HTTP/1.1 \(status)\r\n\(head)\r\n\r\n".utf8) + body
    return Array(
      """
      WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:\(id)>\r\n\
      WARC-Date: 2026-11-28T12:00:00Z\r\nWARC-Target-URI: \(address)\r\n\
      Content-Length: \(length ?? answer.count)\r\n\r\n
      """.utf8) + answer + Array("\r\n\r\n".utf8)
  }

  static var warc: [[UInt8]] {
    pages.enumerated().map { record($0, $1.0, Array($1.1.utf8)) }
  }

  /// A source that gives so many bytes at a time.
  static func source(_ bytes: [UInt8], piece: Int = 1 << 16) -> () -> [UInt8] {
    var at = 0
    return {
      let end = min(bytes.count, at + piece)
      defer { at = end }
      return Array(bytes[at..<end])
    }
  }

  static func events(
    _ format: RecordFormat, _ bytes: [UInt8], piece: Int = 1 << 16, text: String? = nil
  ) -> (events: [RecordEvent], passed: [PassedRecord: Int]) {
    var reader = RecordStream.reader(
      format, name: "stream", textColumn: text, source(bytes, piece: piece))
    var events: [RecordEvent] = []
    while let event = reader.next() { events.append(event) }
    return (events, reader.passed)
  }

  static func records(_ format: RecordFormat, _ bytes: [UInt8], piece: Int = 1 << 16)
    -> [ArticleRecord]
  {
    events(format, bytes, piece: piece).events.compactMap {
      if case .record(let record) = $0 { record } else { nil }
    }
  }

  static func failures(_ format: RecordFormat, _ bytes: [UInt8]) -> [RecordFailure] {
    events(format, bytes).events.compactMap {
      if case .failure(let failure) = $0 { failure } else { nil }
    }
  }

  static func gzip(_ members: [[UInt8]]) -> [UInt8] {
    members.flatMap { Packing.gzip.packed($0) ?? [] }
  }
}

extension ArticleRecord {
  fileprivate var bytes: [UInt8] {
    switch body {
    case .text(let bytes): bytes
    case .page(let content): content.bytes
    }
  }
  fileprivate var carriedText: String { String(decoding: carried, as: UTF8.self) }
}

@Suite("Streams of articles")
struct RecordStreamTests {
  @Test(
    "give each line's object as a record and carry its other members through",
    arguments: [1, 7, 4096])
  func lines(piece: Int) throws {
    let lines = #"""
      {"id": "a", "text": "মেয়র বলেন, \"সেতু খুলেছে।\"\n\tদ্বিতীয় অনুচ্ছেদ \uD83D\uDE00", "url": "https://e.example/1", "tags": ["x", {"y": 1.50}], "n": null}

      {"id": 17, "html": "<p>The mayor spoke.</p>"}
      {"text": "No name."}
      """#
    let records = Streams.records(.jsonl, Array(lines.utf8), piece: piece)
    #expect(records.map(\.id) == ["a", "17", "stream:4"])
    #expect(
      String(decoding: records[0].bytes, as: UTF8.self)
        == "মেয়র বলেন, \"সেতু খুলেছে।\"\n\tদ্বিতীয় অনুচ্ছেদ 😀")
    #expect(records[0].said.address == "https://e.example/1")
    #expect(records[0].carriedText == #""tags":["x", {"y": 1.50}],"n":null"#)
    guard case .page = records[1].body else {
      Issue.record("html is a page")
      return
    }
  }

  @Test(
    "lose a bad line alone, and say which",
    arguments: [
      "nonsense", "[1]", #"{"id": "x", "text": "cut off"#, #"{"text": "a"} more"#, #"{"text": 5}"#,
      "{\"text\": \"a\u{1}\"}", #"{"text": "a\q"}"#, #"{"text": "a",}"#, #"{"a" "b"}"#,
      "{\"a\":" + String(repeating: "[", count: 2_000),
    ])
  func badLines(line: String) {
    let bytes = Array("{\"id\":1,\"text\":\"A.\"}\n\(line)\n{\"id\":3,\"text\":\"C.\"}\n".utf8)
    #expect(Streams.records(.jsonl, bytes).map(\.id) == ["1", "3"])
    #expect(Streams.failures(.jsonl, bytes).map(\.place.text) == ["line 2"])
  }

  @Test("pass a line by that is beyond the most, and keep the next")
  func longLine() {
    let long = "{\"text\":\"" + String(repeating: "a", count: RecordStream.largest) + "\"}"
    let bytes = Array("\(long)\n{\"id\":2,\"text\":\"B.\"}".utf8)
    #expect(Streams.records(.jsonl, bytes).map(\.id) == ["2"])
    #expect(Streams.failures(.jsonl, bytes).map(\.reason.text) == ["is longer than 32 MiB"])
  }

  @Test("read a table with quotation marks, commas and lines in its fields")
  func table() {
    let rows = """
      id,body,url,desk\r
      1,"The mayor said, ""It is open.""\nAnd more.",https://e.example/1,town\r
      2,short\r
      3,"সেতু খুলেছে।",,"a,b"\r

      """
    let (events, _) = Streams.events(.csv, Array(rows.utf8), piece: 3, text: "body")
    let records = events.compactMap { if case .record(let record) = $0 { record } else { nil } }
    #expect(records.map(\.id) == ["1", "3"])
    #expect(
      String(decoding: records[0].bytes, as: UTF8.self)
        == "The mayor said, \"It is open.\"\nAnd more.")
    #expect(records[1].carriedText == #""url":"","desk":"a,b""#)
    #expect(events.count == 3)
  }

  @Test("are told to have no such column")
  func noColumn() {
    let failures = Streams.failures(.csv, Array("id,body\n1,A\n2,B\n".utf8))
    #expect(failures.map(\.reason.text) == ["has no column text; the columns are id, body"])
  }

  @Test("give the answers of a WARC, plain or packed by record", arguments: [1, 100, 1 << 16])
  func warc(piece: Int) throws {
    let other = Streams.record(8, "https://e.example", [], type: "request")
    let missing = Streams.record(9, "https://e.example", [], status: "404 Not Found")
    let picture = Streams.record(7, "https://e.example", [1, 2], head: "Content-Type: image/png")
    let all = [other] + Streams.warc + [missing, picture]
    let zstd = all.flatMap { Packing.zstd.packed($0) ?? [] }
    for bytes in [
      all.flatMap(\.self), Streams.gzip(all), Streams.gzip([all.flatMap(\.self)]), zstd,
    ] {
      let (events, passed) = Streams.events(.warc, bytes, piece: piece)
      let records = events.compactMap { if case .record(let record) = $0 { record } else { nil } }
      #expect(records.map(\.id) == ["urn:uuid:0", "urn:uuid:1"])
      #expect(records.map(\.bytes) == Streams.pages.map { Array($0.1.utf8) })
      #expect(records[0].carriedText == #""fetched":"2026-11-28T12:00:00Z""#)
      #expect(events.count == 2)
      #expect(passed == [.other: 1, .status: 1, .type: 1])
    }
  }

  @Test("undo what servers do to a body: pieces, packing, encoding")
  func bodies() throws {
    let page = Array(Streams.pages[1].1.utf8)
    let half = page.count / 2
    let pieces =
      Array("\(String(half, radix: 16));x=1\r\n".utf8) + page[..<half]
      + Array("\r\n\(String(page.count - half, radix: 16))\r\n".utf8) + page[half...]
      + Array("\r\n0\r\n\r\n".utf8)
    let html = "Content-Type: text/html; charset=utf-8"
    let packed = try #require(Packing.gzip.packed(page))
    let answers = [
      Streams.record(
        0, "https://e.example/0", pieces, head: "\(html)\r\nTransfer-Encoding: chunked"),
      Streams.record(1, "https://e.example/1", page, head: "\(html)\r\nTransfer-Encoding: chunked"),
      Streams.record(2, "https://e.example/2", packed, head: "\(html)\r\nContent-Encoding: gzip"),
      Streams.record(3, "https://e.example/3", page, head: "\(html)\r\nContent-Encoding: gzip"),
      Streams.record(4, "https://e.example/4", [1, 2, 3], head: "\(html)\r\nContent-Encoding: br"),
    ]
    let records = Streams.records(.warc, answers.flatMap(\.self))
    #expect(records.map(\.id) == (0..<4).map { "urn:uuid:\($0)" })
    for record in records { #expect(record.bytes == page, "\(record.id)") }
    #expect(
      Streams.failures(.warc, answers.flatMap(\.self)).map(\.reason.text) == [
        "holds a body, packed as br, that cannot be unpacked"
      ])
  }

  @Test(
    "keep of a body in wrong pieces what can be read",
    arguments: ["fffffff", "-5", "zz", "", "ffffffffffffffffffffff"])
  func wrongPieces(length: String) throws {
    let page = Array(Streams.pages[1].1.utf8)
    let body =
      Array("\(String(page.count, radix: 16))\r\n".utf8) + page
      + Array("\r\n\(length)\r\nmore".utf8)
    let record = Streams.record(
      0, "https://e.example/0", body, head: "Content-Type: text/html\r\nTransfer-Encoding: chunked")
    let read = try #require(Streams.records(.warc, record).first)
    #expect(read.bytes.starts(with: page))
    #expect(read.bytes.count <= page.count + 4)
  }
}

@Suite("Damaged streams")
struct DamagedStreamTests {
  private static let page = Array(Streams.pages[1].1.utf8)

  private static func ids(_ bytes: [UInt8]) -> [String] {
    Streams.records(.warc, bytes).map { String($0.id.dropFirst(9)) }
  }

  private static func all(_ count: Int = 5) -> [[UInt8]] {
    (0..<count).map { Streams.record($0, "https://e.example/\($0)", page) }
  }

  @Test("lose a record alone whose length is wrong", arguments: [0, 10, 5_000_000, 1 << 40, -1])
  func lengths(length: Int) {
    var records = Self.all()
    records[2] = Streams.record(2, "https://e.example/2", Self.page, length: length)
    #expect(Self.ids(records.flatMap(\.self)) == ["0", "1", "3", "4"])
    #expect(Self.ids(Streams.gzip(records)) == ["0", "1", "3", "4"])
  }

  @Test("lose a damaged member alone")
  func members() throws {
    let records = Self.all()
    var members = records.map { Streams.gzip([$0]) }
    members[2].replaceSubrange(30..<60, with: [UInt8](repeating: 0xFF, count: 30))
    #expect(Self.ids(members.flatMap(\.self)) == ["0", "1", "3", "4"])
    #expect(Streams.failures(.warc, members.flatMap(\.self)).count == 1)
    members = records.map { Streams.gzip([$0]) }
    members[2] = Array(members[2].dropLast(40))
    #expect(Self.ids(members.flatMap(\.self)) == ["0", "1", "3", "4"])
  }

  @Test("give all that comes before they are cut off, and say so")
  func cut() {
    for packed in [false, true] {
      let whole = packed ? Streams.gzip(Self.all()) : Self.all().flatMap(\.self)
      let bytes = Array(whole.dropLast(whole.count / 5 - 30))
      #expect(Self.ids(bytes).starts(with: ["0", "1", "2"]))
      #expect(Streams.failures(.warc, bytes).count == 1)
    }
  }

  @Test("pass by a record beyond the most")
  func large() {
    let big = Streams.record(
      1, "https://e.example/1", [UInt8](repeating: 0x61, count: RecordStream.largest + 9))
    let records = Self.all(1) + [big] + [Self.all(3)[2]]
    #expect(Self.ids(records.flatMap(\.self)) == ["0", "2"])
    #expect(
      Streams.failures(.warc, records.flatMap(\.self)).map(\.reason.text) == [
        "is longer than 32 MiB"
      ])
  }

  /// Records as a stream, and of which of them each byte is.
  private struct Marked {
    var bytes: [UInt8] = []
    /// The number of the record that each byte belongs to; `nil` for one that was put in or changed.
    var owners: [Int?] = []

    init(_ records: [[UInt8]]) {
      for (number, record) in records.enumerated() {
        bytes += record
        owners += [Int?](repeating: number, count: record.count)
      }
    }

    mutating func change(at place: Int, to byte: UInt8) {
      bytes[place] = byte
      owners[place] = nil
    }

    mutating func remove(_ range: Range<Int>) {
      bytes.removeSubrange(range)
      owners.removeSubrange(range)
    }

    mutating func insert(_ more: [UInt8], at place: Int) {
      bytes.insert(contentsOf: more, at: place)
      owners.insert(contentsOf: [Int?](repeating: nil, count: more.count), at: place)
    }

    /// The numbers of the records of which every byte is where it was beside the others.
    func whole(of records: [[UInt8]]) -> [Int] {
      records.indices.filter { number in
        guard let first = owners.firstIndex(of: number) else { return false }
        let length = records[number].count
        return first + length <= owners.count
          && owners[first..<first + length].allSatisfy { $0 == number }
      }
    }
  }

  @Test(
    "are the same in whatever pieces they come, damaged ones too", arguments: RecordFormat.allCases,
    0..<3)
  func pieces(format: RecordFormat, form: Int) {
    let records =
      format == .warc
      ? Streams.warc
      : ["id,text", "1,The bridge is shut.", "2,সেতুটি বন্ধ।"].map {
        Array("\(format == .csv ? $0 : "{\"text\":\"\($0)\"}")\n".utf8)
      }
    let packed = records.map { record in
      form == 0 ? record : (form == 1 ? Packing.gzip : .zstd).packed(record) ?? []
    }
    func told(_ bytes: [UInt8], piece: Int) -> [String] {
      Streams.events(format, bytes, piece: piece).events.map { event in
        switch event {
        case .record(let record): "\(record.id) \(record.place.text) \(record.bytes.count)"
        case .failure(let failure): "\(failure.place.text) \(failure.reason.text)"
        }
      }
    }
    var state: UInt64 = 20_261_129
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, limit)
    }
    for round in 0..<60 {
      var bytes = packed.flatMap(\.self)
      for _ in 0...random(4) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes[place] = UInt8(random(256))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + random(40)))
        default: bytes.insert(contentsOf: [0x1F, 0x8B, 0x08, 0x57], at: place)
        }
      }
      let whole = told(bytes, piece: bytes.count)
      for piece in [1, 5, 64] {
        #expect(told(bytes, piece: piece) == whole, "round \(round), pieces of \(piece)")
      }
    }
  }

  @Test("keep every record that is whole, whatever is damaged beside it", arguments: 0..<3)
  func random(form: Int) {
    let pages = (0..<5).map { Self.page + Array("<p>No. \($0)".utf8) }
    let records = pages.indices.map { number in
      let record = Streams.record(number, "https://e.example/\(number)", pages[number])
      return form == 0 ? record : (form == 1 ? Packing.gzip : .zstd).packed(record) ?? []
    }
    var state: UInt64 = 20_261_129
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, limit)
    }
    var lost = 0
    let rounds = getenv("SUTRA_DAMAGES").flatMap { Int(String(cString: $0)) } ?? 200
    for round in 0..<rounds {
      var damaged = Marked(records)
      for _ in 0...random(3) {
        let place = random(damaged.bytes.count)
        switch random(3) {
        case 0: damaged.change(at: place, to: UInt8(random(256)))
        case 1: damaged.remove(place..<min(damaged.bytes.count, place + random(200)))
        default: damaged.insert(Array(damaged.bytes[0..<random(60)]), at: place)
        }
      }
      let read = Streams.records(.warc, damaged.bytes)
      for number in damaged.whole(of: records) {
        let found = read.filter { $0.bytes == pages[number] }.map(\.id)
        guard found != ["urn:uuid:\(number)"] else { continue }
        lost += 1
        Issue.record("round \(round): record \(number) is whole and read as \(found)")
        guard lost < 5 else { return }
      }
    }
  }
}
