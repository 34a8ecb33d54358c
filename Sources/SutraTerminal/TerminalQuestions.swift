import CTerminal
import Glibc
import SutraReader

/// What a terminal is asked, and the waiting for what it answers.
extension TerminalSession {
  /// Asks the terminal which colour its ground has, and to tell when it changes; whether it is well
  /// comes last and ends the waiting.
  public mutating func askGround() {
    (awaitsGround, watchesGround) = (true, true)
    expectAnswers()
    let question = Array("\u{1B}]11;?\u{1B}\\".utf8)
    TerminalOutput.write(question + TerminalModes.groundOn + Array("\u{1B}[5n".utf8))
  }

  /// Asks the terminal how it counts columns.
  ///
  /// Writes the strings of `WidthProbe` where the first screen will cover them, and after each asks
  /// where the cursor stands. Whether it is in the mode in which clusters are counted as a whole is
  /// asked before, and answered where that is known.
  ///
  /// The third row is used, since an answer from the first can be mistaken for a key.
  public mutating func askWidths() {
    var bytes = Array("\u{1B}[?\(Self.clusterModeNumber)$p\u{1B}[8m".utf8)
    for string in WidthProbe.strings {
      bytes += Array("\u{1B}[3;1H\(string)\u{1B}[6n".utf8)
    }
    bytes += Array("\u{1B}[0m\u{1B}[3;1H\u{1B}[2K".utf8)
    answers = []
    askedAt = sutra_milliseconds()
    expectAnswers()
    TerminalOutput.write(bytes)
  }

  /// The mode in which terminals count clusters as a whole.
  static let clusterModeNumber = 2_027

  /// Waits for the answers to `askWidths`; keys that are typed meanwhile are kept.
  ///
  /// - Parameter deadline: Milliseconds after the question when waiting ends; 0 takes what is there.
  /// - Returns: The columns of each string, or `nil` while the answers are not complete; they then
  ///   come as an event.
  public mutating func awaitWidths(deadline: Int) -> [Int]? {
    while answers.count < WidthProbe.strings.count {
      let left = deadline - Int(sutra_milliseconds() - askedAt)
      var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(max(0, left))) > 0, let input = readInput() else { return nil }
      for case .keys(let keys) in events(of: input) { untaken.append(.keys(keys)) }
    }
    return answers
  }

  /// Asks the terminal what pictures it can show, how large its cells are, and which colours it has
  /// of its own; what it can do at all comes last and ends the waiting.
  ///
  /// - Parameter kitty: Whether kitty's protocol is asked for as well, which some programs between a
  ///   terminal and this one take for something else.
  public mutating func askPictures(kitty: Bool) {
    var text =
      kitty ? "\u{1B}_Gi=\(PictureAnswers.number),s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" : ""
    text += "\u{1B}[16t\u{1B}]10;?\u{1B}\\\u{1B}]11;?\u{1B}\\\u{1B}[c"
    pictureAnswers = PictureAnswers(cell: Self.cellSize)
    expectAnswers()
    TerminalOutput.write(Array(text.utf8))
  }

  /// Waits for the answers to `askPictures`.
  ///
  /// - Parameter deadline: Milliseconds after which waiting ends.
  /// - Returns: What was answered, or `nil` while the last answer has not come.
  public mutating func awaitPictures(deadline: Int) -> PictureAnswers? {
    let end = sutra_milliseconds() + Int64(deadline)
    while true {
      var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let left = Int32(clamping: max(0, end - sutra_milliseconds()))
      guard poll(&waiting, 1, left) > 0, let input = readInput() else { return nil }
      for event in events(of: input) {
        if case .pictures(let answers) = event { return answers }
        if case .keys = event { untaken.append(event) }
      }
    }
  }

  /// The size of a cell in pixels as the system knows it.
  public static var cellSize: PictureAnswers.Cell? {
    var (width, height): (Int32, Int32) = (0, 0)
    guard sutra_cell_size(1, &width, &height) == 0 else { return nil }
    return PictureAnswers.Cell(width: Int(width), height: Int(height))
  }

  /// Tells the guard how many answers are still to come.
  func expectAnswers() {
    let widths = askedAt == 0 ? 0 : WidthProbe.strings.count - answers.count
    let others = (pictureAnswers == nil ? 0 : 1) + (awaitsGround ? 1 : 0)
    sutra_guard_expect(Int32(widths + others))
  }

  /// Whether dark letters can be read on a colour better than light ones.
  static func isLight(_ color: UInt32) -> Bool {
    let parts = [color >> 16, color >> 8, color].map { UInt8(truncatingIfNeeded: $0) }
    return (Color.rgb(parts[0], parts[1], parts[2]).luminance ?? 0) > 0.18
  }
}
