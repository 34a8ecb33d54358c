import SutraCore
import SutraReader
import SutraSystem
import SutraTerminal

/// What is written down of a session while it goes on: a record that can be played again (`--record`),
/// and a log for people who look for a fault (`--log`).
///
/// Neither holds anything of an article, nor its name. Only with `--log-words` the log has what is typed,
/// what the status line says, and the names of articles.
final class Journal {
  private static let logHead = "sutra-log 1"

  private let start = Clock.milliseconds
  private let record: JournalFile?
  private let log: JournalFile?
  private let holdsWords: Bool

  /// Opens the files that are asked for; `nil` where none is.
  ///
  /// - Throws: `CommandError` where one cannot be written.
  init?(_ options: Options) throws(CommandError) {
    var (record, log): (JournalFile?, JournalFile?)
    if let path = options["record"] {
      record = try JournalFile(path, head: SessionRecord.head, isAddedTo: false)
    }
    if let path = options["log"] {
      log = try JournalFile(path, head: Self.logHead, isAddedTo: true)
    }
    guard record != nil || log != nil else { return nil }
    (self.record, self.log, holdsWords) = (record, log, options.has("log-words"))
  }

  private var now: Int { Int(Clock.milliseconds - start) }

  private func keep(_ happening: SessionRecord.Happening) {
    record?.write(SessionRecord.line(SessionRecord.Entry(milliseconds: now, happening: happening)))
  }

  private func tell(_ words: @autoclosure () -> String) { log?.write("+\(now) ms \(words())\n") }

  /// Notes what the session begins with.
  func begin(_ session: Session, colors: Int) {
    let state = session.state
    keep(.resize(state.size))
    keep(.profile(state.layout.profile))
    tell(
      "sutra \(Usage.version), TERM \(Environment["TERM"] ?? "-"), "
        + "\(state.size.columns)x\(state.size.rows), \(colors) colours, "
        + "\(state.layout.profile.rawValue), \(state.articles.count) articles, "
        + "\(state.article.document.text.bytes.count) bytes at first"
        + (holdsWords ? ", \(state.articles.joined(separator: ", "))" : ""))
  }

  /// Notes an event of the terminal.
  func note(_ event: TerminalSession.Event) {
    switch event {
    case .keys(let keys):
      keys.forEach { keep(.key($0)) }
      let words = keys.map(\.settingName).joined(separator: " ")
      tell(holdsWords ? "keys \(words)" : "\(keys.count) keys")
    case .paste(let text):
      keep(.paste(text.unicodeScalars.count))
      tell("paste of \(text.unicodeScalars.count)")
    case .mouse(let mouse):
      keep(.mouse(mouse))
      tell("mouse \(mouse.kind) \(mouse.column) \(mouse.row)")
    default: tell("event \(Self.name(of: event))")
    }
  }

  /// Notes a size that the screen has from now on.
  func note(_ size: ScreenSize) {
    keep(.resize(size))
    tell("size \(size.columns)x\(size.rows)")
  }

  /// Notes another way of counting columns.
  func note(_ profile: WidthProfile) {
    keep(.profile(profile))
    tell("widths \(profile.rawValue)")
  }

  /// Notes what has come of work beside the reader.
  func note(_ message: SessionMessage) {
    switch message {
    case .analysis(let number, let article):
      keep(.analysis(number))
      tell(
        "article \(number) analysed: \(article.quotations.count) quotes, "
          + "\(article.mentions.count) names, \(article.diagnostics.count) flaws")
    case .text(let number, let article):
      tell("article \(number) read: \(article.document.text.bytes.count) bytes")
    case .unreadable(let number, let why):
      tell("article \(number) unreadable" + (holdsWords ? ": \(why)" : ""))
    case .reader(.notice(let words)): tell(holdsWords ? "told: \(words)" : "told something")
    case .disk(let number, let news): tell("article \(number) on disk: \(news)")
    case .reader, .add, .hand, .time: break
    }
  }

  /// Notes what the session asks for.
  func note(_ effect: SessionEffect) {
    switch effect {
    case .read(let number, _): tell("reads article \(number)")
    case .analyze(let number, let document):
      tell("analyses article \(number), \(document.text.bytes.count) bytes")
    case .cancel(let number): tell("gives up article \(number)")
    case .perform(let effect): tell("does \(Self.name(of: effect))")
    }
  }

  /// The case of an enum without what belongs to it.
  private static func name(of value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }
}
