import SutraCore
import SutraExport
import SutraInput
import SutraReader
import SutraSystem
import SutraWords

/// `sutra analyze --from`: the articles of streams, each a line of the output, in their order.
final class StreamCommand {
  private let options: Options
  private let format: RecordFormat
  private let work: StreamQueue.Work
  private let jobs: Int
  private let output: StreamOutput
  private let failures: StreamOutput?
  private var resuming: EarlierStream?
  private var status = ExitStatus.success

  /// Analyses all streams and returns the exit status.
  static func run(
    _ format: RecordFormat, _ options: Options, _ analyzer: ArticleAnalyzer
  ) throws(CommandError) -> Int32 {
    ThisProcess.returnLargeMemory()
    let command = try StreamCommand(format, options, analyzer)
    for input in options.inputs { try command.read(input) }
    return try command.end()
  }

  private init(
    _ format: RecordFormat, _ options: Options, _ analyzer: ArticleAnalyzer
  ) throws(CommandError) {
    self.options = options
    self.format = format
    let fields = options.fields
    let corrections = try KeptCorrections(options)
    work = { Self.result($0, fields, analyzer, corrections) }
    jobs = options.jobs
    resuming = nil
    var kept = 0
    if options.has("resume"), let path = options["output"] {
      let earlier = try EarlierStream(path)
      kept = earlier.length
      if kept > 0 { resuming = earlier }
    }
    output = try StreamOutput(options["output"], keeping: kept, options.inputs)
    let told = options["failures"]
    failures = told == nil ? nil : try StreamOutput(told, keeping: 0, options.inputs)
  }

  /// The result of a record.
  private static func result(
    _ record: ArticleRecord, _ fields: Set<String>?, _ analyzer: ArticleAnalyzer,
    _ corrections: KeptCorrections
  ) -> StreamQueue.Result {
    func failure(_ reason: Message) -> StreamQueue.Result {
      .failure(RecordFailure(place: record.place, id: record.id, reason: reason))
    }
    do throws(OpeningError) {
      let opened = try ArticleOpener(builtIn: .analysis).open(record)
      guard opened.holdsArticle else { return .passed(.page) }
      let document = opened.document(analyzer)
      let article = analyzer.article(document).corrected(
        by: corrections.corrections(of: document, from: document.metadata.address))
      if let flaw = article.diagnostics.first(where: { $0.code == .unreadableLanguage }) {
        return failure(Message("record.reason", ["text": flaw.message]))
      }
      return .line(AnalysisWriter.line(article, fields: fields, carried: record.carried))
    } catch {
      if error == .page(.noArticle) { return .passed(.page) }
      return failure(reason(error))
    }
  }

  /// Why there is no article in a record, behind its place in a sentence.
  private static func reason(_ error: OpeningError) -> Message {
    switch error {
    case .text(.empty): Message("record.empty")
    case .text(.binary): Message("record.not-text")
    case .page(.noLibrary): Message("record.no-page-library")
    case .page(.noMemory): Message("record.page-too-large")
    case .page(.noArticle): Message("record.no-words")
    }
  }

  private func read(_ input: ArticleOrigin) throws(CommandError) {
    let source = try StreamSource(input)
    let reader = RecordStream.reader(
      format, name: input.name, textColumn: options["text"]
    ) { source.next() }
    let queue = StreamQueue(skipping(reader), jobs: jobs, work)
    var counts: [PassedRecord: Int] = [:]
    var (articles, lost) = (0, 0)
    while let result = queue.next() {
      switch result {
      case .line(let line):
        articles += 1
        try output.write(line)
      case .passed(let why): counts[why, default: 0] += 1
      case .failure(let failure):
        lost += 1
        status = ExitStatus.someFailed
        Output.complain(
          say(
            "stream.left-out",
            ["stream": source.shown, "place": failure.place, "reason": failure.reason]))
        try failures?.write(Self.line(failure, of: source.name))
      }
    }
    if let failure = source.failure { throw failure }
    counts.merge(queue.passed, uniquingKeysWith: +)
    let passed = PassedRecord.allCases.compactMap { why in
      counts[why].map { say("stream.passed.\(why.rawValue)", ["count": $0]) }
    }
    guard lost > 0 || !passed.isEmpty else { return }
    let parts =
      [say("stream.articles", ["count": articles]), say("stream.lost", ["count": lost])] + passed
    try? Output.write(
      Array("sutra: \(source.shown): \(parts.joined(separator: ", "))\n".utf8), to: .error)
  }

  /// The records behind the last one of an earlier run.
  private func skipping(_ reader: any RecordReader) -> any RecordReader {
    guard let earlier = resuming else { return reader }
    let skipping = SkippingReader(reader, behind: earlier)
    if skipping.hasFound { resuming = nil } else { resuming?.seen = skipping.seen }
    return skipping
  }

  private func end() throws(CommandError) -> Int32 {
    if let earlier = resuming {
      throw .input(
        say("stream.no-record", ["record": VisibleText.safe(earlier.id)]))
    }
    try output.end()
    try failures?.end()
    return status
  }

  /// A failure as an object of JSON.
  private static func line(_ failure: RecordFailure, of stream: String) -> [UInt8] {
    var json = JSONWriter()
    json.open(0x7B)
    for (name, value) in [
      ("stream", stream), ("place", failure.place.text(in: .english)), ("id", failure.id),
      ("reason", failure.reason.text(in: .english)),
    ] as [(String, String?)] {
      json.key(name)
      json.string(value)
    }
    json.close(0x7D)
    return json.bytes
  }
}

/// The records of a stream behind the one with which an earlier run has ended.
struct SkippingReader: RecordReader {
  private var reader: any RecordReader
  /// Whether that record was found.
  private(set) var hasFound = false
  /// How many records of its name have come.
  private(set) var seen: Int

  /// Reads on to behind that record, or to the end.
  init(_ reader: any RecordReader, behind earlier: EarlierStream) {
    self.reader = reader
    seen = earlier.seen
    while !hasFound, let event = self.reader.next() {
      guard case .record(let record) = event, record.id == earlier.id else { continue }
      seen += 1
      hasFound = seen == earlier.count
    }
  }

  var passed: [PassedRecord: Int] { reader.passed }
  mutating func next() -> RecordEvent? { reader.next() }
}
