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
    if case .drawn(let way) = self { return "text is drawn as pictures, by \(way)" }
    return "text is drawn in cells: \(note)"
  }

  /// The reason alone.
  public var note: String {
    switch self {
    case .drawn(let way): "by \(way)"
    case .noTerminal: "there is no terminal to ask"
    case .switchedOff: "pictures = off"
    case .notNeeded: "none of its letters need more; V draws it as pictures"
    case .noColors: "there are no colours"
    case .slowLine(let speed): "line-speed = \(speed) is too slow for pictures"
    case .noAnswer(let limit): "the terminal did not say within \(limit) ms what it can show"
    case .noWay: "this terminal shows no pictures, neither by kitty nor by sixel"
    case .lacks(let way): "this terminal has no \(way)"
    case .noCellSize: "the terminal does not tell how large its cells are"
    case .noLibrary(let name):
      "\(name) is not there; install \(Self.packages[name] ?? "its package")"
    case .noFont: "no font has Bengali letters; install fonts-noto-core"
    }
  }
}
