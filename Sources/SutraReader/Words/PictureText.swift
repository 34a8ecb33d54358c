import SutraWords

/// Why text is drawn in cells, or how it is drawn as pictures, in words.
public enum PictureText: Hashable, Sendable {
  /// As pictures, in a way that has a name.
  case drawn(way: String)
  /// The setting says so.
  case switchedOff
  /// There is no terminal.
  case noTerminal
  /// Nothing in the text needs it.
  case notNeeded
  /// No colours are wanted or there are none.
  case noColors
  /// The line is as slow as the setting says.
  case slowLine(Int)
  /// The terminal did not say whether it can within some milliseconds.
  case noAnswer(Int)
  /// The terminal has no way to show pictures.
  case noWay
  /// tmux hands nothing on to the terminal behind it, which could.
  case noPassthrough
  /// The terminal does not have the way that was asked for.
  case lacks(way: String)
  /// Nobody tells how large a cell is.
  case noCellSize
  /// A library is not there: its name.
  case noLibrary(String)
  /// No font has the letters.
  case noFont

  /// The packages of Debian that have the libraries.
  private static let packages = [
    "libpangocairo-1.0.so.0": "libpangocairo-1.0-0", "libpango-1.0.so.0": "libpango-1.0-0",
    "libcairo.so.2": "libcairo2", "libgobject-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1", "libz.so.1": "zlib1g", "libsixel.so.1": "libsixel1",
  ]

  /// It in one sentence without an end mark.
  public var words: String {
    if case .drawn(let way) = self { return say("pictures.drawn", ["way": way]) }
    return say("pictures.not-drawn", ["why": note])
  }

  /// The reason alone.
  public var note: String {
    switch self {
    case .drawn(let way): say("pictures.by", ["way": way])
    case .noTerminal: say("pictures.no-terminal")
    case .switchedOff: say("pictures.switched-off")
    case .notNeeded: Keymap.standard.say("pictures.not-needed")
    case .noColors: say("pictures.no-colors")
    case .slowLine(let speed): say("pictures.slow-line", ["speed": speed])
    case .noAnswer(let limit): say("pictures.no-answer", ["milliseconds": limit])
    case .noWay: say("pictures.no-way")
    case .noPassthrough: say("pictures.no-passthrough")
    case .lacks(let way): say("pictures.lacks", ["way": way])
    case .noCellSize: say("pictures.no-cell-size")
    case .noLibrary(let name):
      say(
        "pictures.no-library",
        ["name": name, "package": Self.packages[name] ?? say("pictures.its-package")])
    case .noFont: say("pictures.no-font")
    }
  }
}
