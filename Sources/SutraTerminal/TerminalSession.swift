import CNcurses
import CTerminal
import Glibc
import SutraCore
import SutraPictures
import SutraReader

/// Owns the terminal while the reader is open: takes the screen when it begins and gives it back
/// as it was when it ends.
public struct TerminalSession: ~Copyable {
  /// What happened outside the keyboard.
  public enum Event: Hashable, Sendable {
    case keys([Key])
    /// A text was pasted.
    case paste(String)
    /// The mouse did something.
    case mouse(MouseEvent)
    case resize(ScreenSize)
    /// The user pressed Ctrl-C, or another program sent the signal of that.
    case interrupt(isTyped: Bool)
    /// The process was stopped and goes on.
    case resumed
    /// Something beside the reader is ready.
    case wake
    /// There is something to read from `watchedFile`.
    case watched
    /// A signal asks the program to end.
    case end(signal: Int32)
    /// The terminal has answered how it counts columns: those of each string of `WidthProbe`.
    case widths([Int])
    /// The terminal has answered what pictures it can show.
    case pictures(PictureAnswers)
    /// Whether the terminal's ground is light.
    case ground(isLight: Bool)
    /// The terminal is gone.
    case hangUp
  }

  /// The terminal's size.
  public private(set) var size: ScreenSize
  /// The rows and columns there are for a screen: a row less where pictures are drawn as sixels, since
  /// one in the last row, which is seldom as high as its cells, would scroll all others.
  public var room: ScreenSize {
    pictures?.way == .sixel ? ScreenSize(columns: size.columns, rows: size.rows - 1) : size
  }
  /// Colours it has; 0 when it has none or none are wanted.
  public let colorCount: Int
  /// How the terminal counts columns.
  public private(set) var profile: WidthProfile
  /// Whether the terminal counts clusters as a whole by a mode of its own (2027); `nil` until it has
  /// told, and where it knows no such mode.
  public internal(set) var clusterMode: Bool?
  /// A file whose readiness is told as an event; -1 for none.
  public var watchedFile: Int32 = -1
  let file: Int32
  private let signals: Int32
  private var decoder: InputDecoder
  private var pairs: ColorPairs
  /// The columns that the terminal has answered so far, and when it was asked.
  var answers: [Int] = []
  var askedAt: Int64 = 0
  /// What the terminal has answered of pictures so far, while it is to say more.
  var pictureAnswers: PictureAnswers?
  /// Whether the terminal is to say which ground it has, and has been told to say when that changes.
  var awaitsGround = false
  var watchesGround = false
  /// The pictures of the screen, where text is drawn as such.
  private var pictures: ScreenPictures?
  /// What has happened and was not taken yet, the first first.
  var untaken: [Event] = []
  /// What was painted last, and in which look.
  private var painted: Screen?
  private var paintedTheme: Theme?
  /// Blanks in the looks of that theme, as far as they were needed.
  private var looks: [(roles: RoleSet, blank: cchar_t)] = []
  /// Rows with cells that were written past ncurses.
  private var longRows: Set<Int> = []
  /// Whether the terminal is told where links lead.
  private let showsLinks: Bool
  private var isEnded = false
  private var usesMouse = false

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - profile: How it counts columns.
  ///   - wantsColor: Whether colours are to be used where there are some.
  /// - Returns: The open session; the terminal is given back when it ends.
  /// - Throws: `TerminalError` when there is none that will do; it is then as it was.
  public static func open(
    profile: WidthProfile, wantsColor: Bool
  ) throws(TerminalError) -> TerminalSession {
    guard TerminalSetup.useUTF8() else { throw .noUTF8 }
    // Keys come from the terminal, also when the article comes through standard input.
    let file = isatty(0) == 1 ? dup(0) : Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard file >= 0 else { throw .noKeyboard }
    var (columns, rows): (Int32, Int32) = (80, 24)
    _ = sutra_terminal_size(1, &columns, &rows)
    let size = Self.size(columns, rows)
    guard size.isLargeEnough else {
      close(file)
      throw .tooSmall(columns: size.columns, rows: size.rows)
    }
    profile.useForTerminal()
    sutra_guard_save(file)
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    guard TerminalSetup.canMoveCursor(term) else {
      close(file)
      throw .unusable(term: term)
    }
    let signals = sutra_signals_open()
    let showsLinks = TerminalSetup.passesOverUnknown(term)
    TerminalSetup.armGuard(undoing: TerminalModes.allOff(withLinks: showsLinks))
    let isCounted = max(columns, rows) <= Int32(Int16.max)
    guard sutra_open_terminal(fdopen(file, "r"), isCounted) != nil else {
      sutra_guard_disarm()
      close(file)
      throw .unusable(term: term)
    }
    TerminalSetup.pauseUnseen()
    return TerminalSession(
      file: file, signals: signals, size: size, profile: profile, wantsColor: wantsColor,
      showsLinks: showsLinks)
  }

