import SutraCore
import SutraInput
import SutraLibrary
import SutraPictures
import SutraReader
import SutraResources
import SutraSystem
import SutraTerminal
import SutraWords

/// What the reader wants done.
extension ReadCommand {
  /// Milliseconds after a command that was interrupted before the terminal is written to again.
  private static let interruptPause = 150

  mutating func carryOut(_ effect: ReaderEffect) {
    switch effect {
    case .quit:
      if isNested {
        // The list has pictures of its own.
        terminal.use(nil as ScreenPictures?)
        hasQuit = true
        return
      }
      terminal.finish()
      remember()
      // What is known of a large article would take a while to be let go piece by piece.
      ThisProcess.end(ExitStatus.success)
    case .redraw: paintsAnew = true
    case .copy(let text, let what): copy(text, what)
    case .pipe(let command, let input): pipe(command, input)
    case .write(let path, let bytes, let overwrites): write(path, bytes, overwrites)
    case .loadTheme(let name): loadTheme(name)
    case .applySettings: applySettings()
    case .drawPictures:
      pictures.isForced = true
      restartPictures()
    case .search(let typed):
      searching?.work.cancel()
      searching = (
        session.state.articleNumber,
        BackgroundWork(searching: typed, in: session.state, analyzer)
      )
    case .stopSearch:
      searching?.work.cancel()
      searching = nil
    case .compare(let name): compare(with: name)
    case .keep(let name, let value): tell(SettingsFile.keep(name, value))
    case .openNamed(let name): openNamed(name)
    case .ask(let question): ask(question)
    case .beginLibrary:
      _ = SettingsFile.keep("library", "on")
      keeping.follow("on")
      keeping.keep(session.state.article, from: inputs[session.state.articleNumber])
      tell(say("library.begun"))
    case .keepCorrection(let correction):
      keepHand { library, origin throws(LibraryError) in
        try library.add([correction], to: origin, at: UserLibrary.now)
      }
    case .undoCorrection:
      keepHand { library, origin throws(LibraryError) in
        _ = try library.undoCorrection(of: origin)
      }
    case .rule(let names, let isSame):
      rule(names, isSame: isSame)
    case .keepNote(let note):
      keepHand { library, origin throws(LibraryError) in
        _ = try library.note(note.text, on: note.anchor, of: origin, at: UserLibrary.now)
      }
    case .open, .reload, .follow: break
    }
  }

  mutating func tell(_ text: String) { update(by: .notice(text)) }

  private mutating func copy(_ text: String, _ what: String) {
    let own = session.state.settings["copy-command"]
    guard let command = own.isEmpty ? Clipboard.command() : own else {
      terminal.copy(text)
      // Whether it takes copies a terminal does not tell.
      tell(say("copy.sent", ["what": what]))
      return
    }
    Signals.lend(mayStop: false)
    defer { Signals.takeBack() }
    if let failure = ChildCommand.run(command, input: Array(text.utf8), isQuiet: true) {
      tell(say("copy.failed", ["command": command, "reason": failure]))
    } else {
      tell(say("copy.done", ["what": what]))
    }
  }

  /// Shows the command's own output on the plain terminal, until a key brings the reader back.
  private mutating func pipe(_ command: String, _ input: [UInt8]) {
    terminal.leave()
    Signals.lend(mayStop: true)
    let failure = ChildCommand.run(command, input: input)
    // A terminal forgets what is written to it while it takes Ctrl-C: the prompt comes after that.
    if failure != nil { Clock.sleep(milliseconds: Self.interruptPause) }
    Output.waitForKey(say("pipe.go-on"))
    Signals.takeBack()
    terminal.comeBack()
    paintsAnew = true
    update(by: .resize(terminal.room))
    tell(failure.map { "'\(command)': \($0)" } ?? say("pipe.ended", ["command": command]))
  }

  /// Keeps for the next run where the articles are left.
  func remember() {
    keeping.finish()
    guard session.state.settings.isOn("remember") else { return }
    // Others may have written there since it was read: articles opened from a list, and readers.
    MemoryFile.write(session.remembered(over: MemoryFile.read()))
  }

  /// Shows a list of what the library answers, until it is left.
  private mutating func ask(_ question: LibraryQuestion) {
    let left = LibraryScreen.ask(
      question, session.state.settings, analyzer, themes, pictures.step, in: &terminal,
      beside: keeping)
    resumePictures()
    switch left {
    case .quit: break
    case .nothing(let why): tell(why)
    case .ended(let status): endStatus = status
    }
  }

  /// Remembers that two names are one person, or two.
  private mutating func rule(_ names: [String], isSame: Bool) {
    do throws(CommandError) {
      let path = try UserLibrary.path()
      do throws(LibraryError) {
        let library = try Library.atOnce(path)
        tell(
          try HandCommands.rule(names, isSame: isSame, in: library) ?? say("usage.library-merge"))
      } catch {
        if error == .older(path: path) { keeping.bringUpToDate() }
        tell(error.briefSentence)
      }
    } catch {
      tell(error.message)
    }
  }

  /// Keeps what somebody has made of the article on the screen by hand.
  private mutating func keepHand(
    _ body: @escaping @Sendable (Library, String) throws(LibraryError) -> Void
  ) {
    let isKept = keeping.keep(
      session.state.article, from: inputs[session.state.articleNumber], isRevised: true,
      then: body)
    if !isKept {
      tell(say("hand.not-kept", ["value": session.state.settings["library"]]))
    } else if !keeping.finish() {
      // What the screen tells of is in the file, or it says that it is not.
      tell(say("hand.not-yet"))
    }
  }

  /// Opens one more article.
  private mutating func openNamed(_ name: String) {
    let origin = ArticleOrigin(word: ExportFile.expanded(name))
    inputs.append(origin)
    update(by: .add(name: origin.name, isFile: InputFile.path(origin) != nil))
  }

  private mutating func write(_ path: String, _ bytes: [UInt8], _ overwrites: Bool) {
    let name = ExportFile.shortened(path)
    switch ExportFile.write(bytes, to: path, overwrites: overwrites) {
    case .written: tell(say("write.done", ["count": bytes.count, "file": name]))
    case .exists:
      update(
        by: .confirm(
          say("write.replace", ["file": name]),
          .write(path: path, bytes: bytes, overwrites: true)))
    case .failed(let why): tell(say("write.failed", ["file": name, "reason": why]))
    }
  }

  private mutating func loadTheme(_ name: String) {
    do throws(CommandError) {
      let choice = try ThemeChoice(name, colorCount: terminal.colorCount)
      themes = choice
      themeName = nil
      update(by: .themes(choice.names, used: choice.first))
      tell(
        choice.mistakes.first?.description ?? say("theme.now", ["name": choice.names[choice.first]])
      )
    } catch {
      tell(error.message)
    }
  }

  private mutating func applySettings() {
    keeping.follow(session.state.settings["library"])
    terminal.useMouse(session.state.settings.isOn("mouse"))
    if let profile = WidthProfile(rawValue: session.state.settings["widths"]) {
      terminal.use(profile)
    }
    themes = themes.adapted(to: usesColors ? terminal.colorCount : 0)
    themeName = nil
    theme = themes.theme(session.state.themeName)
    heedPictureSettings()
  }
}
