import SutraCore
import SutraWords

/// What is remembered from one run to the next: where articles were left, their marks, the theme, and
/// what was typed.
///
/// Written as rows with tabs between their parts; a row that makes no sense is passed over.
public struct ReadingMemory: Sendable {
  /// Where an article was left.
  struct Place: Hashable, Sendable {
    /// What tells the article from others, such as the path of its file.
    let key: String
    /// Bytes of its text then, and the byte that was on the first row.
    let length: Int
    let top: Int
    /// Places with a letter.
    let marks: [Unicode.Scalar: Int]
    /// The words at those places, and those on the first row, by which they are found in an edited
    /// text.
    var anchors = PlaceAnchors()
  }

  /// Most articles that are remembered.
  public static let mostArticles = 1_000
  /// Most bytes that are read of what is remembered.
  public static let mostBytes = 1 << 20

  /// The articles, the one that was read last at the end.
  private(set) var places: [Place] = []
  /// The theme that was chosen by a key or a command.
  public internal(set) var theme: String?
  /// Whether the terminal's ground was light.
  public internal(set) var isGroundLight: Bool?
  /// What was typed before, by kind of prompt, the latest last.
  var history: [String: [String]] = [:]

  /// Remembers nothing yet.
  public init() {}

  /// Reads what was remembered.
  public init(_ bytes: some Collection<UInt8>) {
    let text = String(decoding: bytes.prefix(Self.mostBytes), as: UTF8.self)
    for row in text.split(separator: "\n") {
      let parts = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch (parts[0], parts.count) {
      case ("theme", 2) where VisibleText.isSafe(parts[1]): theme = parts[1]
      case ("ground", 2): isGroundLight = parts[1] == "light"
      case ("typed", 3) where VisibleText.isSafe(parts[2]):
        history[parts[1], default: []].append(
          String(parts[2].unicodeScalars.prefix(Prompt.longest)))
      case ("article", 5), ("article", 6):
        guard let length = Int(parts[2]), let top = Int(parts[3]), (0...max(0, length)) ~= top
        else { continue }
        places.append(
          Place(
            key: parts[1], length: length, top: top, marks: Self.marks(parts[4], length),
            anchors: PlaceAnchors(parts.count > 5 ? parts[5] : "")))
      default: continue
      }
    }
    history = history.mapValues { Array($0.suffix(Limits.historyLines)) }
    var seen: Set<String> = []
    let latest = places.reversed().filter { seen.insert($0.key).inserted }
    places = Array(latest.prefix(Self.mostArticles).reversed())
  }

  /// All of it as it is written.
  public var bytes: [UInt8] {
    var rows = ["# " + say("memory.head")]
    if let theme { rows.append("theme\t\(theme)") }
    if let isGroundLight { rows.append("ground\t\(isGroundLight ? "light" : "dark")") }
    for (name, lines) in history.sorted(by: { $0.key < $1.key }) {
      rows += lines.filter { VisibleText.isSafe($0) }.map { "typed\t\(name)\t\($0)" }
    }
    rows += places.map { place in
      let marks = place.marks.sorted { $0.value < $1.value }
        .map { "\($0.key.value)=\($0.value)" }.joined(separator: ",")
      return "article\t\(place.key)\t\(place.length)\t\(place.top)\t\(marks)\t"
        + place.anchors.text
    }
    return Array((rows.joined(separator: "\n") + "\n").utf8)
  }

  /// Where an article was left.
  func place(of key: String) -> Place? { places.last { $0.key == key } }

  /// Takes note of where an article is left.
  mutating func note(_ place: Place) {
    guard !place.key.contains(where: { $0 == "\t" || $0.isNewline }) else { return }
    places.removeAll { $0.key == place.key }
    places.append(place)
    if places.count > Self.mostArticles { places.removeFirst() }
  }

  /// Takes note of what was typed; what was typed before stays in front of it.
  mutating func add(_ typed: [String: [String]]) {
    history.merge(typed) { known, own in
      Array((known.filter { !own.contains($0) } + own).suffix(Limits.historyLines))
    }
  }

  private static func marks(_ text: String, _ length: Int) -> [Unicode.Scalar: Int] {
    var found: [Unicode.Scalar: Int] = [:]
    for part in text.split(separator: ",").prefix(200) {
      let numbers = part.split(separator: "=").compactMap { UInt32($0) }
      guard numbers.count == 2, let letter = Unicode.Scalar(numbers[0]), Int(numbers[1]) < length
      else { continue }
      found[letter] = Int(numbers[1])
    }
    return found
  }
}

extension ReaderState {
  /// Where the article is left now.
  func place(as key: String) -> ReadingMemory.Place {
    ReadingMemory.Place(
      key: key, length: article.document.text.bytes.count, top: text.placeOfTop,
      marks: places.marks,
      anchors: PlaceAnchors(
        top: text.placeOfTop, marks: places.marks, in: article.document.text))
  }

  /// Goes to where the article was left, with the marks it had, by the words that stood there; not
  /// when they are in the text no more.
  ///
  /// - Returns: Whether the place was found.
  @discardableResult
  mutating func goBack(to place: ReadingMemory.Place) -> Bool {
    let source = article.document.text
    let isSame = place.length == source.bytes.count
    for (letter, mark) in place.marks {
      places.marks[letter] =
        place.anchors.marks[letter]?.span(in: source)?.start ?? (isSame ? mark : nil)
    }
    guard place.top > 0 else { return true }
    guard
      let top = place.anchors.top?.span(in: source)?.start ?? (isSame ? place.top : nil),
      top < source.bytes.count
    else { return false }
    text.top = min(layout.position(of: top), lastTop)
    keepInBounds()
    message = say("memory.restored")
    return true
  }
}

extension Session {
  /// What is to be remembered, with where the open articles are now.
  ///
  /// - Parameter memory: What is remembered already.
  /// - Returns: That with what is new.
  public func remembered(over memory: ReadingMemory) -> ReadingMemory {
    var memory = memory
    for (number, article) in articles.enumerated() where number != state.articleNumber {
      if let key = article.key, let left = article.state { memory.note(left.place(as: key)) }
    }
    if let key = articles[state.articleNumber].key { memory.note(state.place(as: key)) }
    memory.theme = state.shared.hasChosenTheme ? state.themeName : nil
    memory.isGroundLight = state.shared.isGroundLight ?? memory.isGroundLight
    memory.add(state.history)
    return memory
  }

  /// Takes what was remembered, before anything happens.
  ///
  /// - Parameters:
  ///   - memory: What was remembered.
  ///   - keys: For each article what tells it from others; `nil` for one that is not remembered.
  public mutating func use(_ memory: ReadingMemory, keys: [String?]) {
    self.memory = memory
    for (number, key) in keys.enumerated() where articles.indices.contains(number) {
      articles[number].key = key
    }
    state.shared.history = memory.history
    // What was chosen once stays, whatever the ground is.
    if let theme = memory.theme, theme == state.themeName, state.settings["theme"] == "auto" {
      state.shared.hasChosenTheme = true
    }
    if let place = articles[0].key.flatMap(memory.place(of:)) { state.resume(at: place) }
  }
}