  private init(
    file: Int32, signals: Int32, size: ScreenSize, profile: WidthProfile, wantsColor: Bool,
    showsLinks: Bool
  ) {
    self.showsLinks = showsLinks
    self.profile = profile
    self.file = file
    self.signals = signals
    self.size = size
    // ncurses believes LINES and COLUMNS, which a shell may have left behind from another window.
    resizeterm(Int32(size.rows), Int32(size.columns))
    cbreak()
    noecho()
    nonl()
    keypad(sutra_stdscr(), true)
    // Painting goes on while there are keys to read: they are read soon enough.
    typeahead(-1)
    decoder = InputDecoder(sequences: KeySequences.ofTerminal())
    if wantsColor, has_colors(), start_color() == OK {
      use_default_colors()
      colorCount = Int(sutra_color_count())
    } else {
      colorCount = 0
    }
    pairs = ColorPairs(colorCount: colorCount)
    // The first screen, still empty: what is asked of the terminal must not show behind it.
    doupdate()
    TerminalOutput.write(TerminalModes.pasteOn)
  }

  deinit {
    if !isEnded { giveBack() }
  }

  /// Gives the terminal back; nothing may be painted after it.
  public mutating func finish() {
    guard !isEnded else { return }
    isEnded = true
    giveBack()
  }

  private func giveBack() {
    if usesMouse { TerminalOutput.write(TerminalModes.mouseOff) }
    if watchesGround { TerminalOutput.write(TerminalModes.groundOff) }
    TerminalOutput.write(TerminalModes.pasteOff)
    TerminalOutput.write(picturesOff)
    sutra_guard_drop_answers()
    endwin()
    sutra_guard_disarm()
  }

  /// What takes pictures away, and what was switched on for them.
  private var picturesOff: [UInt8] {
    guard let pictures else { return [] }
    return pictures.end + (pictures.way == .kitty ? [] : TerminalModes.ownCursor)
  }

  /// Lets the terminal tell what the mouse does, or not.
  public mutating func useMouse(_ isWanted: Bool) {
    guard isWanted != usesMouse else { return }
    usesMouse = isWanted
    TerminalOutput.write(isWanted ? TerminalModes.mouseOn : TerminalModes.mouseOff)
  }

  /// Gives the screen and the terminal's modes back while another program uses them.
  public mutating func leave() {
    TerminalOutput.write(pictures?.keeper.forget() ?? [])
    giveBack()
  }

  /// Takes the terminal again; the next screen is to be painted anew.
  public mutating func comeBack() {
    sutra_guard_rearm()
    reset_prog_mode()
    if usesMouse { TerminalOutput.write(TerminalModes.mouseOn) }
    if watchesGround { TerminalOutput.write(TerminalModes.groundOn) }
    TerminalOutput.write(TerminalModes.pasteOn)
    if pictures != nil { beginPictures() }
    measure()
  }

