import SutraCore
import SutraInput
import SutraReader
import SutraWords

/// Plays what happened in a session again, without a terminal: what was recorded goes to a session of
/// the same kind, and nothing that it asks for leaves the program.
struct SessionPlayer {
  private let inputs: [ArticleOrigin]
  private let analyzer: ArticleAnalyzer
  private var session: Session
  /// What is to be analysed; the record says when that was done.
  private var waiting: [Int: Document] = [:]
  /// What may be read a second time, when the record says so.
  private var readOnce: [Int: Document] = [:]
  /// What the session asked for at last that was not done: to copy, to write, to run a command.
  private(set) var leftUndone: [ReaderEffect] = []
  /// Whether the reader was left.
  private(set) var hasQuit = false

  /// The screen as it is now.
  var screen: Screen { session.state.screen() }

  /// Opens articles as they were when the record began.
  ///
  /// - Throws: `CommandError` when the first cannot be read.
  init(
    _ inputs: [ArticleOrigin], _ settings: Settings, _ analyzer: ArticleAnalyzer
  ) throws(CommandError) {
    let opened = try InputFile.read(inputs[0])
    let article = Article(
      document: opened.document(analyzer), diagnostics: opened.text.diagnostics)
    (self.inputs, self.analyzer) = (inputs, analyzer)
    session = Session(
      articles: inputs.map { ($0.name, InputFile.path($0) != nil) }, first: article,
      size: ScreenSize(columns: 80, rows: 24), settings: settings, themes: ["default"])
    carryOut(session.begin(isWhole: true, at: 0))
  }

  /// Plays one thing that happened.
  mutating func play(_ entry: SessionRecord.Entry) {
    leftUndone = []
    let now = Int64(entry.milliseconds)
    update(by: .time, now)
    switch entry.happening {
    case .key(let key): update(by: .reader(.key(key)), now)
    case .mouse(let mouse): update(by: .reader(.mouse(mouse)), now)
    case .paste(let count):
      update(by: .reader(.paste(String(repeating: "x", count: count))), now)
    case .resize(let size): update(by: .reader(.resize(size)), now)
    case .profile(let profile): update(by: .reader(.profile(profile)), now)
    case .analysis(let number):
      // The second analysis of a text is that of its second reading.
      if let document = waiting.removeValue(forKey: number) {
        let isTwice = analyzer.readsTwice(document)
        readOnce[number] = isTwice ? document : nil
        let first = isTwice ? analyzer.firstReading : analyzer
        update(by: .analysis(article: number, first.article(document)), now)
      } else if let document = readOnce.removeValue(forKey: number) {
        update(by: .analysis(article: number, analyzer.article(document)), now)
      }
    }
  }

  private mutating func update(by message: SessionMessage, _ now: Int64) {
    carryOut(session.update(by: message, at: now))
  }

  private mutating func carryOut(_ effects: [SessionEffect]) {
    for effect in effects {
      switch effect {
      case .read(let number, _): read(number)
      case .analyze(let number, let document): waiting[number] = document
      case .cancel(let number): waiting[number] = nil
      case .perform(.quit): hasQuit = true
      case .perform(.search(let typed)):
        let found = session.state.search(for: typed)
        carryOut(session.update(by: .reader(.found(found, for: typed)), at: 0))
      case .perform(let effect): leftUndone.append(effect)
      }
    }
  }

  private mutating func read(_ number: Int) {
    let message: SessionMessage
    do throws(CommandError) {
      guard inputs.indices.contains(number) else { throw .input(say("replay.no-article")) }
      let opened = try InputFile.read(inputs[number])
      message = .text(
        article: number,
        Article(document: opened.document(analyzer), diagnostics: opened.text.diagnostics))
    } catch {
      message = .unreadable(article: number, error.message)
    }
    carryOut(session.update(by: message, at: 0))
  }
}

extension Screen {
  /// The screen as text, without looks.
  var plainText: String {
    rows.map { runs in
      var line: [UInt8] = []
      var column = 0
      for run in runs.sorted(by: { $0.column < $1.column }) {
        line += [UInt8](repeating: 0x20, count: max(0, run.column - column)) + run.bytes
        column = run.column + run.columns
      }
      while line.last == 0x20 { line.removeLast() }
      return String(decoding: line, as: UTF8.self) + "\n"
    }.joined()
  }
}
