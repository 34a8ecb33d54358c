import SutraCore
import SutraPictures
import SutraReader
import SutraSystem
import SutraTerminal
import SutraWords

/// How far the reader has come with drawing text as pictures.
struct PictureState {
  /// A step on the way.
  enum Step {
    /// Nobody has wanted them yet.
    case idle
    /// The terminal was asked; fonts for cells of a size are being opened already where it has shown
    /// pictures before.
    case asked(FontOpening?)
    /// Fonts are being opened.
    case opening(FontOpening, PictureWay, TerminalColors)
    /// Text is drawn as pictures.
    case shown(PictureFont, PictureWay, TerminalColors)
    /// They cannot be drawn, or are not wanted.
    case refused
  }

  /// Milliseconds that the terminal has to answer somebody who waits.
  static let answerDeadline = 400

  var step: Step = .idle
  /// Fonts that were being opened before the terminal was.
  var early: FontOpening?
  /// When the terminal was asked, in milliseconds of a steady clock.
  var askedAt: Int64 = 0
  /// Whether the user has asked for pictures of text that would do without.
  var isForced = false
  /// The settings that were heeded last.
  var heeded: [String]?
  /// The article that was looked through for letters that need pictures, by its number and length.
  private var looked: (article: Int, count: Int)?
  private var isNeeded = false

  /// Whether the program's own words are written in letters that need pictures.
  static var interfaceNeedsShaping: Bool { ShapedScripts.are(in: Array(say("key.help").utf8)) }

  /// Whether the text of an article or the program's own words need pictures, or the user wants them
  /// all the same.
  mutating func isWanted(for state: ReaderState) -> Bool {
    if isForced || ["kitty", "sixel"].contains(state.settings["pictures"]) { return true }
    if Self.interfaceNeedsShaping { return true }
    let bytes = state.article.document.text.bytes
    if looked?.article != state.articleNumber || looked?.count != bytes.count {
      looked = (state.articleNumber, bytes.count)
      isNeeded = ShapedScripts.are(in: bytes)
    }
    return isNeeded
  }
}

extension FontOpening {
  /// Begins to open fonts for a text that needs them where the terminal has shown pictures before;
  /// `nil` where it has not, or where none are wanted.
  static func early(_ settings: Settings, _ text: SourceText, wantsColor: Bool) -> FontOpening? {
    guard PictureChoice.atHand(settings, colorCount: wantsColor ? 256 : 0) == nil,
      ShapedScripts.are(in: text.bytes) || PictureState.interfaceNeedsShaping
    else { return nil }
    return remembered(settings)
  }

  /// Begins to open fonts where the terminal has shown pictures before.
  static func remembered(_ settings: Settings) -> FontOpening? {
    guard let cell = TerminalSession.cellSize, cell.isUsable,
      let known = TerminalMemory.pictures.answer, PictureWay(rawValue: known) != nil
    else { return nil }
    return FontOpening(family: settings["picture-font"], cell)
  }
}

extension ReadCommand {
  /// Asks the terminal for pictures once they are wanted.
  mutating func considerPictures() {
    if pictures.heeded == nil { heedPictureSettings() }
    guard case .idle = pictures.step, pictures.isWanted(for: session.state) else { return }
    if case .cells(let why)? = choiceAtHand { return refuse(why) }
    let opening = pictures.early ?? FontOpening.remembered(session.state.settings)
    pictures.early = nil
    pictures.step = .asked(opening)
    pictures.askedAt = Clock.milliseconds
    terminal.askPictures(kitty: PictureChoice.asksKitty)
  }

  /// Milliseconds until somebody who waits for pictures is told that the terminal does not answer;
  /// `nil` when nobody does.
  var pauseOfPictures: Int? {
    guard case .asked = pictures.step, pictures.isForced else { return nil }
    return max(0, Int(pictures.askedAt - Clock.milliseconds) + PictureState.answerDeadline)
  }

