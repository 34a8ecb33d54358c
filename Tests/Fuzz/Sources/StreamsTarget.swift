import SutraInput

/// A stream of articles; its first byte says which kind, and in which pieces it comes.
enum StreamsTarget {
  static func run(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let format = RecordFormat.allCases[Int(kind & 3) % RecordFormat.allCases.count]
    let rest = Array(bytes.dropFirst())
    let whole = records(format, rest, piece: max(1, rest.count))
    hold(whole.count <= rest.count + 1, "more records than bytes")
    let pieces = records(format, rest, piece: 1 + Int(kind >> 2))
    hold(whole == pieces, "a stream in pieces is another one")
  }

  /// What a stream gives, written down so that it can be compared.
  private static func records(_ format: RecordFormat, _ bytes: [UInt8], piece: Int) -> [String] {
    var at = 0
    var reader = RecordStream.reader(format, name: "fuzz", textColumn: nil) {
      defer { at = min(bytes.count, at + piece) }
      return Array(bytes[at..<min(bytes.count, at + piece)])
    }
    var told: [String] = []
    let opener = ArticleOpener(.analysis, words: { PageWords([]) })
    while let event = reader.next() {
      switch event {
      case .record(let record):
        let text = try? opener.open(record).text.bytes
        if let text { hold(isValid(text), "the text of a record is no UTF-8") }
        told.append("\(record.id) \(record.place.text) \(text?.count ?? -1)")
      case .failure(let failure):
        hold(failure.reason.isKnown, "a failure without a reason")
        told.append("\(failure.place.text) \(failure.reason.text)")
      }
    }
    return told
  }
}
