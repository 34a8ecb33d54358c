import SutraPictures
import SutraReader
import SutraSystem
import SutraTerminal
import Synchronization

/// Whether text is drawn as pictures on the terminal at hand, and how.
enum PictureChoice: Equatable {
  /// As pictures of cells of a size.
  case pictures(PictureWay, PictureAnswers.Cell, TerminalColors)
  /// In cells, and why.
  case cells(PictureText)

  /// Bytes a second below which a line is too slow for pictures of whole rows.
  static let slowestLine = 200_000

  /// What can be told before the terminal is asked; `nil` when it must be.
  ///
  /// - Parameters:
  ///   - settings: What the user wants.
  ///   - colorCount: Colours that are used.
  /// - Returns: Cells and why, or `nil`.
  static func atHand(_ settings: Settings, colorCount: Int) -> PictureChoice? {
    if settings["pictures"] == "off" { return .cells(.switchedOff) }
    if colorCount == 0 { return .cells(.noColors) }
    let speed = settings.number("line-speed")
    if speed > 0, speed < slowestLine { return .cells(.slowLine(speed)) }
    let term = Environment["TERM"] ?? ""
    // Terminals of text alone, some of which would show the question.
    let plain = ["linux", "vt100", "vt220", "ansi", "cons25", "dumb"]
    return plain.contains(term) ? .cells(.noWay) : nil
  }

  /// What follows from a terminal's answer.
  static func answered(_ answers: PictureAnswers, _ settings: Settings) -> PictureChoice {
    let wanted = settings["pictures"]
    let way: PictureWay
    switch wanted {
    case "kitty":
      switch behindTmux(answers) {
      case .way(let found): way = found
      case .none: return .cells(.lacks(way: wanted))
      case .passesNothing: return .cells(.noPassthrough)
      }
    case "sixel":
      guard answers.sixel else { return .cells(.lacks(way: wanted)) }
      way = .sixel
    default:
      if answers.sixel && !answers.kitty {
        way = .sixel
        break
      }
      switch behindTmux(answers) {
      case .way(let found): way = found
      case .none: return .cells(.noWay)
      case .passesNothing: return .cells(.noPassthrough)
      }
    }
    if way == .sixel, let library = PictureEncoder.missingForSixel {
      return .cells(.noLibrary(library))
    }
    guard let cell = answers.cell, cell.isUsable else { return .cells(.noCellSize) }
    return .pictures(way, cell, answers.colors)
  }

  /// How pictures get to a kitty, perhaps behind tmux.
  private enum Kitty {
    case way(PictureWay), none, passesNothing
  }

  private static func behindTmux(_ answers: PictureAnswers) -> Kitty {
    if answers.kitty { return .way(.kitty) }
    guard let outer = OuterTerminal.ask(), outer.hasPlaceholders else { return .none }
    return outer.passes ? .way(.placeholder) : .passesNothing
  }

  /// Whether kitty's protocol may be asked for: tmux and screen take the question for a title.
  static var asksKitty: Bool {
    let term = Environment["TERM"] ?? ""
    return !term.hasPrefix("tmux") && !term.hasPrefix("screen") && Environment["TMUX"] == nil
      && Environment["STY"] == nil
  }

  /// A sentence for a failure of the fonts.
  static func text(_ failure: PictureFont.Failure) -> PictureText {
    switch failure {
    case .noLibrary(let name): .noLibrary(name)
    case .noFont: .noFont
    }
  }
}

/// Opens fonts beside the reader, which shows cells until they are there.
final class FontOpening: Sendable {
  private let outcome = Mutex<Result<PictureFont, PictureFont.Failure>?>(nil)
  private let family: String
  private let cell: PictureAnswers.Cell

  /// Begins; the signal pipe wakes the reader at the end.
  init(family: String, _ cell: PictureAnswers.Cell) {
    self.family = family
    self.cell = cell
    let work = { @Sendable [self] in
      let result = Result { () throws(PictureFont.Failure) in
        try PictureFont(family: family, cellWidth: cell.width, cellHeight: cell.height)
      }
      outcome.withLock { $0 = result }
      Signals.wake()
    }
    if !WorkerThread.start(work) { work() }
  }

  /// Whether it opens a family for cells of a size.
  func isFor(_ family: String, _ cell: PictureAnswers.Cell) -> Bool {
    self.family == family && self.cell == cell
  }

  /// What has come of it, once; `nil` while it is under way.
  func take() -> Result<PictureFont, PictureFont.Failure>? {
    outcome.withLock { outcome in
      defer { outcome = nil }
      return outcome
    }
  }
}