  /// Gives a text to the terminal's clipboard by OSC 52.
  public func copy(_ text: String) {
    let encoded = Base64.encoded(Array(text.utf8))
    TerminalOutput.write(Array("\u{1B}]52;c;".utf8) + encoded + [0x07])
  }

  /// Draws text as pictures from now on where a screen has it so, or in cells again; the next screen
  /// is to be painted anew.
  public mutating func use(_ pictures: ScreenPictures?) {
    TerminalOutput.write(self.pictures?.keeper.forget() ?? [])
    if let way = self.pictures?.way, way != .kitty { TerminalOutput.write(TerminalModes.ownCursor) }
    self.pictures = pictures
    beginPictures()
  }

  private func beginPictures() {
    if let way = pictures?.way, way != .kitty { TerminalOutput.write(TerminalModes.barCursor) }
    TerminalSetup.armGuard(undoing: picturesOff + TerminalModes.allOff(withLinks: showsLinks))
  }

  /// Paints a screen; only cells that changed are written to the terminal.
  ///
  /// - Parameters:
  ///   - screen: What to show.
  ///   - theme: How it looks.
  ///   - anew: Whether every cell is written, in case something disturbed the terminal.
  public mutating func paint(_ screen: Screen, _ theme: Theme, anew: Bool = false) {
    let window = sutra_stdscr()
    if anew { clearok(window, true) }
    if paintedTheme != theme { looks = [] }
    let ground = look(of: RoleSet(.text), theme)
    // ncurses keeps what was painted: only rows that are not the same any more are told to it.
    let isNew = painted?.size != screen.size || paintedTheme != theme || anew
    if isNew {
      sutra_set_ground(window, ground)
      werase(window)
    }
    let update = pictureUpdate(screen, theme, isNew: isNew, anew: anew)
    TerminalOutput.write(update.before)
    var longCells = LongCells(profile: profile, colorCount: colorCount)
    var line = WindowRow(columns: screen.size.columns, profile: profile)
    for (row, runs) in screen.rows.enumerated()
    where isNew || update.rows.contains(row) || painted?.rows[row] != runs {
      // What was written past ncurses it does not know to be gone.
      let isLong = longRows.remove(row) != nil || update.rows.contains(row)
      if isLong { wredrawln(window, Int32(row), 1) }
      let old = isNew || isLong ? [] : painted?.rows[row] ?? []
      let change = RunChange(from: old, to: runs, columns: screen.size.columns)
      line.begin(at: change.columns.lowerBound)
      for run in change.runs {
        // Under a picture are blanks.
        if run.pixels != nil {
          line.fill(to: run.column + run.columns, ground)
          continue
        }
        let isWhole = line.add(run, look: look(of: run.roles, theme), ground: ground)
        if let link = run.link, showsLinks {
          longCells.note(run, to: link, row: row, theme.style(of: run.roles))
        } else if isWhole {
          continue
        } else {
          longCells.note(run, row: row, theme.style(of: run.roles))
        }
        longRows.insert(row)
      }
      line.fill(to: change.columns.upperBound, ground)
      line.put(into: window, row: row)
    }
    painted = screen
    paintedTheme = theme
    wmove(window, Int32(screen.cursor.row), Int32(screen.cursor.column))
    wnoutrefresh(window)
    doupdate()
    TerminalOutput.write(longCells.bytes(cursor: screen.cursor))
    TerminalOutput.write(update.after)
  }

  /// What shows the pictures of a screen, before and after its cells are painted.
  private mutating func pictureUpdate(
    _ screen: Screen, _ theme: Theme, isNew: Bool, anew: Bool
  ) -> PictureUpdate {
    guard pictures != nil else { return PictureUpdate() }
    let isCleared = anew || painted?.size != screen.size
    return pictures?.update(
      from: painted, to: screen, theme, isNew: isNew, isCleared: isCleared) ?? PictureUpdate()
  }