  /// Tells somebody who waits that the terminal does not answer.
  mutating func endWaitForPictures() {
    guard pauseOfPictures == 0 else { return }
    refuse(.noAnswer(PictureState.answerDeadline))
  }

  private var choiceAtHand: PictureChoice? {
    PictureChoice.atHand(
      session.state.settings, colorCount: usesColors ? terminal.colorCount : 0)
  }

  /// Takes the terminal's answer in.
  mutating func take(_ answers: PictureAnswers) {
    guard case .asked(let early) = pictures.step else { return }
    if let atHand = choiceAtHand, case .cells(let why) = atHand { return refuse(why) }
    switch PictureChoice.answered(answers, session.state.settings) {
    case .cells(let why):
      TerminalMemory.pictures.remember("none")
      refuse(why)
    case .pictures(let way, let cell, let colors):
      TerminalMemory.pictures.remember(way.rawValue)
      let family = session.state.settings["picture-font"]
      let opening = early?.isFor(family, cell) == true ? early : nil
      pictures.step = .opening(opening ?? FontOpening(family: family, cell), way, colors)
      takeFonts()
    }
  }

  /// Draws text as pictures when the fonts are there.
  mutating func takeFonts() {
    guard case .opening(let opening, let way, let colors) = pictures.step,
      let outcome = opening.take()
    else { return }
    switch outcome {
    case .success(let font): show(font, way, colors)
    case .failure(let failure): refuse(PictureChoice.text(failure))
    }
  }

  /// Draws in cells of another size when the terminal has changed it, as for larger letters.
  mutating func followCellSize() {
    guard case .shown(let font, let way, let colors) = pictures.step,
      let cell = TerminalSession.cellSize, cell.isUsable,
      cell.width != font.cellWidth || cell.height != font.cellHeight
    else { return }
    do throws(PictureFont.Failure) {
      let family = session.state.settings["picture-font"]
      show(
        try PictureFont(family: family, cellWidth: cell.width, cellHeight: cell.height), way, colors
      )
    } catch {
      refuse(PictureChoice.text(error))
    }
  }

  /// Begins anew when the settings say something else of pictures.
  mutating func heedPictureSettings() {
    let settings = session.state.settings
    let now = ["pictures", "picture-font", "line-speed", "color"].map { settings[$0] }
    defer { pictures.heeded = now }
    guard let before = pictures.heeded, before != now else { return }
    if settings["pictures"] == "off" { pictures.isForced = false }
    restartPictures()
  }

  /// Draws again as before another screen had the terminal.
  mutating func resumePictures() {
    paintsAnew = true
    switch pictures.step {
    case .shown(let font, let way, let colors):
      show(font, way, colors)
      followCellSize()
    case .asked, .opening:
      // What was on its way has come to the other screen.
      update(by: .resize(terminal.room))
      restartPictures()
    case .idle, .refused: update(by: .resize(terminal.room))
    }
  }

  /// Begins anew with what the settings say.
  mutating func restartPictures() {
    if session.state.showsPictures { showCells() }
    pictures.step = .idle
    considerPictures()
  }

  private mutating func show(_ font: PictureFont, _ way: PictureWay, _ colors: TerminalColors) {
    pictures.step = .shown(font, way, colors)
    terminal.use(
      ScreenPictures(
        way, font, colors, firstNumber: Self.firstPicture, beside: WorkerThread.start))
    update(by: .resize(terminal.room))
    update(by: .measure(Measure(session.state.layout.profile, pixels: font)))
    paintsAnew = true
  }

  private mutating func showCells() {
    terminal.use(nil)
    update(by: .resize(terminal.room))
    update(by: .measure(Measure(session.state.layout.profile)))
    paintsAnew = true
  }

  /// Stays with cells, or goes back to them; only who has asked for pictures is told why.
  private mutating func refuse(_ why: PictureText) {
    pictures.step = .refused
    if session.state.showsPictures { showCells() }
    if pictures.isForced || ["kitty", "sixel"].contains(session.state.settings["pictures"]) {
      update(by: .notice(why.words))
    }
    pictures.isForced = false
  }
}
