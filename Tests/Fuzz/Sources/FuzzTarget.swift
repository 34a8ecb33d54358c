import Glibc

/// What is fuzzed: each target takes any bytes, and stops the process when something that must
/// always hold does not.
enum FuzzTarget: String, CaseIterable {
  /// Bytes of a file to text.
  case text
  /// A web page, the encoding and the type that are told with it, to a document.
  case page
  /// A plain text, and the encoding that is told with it.
  case charset
  /// Header lines of answers, and addresses.
  case headers
  /// Streams of articles.
  case streams
  /// A Bengali text to an article, and an English one.
  case analysisBengali = "analysis-bn"
  case analysisEnglish = "analysis-en"
  /// A text to rows.
  case layout
  /// Theme files.
  case theme
  /// Settings files.
  case config
  /// What is typed behind `/`, and where it is searched.
  case query
  /// Lines typed behind `:`.
  case command
  /// Trained models.
  case model
  /// Keys, mouse, sizes and analyses, in any order.
  case keys
  /// Text as pictures: any text, and keys in any order.
  case pictures
  /// What a terminal sends, in pieces.
  case terminal
  /// Feeds.
  case feed
  /// Lists of feeds.
  case outline
  /// What is copied and exported.
  case export
  /// What is pasted.
  case paste
  /// Answers of a terminal between keys.
  case answers

  /// The target that the environment names.
  static let chosen: FuzzTarget = {
    let name = getenv("SUTRA_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: " ")
      broken("SUTRA_FUZZ_TARGET is '\(name)'; it names one of: \(names)")
    }
    return target
  }()

  /// Tries one input.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .terminal: TerminalTarget.run(bytes)
    case .answers: AnswersTarget.run(bytes)
    #if INPUT
      default: broken("the program of what a terminal sends knows 'terminal' and 'answers' alone")
    #else
      case .text: TextTarget.run(bytes)
      case .page: PageTarget.run(bytes)
      case .charset: CharsetTarget.run(bytes)
      case .headers: HeadersTarget.run(bytes)
      case .streams: StreamsTarget.run(bytes)
      case .analysisBengali: AnalysisTarget.run(bytes, language: "bn")
      case .analysisEnglish: AnalysisTarget.run(bytes, language: "en")
      case .layout: LayoutTarget.run(bytes)
      case .theme: ThemeTarget.run(bytes)
      case .config: ConfigTarget.run(bytes)
      case .query: QueryTarget.run(bytes)
      case .command: CommandTarget.run(bytes)
      case .model: ModelTarget.run(bytes)
      case .keys: KeysTarget.run(bytes)
      case .pictures: PicturesTarget.run(bytes)
      case .feed: FeedTarget.run(bytes)
      case .outline: OutlineTarget.run(bytes)
      case .export: ExportTarget.run(bytes)
      case .paste: PasteTarget.run(bytes)
    #endif
    }
  }
}

/// Most seconds of processor time for one input: more is a hang.
///
/// Other programs on the machine do not count, as they would by the clock.
private let longestRun = 1.0

private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Called by libFuzzer once: reads tables and models, so that no input pays for that.
@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzer(
  _ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutableRawPointer?
) -> CInt {
  FuzzTarget.chosen.run([])
  for text in ["নদী। মেয়র বলেন, কাজ শেষ।", "The mayor said it was done."] {
    FuzzTarget.chosen.run(Array(text.utf8))
  }
  return 0
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let start = processorSeconds()
  FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  let seconds = processorSeconds() - start
  if seconds > longestRun { broken("one input took \(seconds) seconds") }
  return 0
}