  /// A blank in the look that a theme gives to roles.
  private mutating func look(of roles: RoleSet, _ theme: Theme) -> cchar_t {
    // A screen has few looks, so that the list is sooner gone through than a table asked.
    if let known = looks.first(where: { $0.roles == roles }) { return known.blank }
    let style = theme.style(of: roles)
    let blank = sutra_blank(UInt32(style.attributes.rawValue), pairs.number(of: style))
    looks.append((roles, blank))
    return blank
  }

  /// Follows another way of counting columns; the next screen is to be painted anew.
  public mutating func use(_ profile: WidthProfile) {
    self.profile = profile
    profile.useForTerminal()
  }

  /// Milliseconds after which an escape that nothing followed is the Esc key.
  private static let escapeDelay: Int32 = 25

  /// Waits until something happens and tells what, in order.
  ///
  /// - Parameter pause: Milliseconds after which nothing having happened is told as well, as no
  ///   event at all; `nil` to wait as long as it takes.
  /// - Returns: What happened.
  mutating func events(pause: Int?) -> [Event] {
    var waiting = [
      pollfd(fd: file, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: watchedFile, events: Int16(POLLIN), revents: 0),
    ]
    let limit = pause.map { Int32(clamping: $0) } ?? -1
    let ready = poll(&waiting, 3, decoder.isWaiting ? Self.escapeDelay : limit)
    if ready == 0 { return events(of: decoder.flush()) }
    guard ready > 0 else { return [] }
    // What was typed may be somebody else's after a stop, and to wait for more would be wrong.
    if waiting[1].revents != 0 { return signalEvents() }
    let watched: [Event] = waiting[2].revents != 0 ? [.watched] : []
    guard waiting[0].revents != 0 else { return watched }
    guard let input = readInput() else { return [.hangUp] }
    return watched + events(of: input)
  }

  /// What the terminal has sent, or `nil` when it is gone.
  mutating func readInput() -> [TerminalInput]? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    return count > 0 ? decoder.decode(bytes[..<count]) : nil
  }

  private mutating func signalEvents() -> [Event] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes { read(signals, $0.baseAddress, $0.count) }
    guard count > 0 else { return [] }
    var events: [Event] = []
    var index = 0
    while index < count {
      switch UInt32(bytes[index]) {
      case SUTRA_EVENT_RESIZE.rawValue:
        measure()
        if events.last != .resize(size) { events.append(.resize(size)) }
      case SUTRA_EVENT_STOP.rawValue:
        stop()
        events += [.resize(size), .resumed]
      case SUTRA_EVENT_RESUME.rawValue:
        resume()
        events += [.resize(size), .resumed]
      case SUTRA_EVENT_INTERRUPT.rawValue, SUTRA_EVENT_SENT_INTERRUPT.rawValue:
        sutra_signals_interrupt_taken()
        let isTyped = UInt32(bytes[index]) == SUTRA_EVENT_INTERRUPT.rawValue
        events.append(.interrupt(isTyped: isTyped))
      case SUTRA_EVENT_WAKE.rawValue: if !events.contains(.wake) { events.append(.wake) }
      case SUTRA_EVENT_END.rawValue where index + 1 < count:
        index += 1
        events.append(.end(signal: Int32(bytes[index])))
      default: break
      }
      index += 1
    }
    return events
  }

  /// Asks the terminal for its size and tells ncurses.
  private mutating func measure() {
    var (columns, rows): (Int32, Int32) = (0, 0)
    guard sutra_terminal_size(1, &columns, &rows) == 0 else { return }
    size = Self.size(columns, rows)
    resizeterm(Int32(size.rows), Int32(size.columns))
  }

  /// The part of a window that is used: all of it, unless somebody says it is larger than any is.
  private static func size(_ columns: Int32, _ rows: Int32) -> ScreenSize {
    ScreenSize(
      columns: min(Int(columns), Limits.screenColumns), rows: min(Int(rows), Limits.screenRows))
  }
}
