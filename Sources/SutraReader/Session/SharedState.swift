import SutraCore

/// What all articles of a session share: settings and key bindings, what was typed before, the look,
/// and how the window is divided.
///
/// It is with the article on the screen, and goes on to the one that comes after it.
public struct SharedState: Sendable {
  /// The settings, key bindings among them.
  public internal(set) var settings: Settings {
    didSet { longestLine = settings.number("line-width") }
  }
  /// Longest line of an article in columns, which is asked for many times a key.
  private(set) var longestLine: Int
  /// Translates letters of the user's keyboard.
  var keyboard: KeyboardLayout
  /// Whether a letter was pressed that only that keyboard has.
  var hasPressedOwnLetters = false
  /// What was typed before, by kind of prompt, the latest last.
  public internal(set) var history: [String: [String]] = [:]
  /// The names of the themes that can be chosen.
  public internal(set) var themes: [String]
  /// Number of the theme that is used.
  public internal(set) var theme: Int
  /// Whether the terminal's ground is light; `nil` while it has not said so.
  var isGroundLight: Bool?
  /// Whether the theme was chosen by a key or a command, so that the ground decides no more.
  var hasChosenTheme = false
  /// The names of all open articles.
  public internal(set) var articles: [String]
  /// What is known of the articles that were shown, by their numbers.
  var notes: [Int: ArticleNote] = [:]
  /// What is highlighted.
  public internal(set) var highlighting = Highlighting()
  /// Whether the pane is wanted; `nil` when it is shown where it has room.
  public internal(set) var wantsPane: Bool?
  /// Columns (or, below the article, rows) of the pane that the user has chosen.
  public internal(set) var paneExtent: Int?
  /// In which order the pane lists entities.
  public internal(set) var entityOrder: EntityOrder
  /// Whether it lists all of them, not names of people, organisations and places alone.
  public internal(set) var showsAllEntities = false

  /// What a session begins with.
  ///
  /// - Parameters:
  ///   - settings: The settings.
  ///   - themes: The names of the themes to choose from.
  ///   - theme: The number of the one to begin with.
  ///   - articles: The names of the articles that are open.
  public init(
    settings: Settings = Settings(), themes: [String] = [], theme: Int = 0, articles: [String] = []
  ) {
    self.settings = settings
    self.themes = themes
    self.theme = theme
    self.articles = articles
    longestLine = settings.number("line-width")
    keyboard = KeyboardLayout(named: settings["keyboard"])
    entityOrder = EntityOrder(rawValue: settings["entity-order"]) ?? .mentions
    takeHighlighting()
    takePane()
  }

  /// Takes the theme for the terminal's ground, where nobody has chosen one.
  mutating func followGround() {
    guard !hasChosenTheme, settings["theme"] == "auto" || settings["theme"].isEmpty,
      let isGroundLight,
      let number = themes.firstIndex(of: ThemeLibrary.name(onLight: isGroundLight))
    else { return }
    theme = number
  }

  /// Highlights what the settings say.
  mutating func takeHighlighting() {
    highlighting.isOn = settings.isOn("highlighting")
    takeHiddenKinds()
  }

  /// Leaves out the kinds that the settings leave out.
  mutating func takeHiddenKinds() {
    let hidden = settings["hide"].split(whereSeparator: { $0 == " " || $0 == "," })
    highlighting.hiddenKinds = Set(
      EntityKind.allCases.filter { kind in
        hidden.contains { $0 == ReaderText.pluralWord(of: kind) || $0 == ReaderText.word(of: kind) }
      })
  }

  /// Divides the window as the settings say.
  private mutating func takePane() {
    switch settings["pane"] {
    case "on": wantsPane = true
    case "off": wantsPane = false
    default: wantsPane = nil
    }
    let extent = settings.number("pane-width")
    paneExtent = extent == 0 ? nil : extent
  }
}

/// What the list of articles tells of one that was shown.
struct ArticleNote: Sendable {
  /// Its headline, where it has one.
  let title: String?
  /// How many quotations were found in it; `nil` while it is not analysed.
  let quotations: Int?
  /// How far it was read, in hundredths.
  let percent: Int
}

extension ReaderState {
  /// What the list of articles tells of this one.
  var note: ArticleNote {
    let count = article.document.text.bytes.count
    let isAtEnd = top >= lastTop || count == 0
    return ArticleNote(
      title: article.document.title.map { article.line($0, longest: 400) },
      quotations: isAnalyzed ? article.quotations.count : nil,
      percent: isAtEnd ? 100 : min(99, visibleSpan.end * 100 / count))
  }

  /// The row of an article in the list of articles.
  func row(ofArticle number: Int) -> ListWindow.Item {
    let name = articles[number]
    let known = number == articleNumber ? note : shared.notes[number]
    guard let known else { return ListWindow.Item(text: name, target: .article(number)) }
    var text = known.title.map { "\($0)  \(name)" } ?? name
    if let quotations = known.quotations { text += "  \(ReaderText.quotes(quotations))" }
    return ListWindow.Item(label: "\(known.percent)%", text: text, target: .article(number))
  }

  /// The settings.
  public var settings: Settings { shared.settings }
  /// Translates letters of the user's keyboard.
  var keyboard: KeyboardLayout { shared.keyboard }
  /// What was typed before, by kind of prompt, the latest last.
  public var history: [String: [String]] { shared.history }
  /// The names of the themes that can be chosen.
  public var themes: [String] { shared.themes }
  /// Number of the theme that is used.
  public var theme: Int { shared.theme }
  /// The name of the theme that is used.
  public var themeName: String? { themes.indices.contains(theme) ? themes[theme] : nil }
  /// The names of all open articles.
  public var articles: [String] { shared.articles }
  /// What is highlighted.
  public var highlighting: Highlighting { shared.highlighting }
  /// Whether the pane is wanted; `nil` when it is shown where it has room.
  public var wantsPane: Bool? { shared.wantsPane }
  /// Columns (or, below the article, rows) of the pane that the user has chosen.
  public var paneExtent: Int? { shared.paneExtent }
  /// In which order the pane lists entities.
  public var entityOrder: EntityOrder { shared.entityOrder }
  /// Whether the pane lists all entities.
  public var showsAllEntities: Bool { shared.showsAllEntities }

  /// Comes back onto the screen, with what has changed for all articles meanwhile.
  mutating func take(
    shared: SharedState, size: ScreenSize, measure: Measure
  ) {
    self.shared = shared
    self.size = size
    message = nil
    text.sortEntities(entityOrder)
    text.show(lines: !settings.isOn("join-lines"))
    relayout(measure: measure)
    keepInBounds()
  }
}
