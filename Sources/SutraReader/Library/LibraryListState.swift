import SutraCore
import SutraResources
import SutraWords

/// A list of what was read: articles, or words that somebody asked for.
///
/// A value without a file or a clock: it takes messages and answers with effects.
public struct LibraryListState: Sendable {
  /// By what the rows are sorted.
  enum Order: String, CaseIterable, Sendable {
    case date, lead, text, quotes
  }

  /// The terminal's size.
  public internal(set) var size: ScreenSize
  /// How the room that text takes is measured.
  public internal(set) var measure: Measure
  /// What was asked.
  let title: String
  /// What is told above the rows.
  let head: [String]
  /// Whether the rows are articles.
  let isArticles: Bool
  /// All rows, the newest first.
  var rows: [LibraryRow]
  /// The rows that are listed.
  var listed: [Int32] = []
  /// The chosen one among those.
  var chosen = 0
  var top = 0
  /// What rows must hold.
  var typed = ListQuery()
  /// By what they are sorted.
  var order = Order.date
  /// Whether only what was unread when the list was made is listed.
  var isUnreadOnly = false
  /// Whether only what has a star is listed.
  var isStarredOnly = false
  /// Who must have published it.
  var outlet: String?
  /// The rows that were taken out, the last one at the end.
  var gone: [Int32] = []
  /// A sentence in the status line, until the next key.
  public internal(set) var message: String?
  /// The first row of help that is shown, while it is.
  var helpTop: Int?
  private let keyboard: KeyboardLayout
  private var folded: FoldedTitles?
  /// The places of all rows in the order of dictionaries, by what was last asked for.
  private var ranked: (order: Order, places: [Int])?

  /// Makes a list with its first row chosen.
  ///
  /// - Parameters:
  ///   - answer: What it shows.
  ///   - size: The terminal's size.
  ///   - profile: How the terminal counts columns.
  ///   - keyboard: The name of the keyboard that letters are found on.
  public init(
    _ answer: LibraryAnswer, size: ScreenSize, profile: WidthProfile = .spacing,
    keyboard: String = "none"
  ) {
    title = answer.title
    head = answer.head
    rows = answer.rows
    isArticles = answer.isArticles
    self.size = size
    measure = Measure(profile)
    self.keyboard = KeyboardLayout(named: keyboard)
    list()
  }

  /// Whether it has letters that no terminal draws right.
  public var needsShaping: Bool {
    head.contains { ShapedScripts.are(in: Array($0.utf8)) }
      || rows.prefix(Self.mostLooked).contains {
        ShapedScripts.are(in: Array("\($0.lead) \($0.text)".utf8))
      }
  }

  /// Most rows that are looked through for letters.
  private static let mostLooked = 1_000

  /// The key that was meant by one on the user's keyboard.
  func meant(_ key: Key) -> Key { keyboard.key(for: key) }

  /// The chosen row.
  public var chosenRow: LibraryRow? { chosenNumber.map { rows[$0] } }

  var chosenNumber: Int? { listed.indices.contains(chosen) ? Int(listed[chosen]) : nil }

  /// Whether articles were taken out and not put back.
  public var hasTakenOut: Bool { !gone.isEmpty }

  /// How many rows are listed.
  public var listedCount: Int { listed.count }

  /// What narrows the list, in words.
  var conditions: [String] {
    var words: [String] = []
    if isUnreadOnly { words.append(say("feeds.heading-unread")) }
    if isStarredOnly { words.append(say("shelf.starred")) }
    if let outlet { words.append(outlet) }
    if !typed.text.isEmpty { words.append(say("feeds.heading-with", ["words": typed.text])) }
    return words
  }

  // MARK: Listing

  /// Takes older rows in; what was chosen stays so.
  mutating func add(_ more: [LibraryRow]) {
    let first = rows.count
    rows += more
    folded = nil
    ranked = nil
    if order == .date, conditions.isEmpty {
      listed += (first..<rows.count).map { Int32($0) }
    } else {
      list()
    }
  }

  /// Makes the list anew; what is chosen stays chosen where it is still there.
  mutating func list() {
    let chosen = chosenNumber.map { Int32($0) }
    let out = Set(gone)
    var found = rows.indices.filter { number in
      let row = rows[number]
      return (!isUnreadOnly || !row.isRead) && (!isStarredOnly || row.isStarred)
        && (outlet == nil || row.outlet == outlet) && !out.contains(Int32(number))
    }.map { Int32($0) }
    if !typed.text.isEmpty { found = fold().rows(of: found, holding: typed.text) }
    sort(&found)
    listed = found
    self.chosen = chosen.flatMap { listed.firstIndex(of: $0) } ?? 0
    keepInSight()
  }

  private mutating func sort(_ numbers: inout [Int32]) {
    switch order {
    case .date: break
    case .lead, .text:
      let places = places(in: order)
      numbers.sort { (places[Int($0)], $0) < (places[Int($1)], $1) }
    case .quotes: numbers.sort { (-rows[Int($0)].quotes, $0) < (-rows[Int($1)].quotes, $1) }
    }
  }

  private mutating func places(in order: Order) -> [Int] {
    if let ranked, ranked.order == order { return ranked.places }
    let places = ListOrder.builtIn.ranks(of: rows.lazy.map { order == .lead ? $0.lead : $0.text })
    ranked = (order, places)
    return places
  }

  /// All rows as they are searched.
  private mutating func fold() -> FoldedTitles {
    if let folded { return folded }
    var bytes: [UInt8] = []
    var places: [Range<Int>] = []
    places.reserveCapacity(rows.count)
    for row in rows {
      let start = bytes.count
      bytes += row.lead.utf8
      bytes.append(0x20)
      bytes += row.text.utf8
      if !row.detail.isEmpty {
        bytes.append(0x20)
        bytes += row.detail.utf8
      }
      places.append(start..<bytes.count)
    }
    let made = ListedTitles(bytes, places).folded()
    folded = made
    return made
  }

  /// Moves the list so that what is chosen is in sight.
  mutating func keepInSight() {
    chosen = min(max(0, chosen), max(0, listed.count - 1))
    top = ListMove.top(
      top, chosen: chosen, count: listed.count, rows: LibraryListFrame(self).listRows)
  }
}

/// Where the parts of such a list stand.
struct LibraryListFrame {
  /// Rows of what is told above the list.
  let headRows: Int
  /// The row of the list's heading.
  var headingRow: Int { headRows }
  /// Rows of the list.
  let listRows: Int
  /// Rows in which the chosen one is told whole, a line above them.
  let wholeRows: Int
  /// The row of the status line.
  let statusRow: Int

  init(_ state: LibraryListState) {
    let rows = max(1, state.size.rows - 1)
    statusRow = state.size.rows - 1
    headRows = min(state.head.count, rows / 3)
    let rest = rows - headRows - 1
    wholeRows = rest >= 12 ? min(7, rest / 3) : 0
    listRows = max(0, rest - wholeRows)
  }
}
