import SutraCore
import SutraWords

/// Reading and analysing: what an article waits for, and what comes of it.
extension Session {
  /// Fewest milliseconds between two readings of a file that grows and grows.
  private static let readingPause: Int64 = 100
  /// How many times as long as a piece of work on such a file took the next one waits, so that a
  /// large file takes a part of one processor at most.
  private static let restShare: Int64 = 3

  /// Milliseconds until the session wants to be told of the time; `nil` for as long as it takes.
  public func pause(at now: Int64) -> Int? {
    guard state.isFollowing else { return nil }
    var pauses: [Int64] = []
    if now < nextReading { pauses.append(nextReading - now) }
    if waitsForAnalysis { pauses.append(max(0, nextAnalysis - now)) }
    return pauses.min().map { Int($0) }
  }

  /// Whether there is a point in looking at the file of the article on the screen: while one that is
  /// followed is being read, and for a short time after that, nothing need be told of it.
  public func wantsLook(at now: Int64) -> Bool {
    guard state.isFollowing else { return true }
    return articles[state.articleNumber].reading == nil && now >= nextReading
  }

  /// Whether only the beginning of an article is shown, because its rest could not be read.
  public func isPart(_ number: Int) -> Bool { articles[number].isPart }

  /// Whether the end of an article's file is kept on the screen.
  public func isFollowing(_ number: Int) -> Bool { state(of: number)?.isFollowing == true }

  // MARK: - Reading

  /// Has an article read.
  mutating func read(_ number: Int, _ why: OpenArticle.Reading, _ now: Int64) {
    articles[number].reading = (why, now)
    effects.append(.read(article: number, mayGrow: why == .anew && isFollowing(number)))
  }

  /// Has the file of the article on the screen read anew.
  mutating func readAnew(_ now: Int64) {
    let number = state.articleNumber
    guard articles[number].isFile else {
      _ = state.update(by: .notice(say("reload.no-file")))
      return
    }
    guard articles[number].reading == nil else {
      // The rest that is being read may be of before the change.
      if articles[number].reading?.why == .rest, state.disk != .asRead {
        articles[number].readsAgain = true
      }
      if !state.isFollowing { _ = state.update(by: .notice(say("reload.running"))) }
      return
    }
    read(number, .anew, now)
  }

  /// Begins to follow the file of the article on the screen.
  mutating func follow() {
    guard !articles[state.articleNumber].isFile else { return }
    _ = state.update(by: .unfollow(say("follow.no-file")))
  }

  /// Takes a text in that was asked for.
  mutating func take(_ article: Article, of number: Int, _ now: Int64) {
    guard articles.indices.contains(number), let reading = articles[number].reading else { return }
    articles[number].reading = nil
    switch reading.why {
    case .toShow: show(article, number, now)
    case .rest:
      tell(number, .document(article))
      if !readsAgain(number, now) { analyze(number, now) }
    case .anew:
      articles[number].isPart = false
      rest(from: reading.begun, now)
      tell(number, .reread(article))
      // Of another text nothing need be known any more.
      if let analysis = articles[number].analysis,
        !article.document.text.bytes.begins(with: analysis.text)
      {
        cancelAnalysis(of: number)
      }
      analyze(number, now)
    }
  }

  /// Has an article read once more for which that was wanted while it was being read.
  private mutating func readsAgain(_ number: Int, _ now: Int64) -> Bool {
    guard articles[number].readsAgain else { return false }
    articles[number].readsAgain = false
    read(number, .anew, now)
    return true
  }

  private mutating func rest(from begun: Int64, _ now: Int64) {
    nextReading = now + max(Self.readingPause, Self.restShare * (now - begun))
  }

  /// Takes note that an article cannot be read.
  mutating func giveUp(_ number: Int, _ why: String, _ now: Int64) {
    guard articles.indices.contains(number), let reading = articles[number].reading else { return }
    articles[number].reading = nil
    switch reading.why {
    case .toShow:
      guard let opening, isOpening(number) else { break }
      self.opening = nil
      if opening.step == 0 {
        _ = state.update(by: .notice(why))
      } else {
        open(number + opening.step, step: opening.step, complaint: why, now)
      }
    case .rest:
      articles[number].isPart = true
      if readsAgain(number, now) { return }
      // That somebody has changed the file meanwhile says more, and what is to be done.
      if state(of: number)?.disk == .asRead { tell(number, .notice(why)) }
      analyze(number, now)
    case .anew:
      rest(from: reading.begun, now)
      // A file that is followed may be empty for a moment, before it is written anew.
      if !isFollowing(number) { tell(number, .notice(why)) }
    }
  }

  /// Takes note of what has become of a file.
  mutating func take(_ disk: FileOnDisk, of number: Int, _ now: Int64) {
    guard articles.indices.contains(number) else { return }
    tell(number, .disk(disk))
    if number == state.articleNumber, state.isFollowing, disk == .changed { readAnew(now) }
  }

  // MARK: - Analysing

  /// Has the text of the article on the screen analysed, or later, when its beginning still is.
  ///
  /// Other articles wait until they come onto the screen.
  /// What is written at the end of a large file meanwhile waits a while, and is analysed together.
  mutating func analyze(_ number: Int, _ now: Int64) {
    guard number == state.articleNumber, !state.isAnalyzed, articles[number].analysis == nil,
      articles[number].reading?.why != .rest
    else { return }
    if state.isFollowing, now < nextAnalysis {
      waitsForAnalysis = true
      return
    }
    let document = state.article.document
    articles[number].analysis = OpenArticle.Analysis(text: document.text.bytes, begun: now)
    effects.append(.analyze(article: number, document))
  }

  mutating func cancelAnalysis(of number: Int) {
    guard articles[number].analysis != nil else { return }
    articles[number].analysis = nil
    effects.append(.cancel(article: number))
  }

  /// Takes what was found in a text, the first time or again; nothing of it counts when the text was read anew
  /// meanwhile and is another one now.
  mutating func take(analysis article: Article, of number: Int, _ now: Int64) {
    guard articles.indices.contains(number), let holder = state(of: number) else { return }
    let shown = holder.article
    guard let analysis = articles[number].analysis else {
      if holder.isAnalyzed, shown.document.text.bytes == article.document.text.bytes {
        tell(number, .analysis(article, isComplete: true))
      }
      return
    }
    articles[number].analysis = nil
    nextAnalysis = now + Self.restShare * (now - analysis.begun)
    let (bytes, shownBytes) = (article.document.text.bytes, shown.document.text.bytes)
    if bytes.count == shownBytes.count, shownBytes.begins(with: bytes) {
      tell(number, .analysis(article, isComplete: true))
      return
    }
    analyze(number, now)
    guard shownBytes.begins(with: bytes) else { return }
    tell(number, .analysis(article.carried(to: shown), isComplete: false))
  }
}
