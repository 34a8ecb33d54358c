import SutraPictures
import SutraReader
import SutraSystem
import SutraTerminal
import SutraWords

/// Text of a list drawn as pictures, as that of articles is.
struct ListPictures {
  /// How far it has come.
  private(set) var step: PictureState.Step
  private let settings: Settings

  /// Goes on from where another screen of the same terminal was.
  init(_ settings: Settings, after step: PictureState.Step = .idle) {
    self.settings = settings
    self.step = step
  }

  /// The fonts that draw it; `nil` where it is drawn in cells.
  var font: PictureFont? { if case .shown(let font, _, _) = step { font } else { nil } }

  /// Asks the terminal for pictures where a list needs them and nobody has asked yet.
  mutating func consider(_ needsShaping: Bool, _ terminal: inout TerminalSession) {
    guard case .idle = step else { return }
    let isWanted =
      needsShaping || PictureState.interfaceNeedsShaping
      || ["kitty", "sixel"].contains(settings["pictures"])
    let colorCount = ThemeChoice.wantsColor(settings) ? terminal.colorCount : 0
    guard isWanted, PictureChoice.atHand(settings, colorCount: colorCount) == nil else { return }
    step = .asked(FontOpening.remembered(settings))
    terminal.askPictures(kitty: PictureChoice.asksKitty)
  }

  /// Takes the terminal's answer in; whether text is drawn otherwise from now on.
  mutating func take(_ answers: PictureAnswers) -> Bool {
    guard case .asked(let early) = step else { return false }
    switch PictureChoice.answered(answers, settings) {
    case .cells:
      step = .refused
      return false
    case .pictures(let way, let cell, let colors):
      TerminalMemory.pictures.remember(way.rawValue)
      let family = settings["picture-font"]
      let opening = early?.isFor(family, cell) == true ? early : nil
      step = .opening(opening ?? FontOpening(family: family, cell), way, colors)
      return takeFonts()
    }
  }

  /// Takes fonts that have been opened; whether text is drawn otherwise from now on.
  mutating func takeFonts() -> Bool {
    guard case .opening(let opening, let way, let colors) = step, let outcome = opening.take()
    else { return false }
    switch outcome {
    case .success(let font): step = .shown(font, way, colors)
    case .failure: step = .refused
    }
    return font != nil
  }

  /// Takes fonts for cells of another size where the terminal has changed it; whether it has.
  mutating func followCellSize() -> Bool {
    guard case .shown(let font, let way, let colors) = step,
      let cell = TerminalSession.cellSize, cell.isUsable,
      cell.width != font.cellWidth || cell.height != font.cellHeight
    else { return false }
    let family = settings["picture-font"]
    let other = try? PictureFont(family: family, cellWidth: cell.width, cellHeight: cell.height)
    step = other.map { .shown($0, way, colors) } ?? .refused
    return true
  }

  /// Has the terminal show pictures, or cells where there are none.
  func use(in terminal: inout TerminalSession) {
    guard case .shown(let font, let way, let colors) = step else { return terminal.use(nil) }
    terminal.use(
      ScreenPictures(
        way, font, colors, firstNumber: ReadCommand.firstPicture, beside: WorkerThread.start))
  }
}
