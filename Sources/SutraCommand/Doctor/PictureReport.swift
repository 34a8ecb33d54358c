import SutraPictures
import SutraReader
import SutraTerminal
import SutraWords

/// What was found out of text as pictures.
struct PictureReport: Equatable {
  /// How text would be drawn, and why not another way.
  var text: PictureText
  /// Why the next best way was not chosen, where there is one.
  var other: PictureText?
  /// The families of fonts that have Bengali letters.
  var families: [String] = []
  /// Those that draw Bengali and Latin letters, and their size in pixels, times 64.
  var fonts: PictureFont.Description?
  /// What shows a line as a picture.
  var line: [UInt8] = []
  /// The way that was chosen.
  var way: PictureWay?

  /// Asks a terminal, if the settings let it be asked.
  ///
  /// - Parameters:
  ///   - session: The terminal.
  ///   - settings: The settings.
  ///   - deadline: Milliseconds it has to answer.
  ///   - sample: The line to show.
  init(
    asking session: inout TerminalSession, _ settings: Settings, deadline: Int, sample: String
  ) {
    families = PictureFont.families()
    let colorCount = ThemeChoice.wantsColor(settings) ? session.colorCount : 0
    if case .cells(let why)? = PictureChoice.atHand(settings, colorCount: colorCount) {
      text = why
      return
    }
    session.askPictures(kitty: PictureChoice.asksKitty)
    guard let answers = session.awaitPictures(deadline: deadline) else {
      text = .noAnswer(deadline)
      return
    }
    switch PictureChoice.answered(answers, settings) {
    case .cells(let why): text = why
    case .pictures(let way, let cell, let colors):
      if way == .kitty, !answers.sixel { other = .lacks(way: PictureWay.sixel.rawValue) }
      if way == .sixel, !answers.kitty { other = .lacks(way: PictureWay.kitty.rawValue) }
      do throws(PictureFont.Failure) {
        let font = try PictureFont(
          family: settings["picture-font"], cellWidth: cell.width, cellHeight: cell.height)
        text = .drawn(way: way.rawValue)
        self.way = way
        fonts = font.description
        line = PictureLine.bytes(sample, font, way, colors) ?? []
      } catch {
        text = PictureChoice.text(error)
      }
    }
  }

  /// What is known where there is no terminal to ask.
  init(withoutTerminal settings: Settings) {
    families = PictureFont.families()
    text =
      if case .cells(let why)? = PictureChoice.atHand(settings, colorCount: 256) { why } else {
        .noTerminal
      }
  }

  /// The rows of the report for people: what each is about, and what it says.
  var rows: [(label: String, text: String)] {
    var rows = [(say("doctor.label.pictures"), text.words)]
    if let other { rows.append(("", other.note)) }
    if let fonts {
      let names = [fonts.family, fonts.latinFamily].compactMap { $0 }.joined(separator: ", ")
      rows.append(
        (
          say("doctor.label.drawn-in"),
          say("doctor.drawn-in", ["fonts": names, "pixels": fonts.size / 64])
        ))
    }
    rows.append(
      (
        say("doctor.label.fonts"),
        families.isEmpty ? PictureText.noFont.note : families.joined(separator: ", ")
      ))
    return rows
  }
}
