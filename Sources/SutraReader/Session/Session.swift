import SutraCore
import SutraWords

/// The articles that are open: the one on the screen, those that were left, and what each of them
/// waits for.
///
/// A session reads no file and no clock: it takes messages, with the time of each, and answers with
/// what is to be done.
public struct Session: Sendable {
  /// The article on the screen.
  public internal(set) var state: ReaderState
  /// All articles, by their numbers.
  var articles: [OpenArticle]
  /// What is remembered of earlier runs.
  var memory = ReadingMemory()
  /// The article that is shown as soon as it has been read.
  var opening: Opening?
  /// When a file that is followed may be read again, in milliseconds of a steady clock.
  var nextReading: Int64 = 0
  /// When what has been written to it may be analysed again, and whether some of it waits for that.
  var nextAnalysis: Int64 = 0
  var waitsForAnalysis = false
  /// An article that is waited for.
  struct Opening: Sendable {
    let article: Int
    /// The way to the next one when it cannot be read; 0 for none.
    let step: Int
    /// Why others were passed over.
    let complaint: String?
  }

  /// What is to be done for the message at hand.
  var effects: [SessionEffect] = []

  /// Opens articles, the first of which has been read, at least its beginning.
  ///
  /// - Parameters:
  ///   - articles: For each its name, and whether it is a file.
  ///   - first: The first article, not analysed.
  ///   - size: The terminal's size.
  ///   - profile: How the terminal counts columns.
  ///   - settings: The settings.
  ///   - themes: The names of the themes to choose from.
  ///   - theme: The number of the one to begin with.
  public init(
    articles: [(name: String, isFile: Bool)], first: Article, size: ScreenSize,
    profile: WidthProfile = .spacing, settings: Settings = Settings(), themes: [String] = [],
    theme: Int = 0
  ) {
    self.articles = articles.map { OpenArticle(name: $0.name, isFile: $0.isFile) }
    let shared = SharedState(
      settings: settings, themes: themes, theme: theme, articles: articles.map(\.name))
    state = ReaderState(
      article: first, size: size, measure: Measure(profile), shared: shared, articleNumber: 0)
  }

  /// Begins the work on the first article.
  ///
  /// - Parameters:
  ///   - isWhole: Whether all of its text is there.
  ///   - now: Milliseconds of a steady clock.
  /// - Returns: What is to be done.
  public mutating func begin(isWhole: Bool, at now: Int64) -> [SessionEffect] {
    if isWhole { analyze(0, now) } else { read(0, state.isFollowing ? .anew : .rest, now) }
    return takeEffects()
  }

  /// Takes one message in, and tells what is to be done: the one place where a session changes.
  ///
  /// - Parameters:
  ///   - message: What happened.
  ///   - now: When, in milliseconds of a steady clock.
  /// - Returns: What is to be done.
  public mutating func update(by message: SessionMessage, at now: Int64) -> [SessionEffect] {
    switch message {
    case .reader(let message): take(message, now)
    case .text(let number, let article): take(article, of: number, now)
    case .unreadable(let number, let why): giveUp(number, why, now)
    case .analysis(let number, let article): take(analysis: article, of: number, now)
    case .hand(let number, let corrections, let notes):
      guard articles.indices.contains(number) else { break }
      tell(number, .hand(corrections, notes))
    case .disk(let number, let disk): take(disk, of: number, now)
    case .add(let name, let isFile):
      articles.append(OpenArticle(name: name, isFile: isFile))
      state.shared.articles.append(name)
      open(articles.count - 1, now)
    case .time: break
    }
    if waitsForAnalysis {
      waitsForAnalysis = false
      analyze(state.articleNumber, now)
    }
    return takeEffects()
  }

  private mutating func takeEffects() -> [SessionEffect] {
    defer { effects = [] }
    return effects
  }

  /// Gives the article on the screen a message, and sees to what concerns the articles.
  private mutating func take(_ message: ReaderMessage, _ now: Int64) {
    if case .key(.escape) = message, let waiting = opening {
      opening = nil
      _ = state.update(by: .notice(say("open.given-up", ["name": articles[waiting.article].name])))
      return
    }
    for effect in state.update(by: message) {
      switch effect {
      case .open(let number, let step): open(number, step: step, now)
      case .reload: readAnew(now)
      case .follow: follow()
      default: effects.append(.perform(effect))
      }
    }
  }

  /// Gives the state of an article a message, on the screen or not.
  mutating func tell(_ number: Int, _ message: ReaderMessage) {
    if number == state.articleNumber {
      _ = state.update(by: message)
    } else {
      _ = articles[number].state?.update(by: message)
    }
  }

  /// What the reader knows of an article.
  func state(of number: Int) -> ReaderState? {
    number == state.articleNumber ? state : articles[number].state
  }

  // MARK: - Going from one article to another

  /// Shows another article, at once when it was shown before, else as soon as it has been read.
  ///
  /// One that cannot be read is passed over in steps of `step`, unless that is 0; `complaint` is what
  /// is told of those that were passed over.
  mutating func open(_ number: Int, step: Int = 0, complaint: String? = nil, _ now: Int64) {
    guard articles.indices.contains(number), number != state.articleNumber else {
      if let complaint { _ = state.update(by: .notice(complaint)) }
      return
    }
    if articles[number].state != nil {
      opening = nil
      show(number, now)
      if let complaint { _ = state.update(by: .notice(complaint)) }
      return
    }
    opening = Opening(article: number, step: step, complaint: complaint)
    _ = state.update(by: .notice(say("open.opening", ["name": articles[number].name])))
    if articles[number].reading == nil { read(number, .toShow, now) }
  }

  /// Brings an article back onto the screen.
  private mutating func show(_ number: Int, _ now: Int64) {
    guard var next = articles[number].state else { return }
    putAside()
    let (shared, size, measure) = (state.shared, state.size, state.layout.measure)
    articles[number].state = nil
    next.take(shared: shared, size: size, measure: measure)
    state = next
    analyze(number, now)
  }

  /// Leaves the article as it is; an analysis that is under way is begun again when it comes back.
  private mutating func putAside() {
    let number = state.articleNumber
    state.shared.notes[number] = state.note
    articles[number].state = state
    waitsForAnalysis = false
    cancelAnalysis(of: number)
  }

  /// Whether an article is on the screen, or will be as soon as it has been read.
  public func isAwaited(_ number: Int) -> Bool {
    opening.map { $0.article == number } ?? (number == state.articleNumber)
  }

  func isOpening(_ number: Int) -> Bool { opening?.article == number }

  /// Shows an article that was read for that.
  mutating func show(_ article: Article, _ number: Int, _ now: Int64) {
    state.shared.notes[state.articleNumber] = state.note
    var next = ReaderState(
      article: article, size: state.size, measure: state.layout.measure, shared: state.shared,
      articleNumber: number)
    if let place = articles[number].key.flatMap(memory.place(of:)) { next.resume(at: place) }
    guard let opening, isOpening(number) else {
      // Nobody waits for it any more, but it need not be read again.
      articles[number].state = next
      return
    }
    self.opening = nil
    putAside()
    state = next
    if let complaint = opening.complaint { _ = state.update(by: .notice(complaint)) }
    analyze(number, now)
  }
}
