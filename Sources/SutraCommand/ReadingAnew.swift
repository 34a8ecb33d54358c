import CTerminal
import Glibc
import SutraCore
import SutraReader

/// A file that is being read anew.
struct Reading {
  /// What it was before the reading began; `nil` when it was gone.
  let stamp: FileStamp?
  /// Reads it.
  let work: BackgroundAnalysis
}

/// What the reader does about files that change while they are open.
extension ReadCommand {
  /// Milliseconds between two looks at a file that is followed where the system tells nothing.
  private static let lookPause = 1_000
  /// Fewest milliseconds between two readings of a file that grows and grows.
  private static let readingPause: Int64 = 100

  /// How long to wait for events at most, for the sake of the file; `nil` as long as it takes.
  var pauseOfFile: Int? {
    guard state.isFollowing else { return nil }
    if let left = readingPauseLeft { return left }
    return watch.isReliable ? nil : Self.lookPause
  }

  /// Milliseconds until a file that has just been read may be read again.
  private var readingPauseLeft: Int? {
    let now = sutra_milliseconds()
    return now < nextReading ? Int(nextReading - now) : nil
  }

  /// Looks whether the file of the article on the screen has changed.
  ///
  /// That is done when the reader is awake anyway, and where the system does not tell of changes no
  /// more often than each second: a server far away may take long to answer.
  ///
  /// - Returns: Whether there is something new to show.
  mutating func lookAtFile() -> Bool {
    let number = state.articleNumber
    session.watchedFile = -1
    guard let read = stamps[number] else { return false }
    // While it is being read, and for a short time after that, nothing need be told.
    if state.isFollowing, readings[number] != nil || readingPauseLeft != nil { return false }
    if let path = InputFile.path(inputs[number]), state.disk == .asRead {
      let isRecent = !state.isFollowing && sutra_milliseconds() < nextLook
      if watch.vouches(for: path) || !watch.isReliable && !watch.isStale && isRecent {
        session.watchedFile = watch.file
        return false
      }
    }
    nextLook = sutra_milliseconds() + Int64(Self.lookPause)
    // Watched first and looked at then, so that no change falls between the two.
    watch.look(at: InputFile.path(inputs[number]), isGone: FileStamp(inputs[number]) == nil)
    let now = FileStamp(inputs[number])
    let disk: FileOnDisk = now == nil ? .gone : now == read ? .asRead : .changed
    let isNew = disk != state.disk
    if isNew { _ = state.update(by: .disk(disk)) }
    if state.isFollowing, disk == .changed {
      readAnew()
    } else if disk != .changed {
      // That it has changed once more is nothing new.
      session.watchedFile = watch.file
    }
    return isNew
  }

  /// Reads the file of the article on the screen anew, beside the reader.
  mutating func readAnew() {
    let number = state.articleNumber
    guard stamps[number] != nil else {
      tell("only a file can be read anew")
      return
    }
    guard readings[number] == nil, analyses[number]?.readsText != true else {
      if !state.isFollowing { tell("the file is being read") }
      return
    }
    nextReading = sutra_milliseconds() + Self.readingPause
    readings[number] = Reading(
      stamp: FileStamp(inputs[number]),
      work: BackgroundAnalysis(readingAnew: inputs[number], mayGrow: state.isFollowing, analyzer))
  }

  /// Begins to follow the file of the article on the screen.
  mutating func follow() {
    guard stamps[state.articleNumber] != nil else {
      _ = state.update(by: .unfollow("only a file can be followed"))
      return
    }
  }

  /// Shows texts that were read anew, and has them analysed.
  mutating func takeReadings() {
    for (number, reading) in readings {
      for progress in reading.work.take() {
        readings[number] = nil
        let isFollowed = state(of: number)?.isFollowing == true
        switch progress {
        case .document(let article):
          stamps[number] = reading.stamp ?? stamps[number]
          tell(number, .reread(article))
          analyze(number)
        case .failure(let why):
          // A file that is followed may be empty for a moment, before it is written anew.
          if isFollowed {
            stamps[number] = reading.stamp ?? stamps[number]
          } else {
            tell(number, .notice(why))
          }
        case .analysis: break
        }
      }
    }
  }

  /// Analyses an article's text, unless an older one is still being analysed: then it comes next.
  mutating func analyze(_ number: Int) {
    guard analyses[number] == nil, let state = state(of: number), !state.isAnalyzed else { return }
    analyses[number] = BackgroundAnalysis(state.article.document, analyzer)
  }

  /// What a finished analysis tells the article's state: nothing when its text was read anew
  /// meanwhile and is another one now.
  mutating func takeable(_ article: Article, _ number: Int) -> ReaderMessage? {
    guard let state = state(of: number) else { return nil }
    let (analyzed, shown) = (article.document.text.bytes, state.article.document.text.bytes)
    if analyzed.count == shown.count, analyzed == shown {
      return .analysis(article, isComplete: true)
    }
    analyze(number)
    guard shown.starts(with: analyzed) else { return nil }
    return .analysis(article.carried(to: state.article), isComplete: false)
  }
}
