import CUnicode
import SutraCore
import SutraReader
import SutraResources
import SutraSystem
import SutraTerminal
import SutraWords

/// `sutra doctor`: what the terminal is, how it counts columns, and whether it does.
enum DoctorCommand {
  /// Milliseconds that the terminal has to answer.
  private static let answerDeadline = 300
  /// Columns of the test lines.
  private static let testColumns = 44
  /// How many there are.
  private static let testLines = 8

  /// What was found out.
  struct Report: Equatable {
    var term: String
    var program: String?
    var multiplexer: String?
    var locale: String
    var size: ScreenSize?
    var colorCount: Int?
    var widths: WidthChoice
    /// The columns the terminal gave to the strings of `WidthProbe`.
    var answers: [Int]?
    /// Whether mode 2027 is on; `nil` where the terminal knows no such mode.
    var clusterMode: Bool?
    /// Whether ncurses counts by the program's own tables.
    var countsForNcurses = sutra_stands_before_library() != 0
    /// What was found out of text as pictures.
    var pictures: PictureReport
    /// Why there is no terminal to ask, if there is none.
    var problem: String?
  }

  /// Writes the report and returns the exit status.
  static func run(
    _ settings: Settings, wantsJSON: Bool
  ) throws(CommandError) -> Int32 {
    let report = examine(settings)
    try Output.write(wantsJSON ? json(report) : Array(text(report).utf8) + lines(report.pictures))
    return ExitStatus.success
  }

  private static func examine(_ settings: Settings) -> Report {
    let forced = WidthProfile(rawValue: settings["widths"])
    let atHand = WidthChoice.atHand(forced: forced)
    var report = Report(
      term: Environment["TERM"] ?? "", program: program, multiplexer: multiplexer,
      locale: ThisProcess.locale, widths: atHand ?? .assumed,
      pictures: PictureReport(withoutTerminal: settings)
    )
    guard StandardFile.output.isTerminal else {
      report.problem = say("doctor.no-terminal")
      return report
    }
    do throws(TerminalError) {
      var session = try TerminalSession.open(
        profile: report.widths.profile, wantsColor: ThemeChoice.wantsColor(settings))
      session.askWidths()
      report.answers = session.awaitWidths(deadline: answerDeadline)
      report.clusterMode = session.clusterMode
      report.pictures = PictureReport(
        asking: &session, settings, deadline: answerDeadline, sample: sampleLine)
      report.size = session.size
      report.colorCount = session.colorCount
      session.finish()
      // Nothing else here listens to signals.
      if let asked = Signals.asked { Signals.end(by: asked) }
    } catch {
      report.problem = ReadCommand.explained(error).message
    }
    if forced == nil, let answers = report.answers,
      let asked = WidthChoice.asked(answers, clusterMode: report.clusterMode)
    {
      report.widths = asked
    }
    return report
  }

  /// A line of the sample article.
  private static var sampleLine: String {
    var line = testRows(.spacing).first.map { String($0.dropLast()) } ?? ""
    while line.last == " " { line.removeLast() }
    return line
  }

  /// A line in cells and the same as a picture, where the terminal shows it.
  private static func lines(_ pictures: PictureReport) -> [UInt8] {
    guard !pictures.line.isEmpty else { return [] }
    let intro = "\n" + say("doctor.same-line") + "\n\n\(sampleLine)\n\n"
    return Array(intro.utf8) + pictures.line + Array("\n\n".utf8)
  }

  private static var program: String? {
    for (variable, name) in [
      ("KITTY_WINDOW_ID", "kitty"), ("KONSOLE_VERSION", "konsole"), ("VTE_VERSION", "VTE"),
      ("XTERM_VERSION", "xterm"), ("ALACRITTY_WINDOW_ID", "alacritty"),
    ] {
      guard let value = Environment[variable] else { continue }
      return variable.hasSuffix("VERSION") ? "\(name) \(value)" : name
    }
    guard let program = Environment["TERM_PROGRAM"] else { return nil }
    return Environment["TERM_PROGRAM_VERSION"].map { "\(program) \($0)" } ?? program
  }

  private static var multiplexer: String? {
    Environment["TMUX"] != nil ? "tmux" : Environment["STY"] != nil ? "screen" : nil
  }

