import SutraCore

/// What one of the pane's views lists, and how its items look.
///
/// An item is the index of a thing in one of the article's lists; its place is where it stands in the
/// list that is shown, which may be sorted otherwise or hold less.
protocol PaneContent: Sendable {
  /// The name of the list, of Latin letters.
  var heading: String { get }
  /// What one of its items is called.
  var noun: String { get }
  /// Rows of an item that is not chosen.
  var rowsPerItem: Int { get }
  /// Whether the heading tells how many items there are.
  var isCounted: Bool { get }
  /// What stands behind the heading of the shown list, the longest that fits; none for nothing.
  func headingNotes(_ state: ReaderState) -> [String]
  /// How many items the article has, listed or not.
  func total(in state: ReaderState) -> Int
  /// How many are listed.
  func count(in state: ReaderState) -> Int
  /// The item at a place of the list.
  func item(at place: Int, in state: ReaderState) -> Int
  /// The place of an item in the list; `nil` when it is not listed.
  func place(of item: Int, in state: ReaderState) -> Int?
  /// Where an item stands in the article, in text order.
  func spans(of item: Int, in state: ReaderState) -> [Span]
  /// The name of an item.
  func name(of item: Int, in article: Article) -> String
  /// The number by which the status line calls an item, from 1.
  func number(of item: Int, in state: ReaderState) -> Int
  /// The quotations that keys act on while an item is chosen.
  func quotations(of item: Int, in state: ReaderState) -> [Int]
  /// The first item that stands on the screen.
  func itemOnScreen(_ visible: Span, _ state: ReaderState) -> Int?
  /// Whether a quotation is marked with all its parts in the text while an item is chosen.
  func marks(_ quotation: Int, whileChosen item: Int, in state: ReaderState) -> Bool
  /// Whether a mention is marked in the text while an item is chosen.
  func marks(mentionOf entity: Int, whileChosen item: Int) -> Bool
  /// What else is marked in the text while an item is chosen, in text order.
  func highlighted(whileChosen item: Int, in state: ReaderState) -> [Span]
  /// The rows of an item that is not chosen, `rowsPerItem` of them.
  func rows(of item: Int, _ writer: PaneWriter) -> [[PanePiece]]
  /// The rows of the chosen item, with all there is to say of it.
  func rows(ofChosen item: Int, _ writer: PaneWriter) -> [[PanePiece]]
  /// What stands behind the last item; `nil` for nothing.
  func foot(_ state: ReaderState) -> String?
  /// What is said in the place of an empty list.
  func emptyText(_ state: ReaderState) -> String
}

extension PaneContent {
  var rowsPerItem: Int { 1 }
  var isCounted: Bool { true }
  func headingNotes(_ state: ReaderState) -> [String] { [] }
  func foot(_ state: ReaderState) -> String? { nil }
  func count(in state: ReaderState) -> Int { total(in: state) }
  func item(at place: Int, in state: ReaderState) -> Int { place }
  func place(of item: Int, in state: ReaderState) -> Int? { item }
  func number(of item: Int, in state: ReaderState) -> Int {
    (place(of: item, in: state) ?? item) + 1
  }
  func marks(_ quotation: Int, whileChosen item: Int, in state: ReaderState) -> Bool { false }
  func marks(mentionOf entity: Int, whileChosen item: Int) -> Bool { false }
  func highlighted(whileChosen item: Int, in state: ReaderState) -> [Span] { [] }
}

extension ReaderState {
  /// How many items an article has for a view, listed or not.
  func itemTotal(of view: PaneView) -> Int { view.content.total(in: self) }

  /// How many items a view lists.
  func itemCount(of view: PaneView) -> Int { view.content.count(in: self) }

  /// Where an item of a view stands in the article, in text order.
  func spans(of item: Int, in view: PaneView) -> [Span] {
    guard item >= 0, item < itemTotal(of: view) else { return [] }
    return view.content.spans(of: item, in: self)
  }

  /// The number in the article of what a view lists at a place.
  func item(at place: Int, in view: PaneView) -> Int { view.content.item(at: place, in: self) }

  /// The place in the shown list of what is chosen.
  var selectionIndex: Int? { selection[view].flatMap { view.content.place(of: $0, in: self) } }
}
