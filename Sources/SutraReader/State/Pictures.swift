import SutraWords

extension ReaderState {
  /// Whether text is laid out to be drawn as pictures.
  public var showsPictures: Bool { layout.measure.pixels != nil }

  /// Draws text as pictures from now on, or in cells again.
  mutating func togglePictures() -> [ReaderEffect] {
    let value = showsPictures ? "off" : "auto"
    // What is named is one of the setting's own values.
    try? shared.settings.set("pictures", to: value, .reader)
    if showsPictures {
      message = say("pictures.cells")
      return [.applySettings, .redraw]
    }
    message = say("pictures.asking")
    return [.drawPictures]
  }
}