  /// The report for people.
  static func text(_ report: Report) -> String {
    let profile = report.widths.profile
    var lines = ["sutra \(Usage.version)", ""]
    func add(_ label: String, _ value: String) {
      lines.append(WidthProfile.spacing.padded(label, to: 12) + VisibleText.safe(value))
    }
    add(say("doctor.label.terminal"), report.program ?? say("doctor.not-told"))
    add("TERM", report.term.isEmpty ? say("doctor.not-set") : report.term)
    if let multiplexer = report.multiplexer { add(say("doctor.label.inside"), multiplexer) }
    add(say("doctor.label.locale"), report.locale)
    add(
      say("doctor.label.size"),
      report.size.map { say("doctor.size", ["columns": $0.columns, "rows": $0.rows]) }
        ?? say("doctor.unknown"))
    add(
      say("doctor.label.colours"),
      report.colorCount.map { $0 == 0 ? say("doctor.none") : digits($0) } ?? say("doctor.unknown"))
    add(say("doctor.label.widths"), "\(profile.rawValue), \(explanation(of: report.widths.origin))")
    if let answers = report.answers {
      let told = answers.map(String.init).joined(separator: " ")
      let known = WidthProfile.allCases.map { profile in
        "\(profile.rawValue) "
          + WidthProbe.columns(in: profile).map(String.init)
          .joined(separator: " ")
      }.joined(separator: ", ")
      add(say("doctor.label.answer"), "\(told) (\(known))")
      if WidthProbe.profile(for: answers)?.isExact == false {
        lines.append("            " + say("doctor.no-profile"))
      }
      add(
        say("doctor.label.clusters"),
        report.clusterMode.map { say($0 ? "doctor.clusters-on" : "doctor.clusters-off") }
          ?? say("doctor.clusters-unknown"))
    } else if report.problem == nil {
      add(
        say("doctor.label.answer"), say("doctor.no-answer", ["milliseconds": Int(answerDeadline)]))
    }
    if !report.countsForNcurses { add(say("doctor.label.note"), say("doctor.library-counts")) }
    for row in report.pictures.rows { add(row.label, row.text) }
    if let problem = report.problem { add(say("doctor.label.note"), problem) }
    lines.append("")
    lines.append(say("doctor.bars"))
    lines.append("")
    lines += testRows(profile)
    lines.append("")
    lines.append(
      say("doctor.advice"))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func explanation(of origin: WidthChoice.Origin) -> String {
    switch origin {
    case .forced: say("doctor.widths-forced")
    case .asked: say("doctor.widths-asked")
    case .known: say("doctor.widths-known")
    case .remembered: say("doctor.widths-remembered")
    case .assumed: say("doctor.widths-assumed")
    }
  }

  /// Rows of the sample article, filled up to one width, with a bar behind each.
  static func testRows(_ profile: WidthProfile) -> [String] {
    let bytes = Samples.bytes(Samples.first)
    let document = ArticleAnalyzer().document(id: "", text: SourceText(validBytes: bytes))
    let layout = ArticleLayout(document: document, width: testColumns, profile: profile)
    var rows: [String] = []
    for block in layout.blocks.indices.dropFirst() {
      for row in layout.rows(of: block) {
        rows.append(profile.padded(document.text[row.span], to: testColumns) + "│")
        if rows.count == testLines { return rows }
      }
    }
    return rows
  }

  /// The report for programs.
  static func json(_ report: Report) -> [UInt8] {
    var writer = JSONWriter()
    writer.open(0x7B)
    func member(_ name: String, _ value: String?) {
      writer.key(name)
      writer.string(value)
    }
    func number(_ name: String, _ value: Int?) {
      writer.key(name)
      writer.raw(value.map(String.init) ?? "null")
    }
    member("version", Usage.version)
    member("terminal", report.program)
    member("term", report.term)
    member("multiplexer", report.multiplexer)
    member("locale", report.locale)
    number("columns", report.size?.columns)
    number("rows", report.size?.rows)
    number("colors", report.colorCount)
    member("widths", report.widths.profile.rawValue)
    member("widths_origin", report.widths.origin.rawValue)
    writer.key("answers")
    if let answers = report.answers {
      writer.open(0x5B)
      for answer in answers { writer.raw(String(answer)) }
      writer.close(0x5D)
    } else {
      writer.raw("null")
    }
    writer.key("cluster_mode")
    writer.raw(report.clusterMode.map { $0 ? "true" : "false" } ?? "null")
    writer.key("counts_for_ncurses")
    writer.raw(report.countsForNcurses ? "true" : "false")
    member("pictures", report.pictures.way?.rawValue)
    member("pictures_told", report.pictures.text.words)
    member("picture_font", report.pictures.fonts?.family)
    writer.key("bengali_fonts")
    writer.open(0x5B)
    for family in report.pictures.families { writer.string(family) }
    writer.close(0x5D)
    member("problem", report.problem)
    writer.close(0x7D)
    return writer.bytes + [0x0A]
  }
}
