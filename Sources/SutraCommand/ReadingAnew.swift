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
  /// How many times as long as a piece of work on such a file took the next one waits, so that a
  /// large file takes a part of one processor at most.
  private static let restShare: Int64 = 3

  /// How long to wait for events at most, for the sake of the file; `nil` as long as it takes.
  var pauseOfFile: Int? {
    guard state.isFollowing else { return nil }
    var pauses = [readingPauseLeft].compactMap { $0 }
    if pauses.isEmpty, !watch.isReliable { pauses.append(Self.lookPause) }
    if waitsForAnalysis { pauses.append(Self.left(until: nextAnalysis) ?? 0) }
    return pauses.min()
  }

  /// Milliseconds until a moment that is still to come.
  private static func left(until moment: Int64) -> Int? {
    let now = sutra_milliseconds()
    return now < moment ? Int(moment - now) : nil
  }

  /// Milliseconds until a file that has just been read may be read again.
  private var readingPauseLeft: Int? { Self.left(until: nextReading) }

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
        let now = sutra_milliseconds()
        nextReading = now + max(Self.readingPause, Self.restShare * (now - reading.work.begun))
        let isFollowed = state(of: number)?.isFollowing == true
        switch progress {
        case .document(let article):
          stamps[number] = reading.stamp ?? stamps[number]
          tell(number, .reread(article))
          // Of another text nothing need be known any more.
          if let analysis = analyses[number], !analysis.isUseful(for: article.document.text.bytes) {
            analysis.cancel()
            analyses[number] = nil
          }
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

  /// Analyses an article's text, unless its beginning is still being analysed: then it comes next.
  ///
  /// What is written at the end of a large file meanwhile waits a while, and is analysed together.
  mutating func analyze(_ number: Int) {
    guard analyses[number] == nil, let state = state(of: number), !state.isAnalyzed else { return }
    if state.isFollowing, Self.left(until: nextAnalysis) != nil {
      waitsForAnalysis = true
      return
    }
    analyses[number] = BackgroundAnalysis(state.article.document, analyzer)
  }

  /// Begins an analysis that has waited long enough, or whose file is followed no more.
  mutating func beginWaitingAnalysis() {
    guard waitsForAnalysis else { return }
    waitsForAnalysis = false
    analyze(state.articleNumber)
  }

  /// Takes note of an analysis that has come to its end.
  mutating func note(_ analysis: BackgroundAnalysis) {
    let now = sutra_milliseconds()
    nextAnalysis = now + Self.restShare * (now - analysis.begun)
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
    guard shown.begins(with: analyzed) else { return nil }
    return .analysis(article.carried(to: state.article), isComplete: false)
  }
}
