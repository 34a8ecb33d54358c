import SutraPictures
import SutraReader
import SutraTerminal

/// Titles drawn as pictures, as the text of articles is.
extension FeedsScreen {
  /// Asks the terminal for pictures where there are titles that need them.
  mutating func considerPictures() {
    guard case .idle = pictures else { return }
    let isWanted =
      state.needsShaping || ["kitty", "sixel"].contains(settings["pictures"])
    let colorCount = ThemeChoice.wantsColor(settings) ? terminal.colorCount : 0
    guard isWanted, PictureChoice.atHand(settings, colorCount: colorCount) == nil else { return }
    pictures = .asked(FontOpening.remembered(settings))
    terminal.askPictures(kitty: PictureChoice.asksKitty)
  }

  /// Takes the terminal's answer in.
  mutating func take(_ answers: PictureAnswers) {
    guard case .asked(let early) = pictures else { return }
    switch PictureChoice.answered(answers, settings) {
    case .cells: pictures = .refused
    case .pictures(let way, let cell, let colors):
      TerminalMemory.pictures.remember(way.rawValue)
      let family = settings["picture-font"]
      let opening = early?.isFor(family, cell) == true ? early : nil
      pictures = .opening(opening ?? FontOpening(family: family, cell), way, colors)
      takeFonts()
    }
  }

  /// Draws titles as pictures when the fonts are there.
  mutating func takeFonts() {
    guard case .opening(let opening, let way, let colors) = pictures, let outcome = opening.take()
    else { return }
    switch outcome {
    case .success(let font): pictures = .shown(font, way, colors)
    case .failure: pictures = .refused
    }
    usePictures()
  }

  /// Draws in cells of another size when the terminal has changed it.
  mutating func followCellSize() {
    guard case .shown(let font, let way, let colors) = pictures,
      let cell = TerminalSession.cellSize, cell.isUsable,
      cell.width != font.cellWidth || cell.height != font.cellHeight
    else { return }
    let family = settings["picture-font"]
    let other = try? PictureFont(family: family, cellWidth: cell.width, cellHeight: cell.height)
    pictures = other.map { .shown($0, way, colors) } ?? .refused
    usePictures()
  }

  /// Has the terminal show pictures, or cells where there are none.
  mutating func usePictures() {
    var font: PictureFont?
    if case .shown(let shown, let way, let colors) = pictures {
      font = shown
      terminal.use(
        ScreenPictures(
          way, shown, colors, firstNumber: ReadCommand.firstPicture, beside: WorkerThread.start))
    } else {
      terminal.use(nil)
    }
    update(by: .resize(terminal.room))
    update(by: .measure(Measure(state.measure.profile, pixels: font)))
    paintsAnew = true
  }
}
