import SutraCore

/// Something that happened, in the reader's terms and not in key codes.
public enum ReaderMessage: Sendable {
  /// A key was pressed.
  case key(Key)
  /// A text was pasted.
  case paste(String)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// The terminal has another size.
  case resize(ScreenSize)
  /// The whole text of an article whose beginning was shown.
  case document(Article)
  /// The text of the article's file as it is now, which was read anew.
  case reread(Article)
  /// What has become of the article's file.
  case disk(FileOnDisk)
  /// The end of the growing file is kept on the screen from now on.
  case follow
  /// The file is not followed any more; why, if there is something to say.
  case unfollow(String?)
  /// What was set right and noted in the article before.
  case hand([Correction], [ReaderNote])
  /// More of the article is analysed: the same document with what has been found so far.
  case analysis(Article, isComplete: Bool)
  /// The terminal counts columns in another way than was thought.
  case profile(WidthProfile)
  /// Text is drawn in another way: as pictures whose letters something measures, or in cells.
  case measure(Measure)
  /// What was searched for beside the reader was looked for, and this was found.
  case found(TextSearch?, for: String)
  /// What was asked for is compared.
  case compared(ComparedArticles)
  /// The terminal tells whether its ground is light.
  case ground(isLight: Bool)
  /// Words are gone to that somebody has chosen in the library.
  case goTo(TextAnchor)
  /// The program is started for the first time.
  case firstStart
  /// Something is to be said in the status line.
  case notice(String)
  /// What was told so holds no longer.
  case noticeEnded(String)
  /// Something can only be done after a question is answered with yes.
  case confirm(String, ReaderEffect)
  /// The themes there are to choose from, and the one that is used.
  case themes([String], used: Int)
}

/// What the program has to do beside drawing the screen.
public enum ReaderEffect: Hashable, Sendable {
  /// End the program.
  case quit
  /// Draw every cell anew.
  case redraw
  /// Give a text to the clipboard; `what` says what it is.
  case copy(String, what: String)
  /// Run a command and give it bytes.
  case pipe(command: String, input: [UInt8])
  /// Write a file, an existing one only when told so.
  case write(path: String, bytes: [UInt8], overwrites: Bool)
  /// Read a theme that is not among the known ones.
  case loadTheme(String)
  /// Show another of the open articles; when it cannot be read the one so many numbers further on.
  case open(article: Int, step: Int = 0)
  /// Open an article that was named: a file or an address.
  case openNamed(String)
  /// Ask the library, and show a list of what it answers.
  case ask(LibraryQuestion)
  /// Keep articles in the library from now on.
  case beginLibrary
  /// Keep that something was set right.
  case keepCorrection(Correction)
  /// Forget what was set right last.
  case undoCorrection
  /// Remember that two names are one person, or two.
  case rule([String], isSame: Bool)
  /// Keep a note.
  case keepNote(ReaderNote)
  /// Read the article's file anew.
  case reload
  /// Watch the article's file and read it anew whenever it has changed.
  case follow
  /// Search the article beside the reader.
  case search(String)
  /// Give that up.
  case stopSearch
  /// Compare the article with another, which was named, or with the one that comes to mind: the
  /// version before, or the next that is open.
  case compare(String)
  /// Keep a setting, or a key behind `bind`, in the user's settings file.
  case keep(name: String, value: String)
  /// A setting has changed that concerns the terminal.
  case applySettings
  /// Draw text as pictures if the terminal can in any way, also where no letters need it.
  case drawPictures
}
