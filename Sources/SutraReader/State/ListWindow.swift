import SutraCore
import SutraWords

/// A small window with a list that is chosen from.
public struct ListWindow: Hashable, Sendable {
  /// What the window is for.
  public enum Purpose: Hashable, Sendable {
    /// The chain from the words of a quotation to their origin.
    case who
    /// Paragraphs and who speaks in them.
    case outline
    /// What is wrong with the text.
    case notes
    /// Speakers to choose from, narrowed by typing.
    case speakers
    /// Conditions that are switched on and off.
    case filters
    /// The articles that are open.
    case articles
    /// Where the article's links lead.
    case links
    /// What can be set right.
    case corrections
  }

  /// What choosing an item does.
  public enum Target: Hashable, Sendable {
    case none
    /// Goes to a place in the article.
    case place(Span)
    /// Goes to a quotation.
    case quotation(Int)
    /// Lists only what a speaker says.
    case speaker(String)
    /// Lists all speakers again.
    case anySpeaker
    /// Switches a condition of the filter.
    case kind(SpeakerKind)
    case form(QuotationForm)
    case doubtful
    /// Opens another article.
    case article(Int)
    /// Opens what stands at an address.
    case address(String)
    /// Does what a command does, or lets the user type more of it.
    case command(String, isTyped: Bool)
  }

  /// One item.
  public struct Item: Hashable, Sendable {
    /// What kind of fact it is; may be empty.
    public var label: String
    /// The fact.
    public var text: String
    /// What choosing it does.
    public var target: Target

    /// Makes an item.
    public init(label: String = "", text: String, target: Target = .none) {
      self.label = label
      self.text = text
      self.target = target
    }
  }

  /// What it is for.
  public let purpose: Purpose
  /// Its heading.
  public let title: String
  /// All items.
  public let items: [Item]
  /// What has been typed to narrow the list; `nil` where typing narrows nothing.
  public var narrowing: String?
  /// The chosen item among those that are left.
  public var chosen: Int
  /// First row that is shown.
  public var top = 0

  /// Which differences of spelling what was typed overlooks.
  public var folding = SearchFolding()

  /// Makes a window with its first useful item chosen.
  ///
  /// - Parameters:
  ///   - purpose: What it is for.
  ///   - title: Its heading.
  ///   - items: Its items, of which `Limits.listRows` are kept.
  ///   - total: How many items there are, when `items` holds not all.
  ///   - isNarrowed: Whether typing narrows the list.
  ///   - chosen: The item that is chosen first.
  public init(
    _ purpose: Purpose, title: String, items: [Item], total: Int? = nil, isNarrowed: Bool = false,
    chosen: Int? = nil
  ) {
    self.purpose = purpose
    self.title = title
    let leftOut = (total ?? items.count) - Limits.listRows
    self.items =
      leftOut <= 0
      ? items
      : items.prefix(Limits.listRows) + [
        Item(label: "…", text: say("window.left-out", ["count": leftOut]))
      ]
    narrowing = isNarrowed ? "" : nil
    self.chosen = chosen ?? items.firstIndex { $0.target != .none } ?? 0
  }

  /// What is said when some items are left out; `nil` when none is.
  var limitNote: String? { items.count > Limits.listRows ? items.last?.text : nil }

  /// The items that what was typed leaves.
  public var shown: [Item] {
    guard let narrowing, !narrowing.isEmpty else { return items }
    let part = TypedPart(narrowing, folding)
    return items.filter { part.isIn($0.text) }
  }

  /// What is said when nothing is left.
  var emptyText: String {
    let typed = narrowing ?? ""
    return purpose == .speakers
      ? say("filter.nobody", ["name": typed]) : say("window.nothing-like", ["words": typed])
  }

  /// The chosen item.
  public var item: Item? {
    let shown = shown
    return shown.indices.contains(chosen) ? shown[chosen] : nil
  }

  /// Moves the choice, within the list.
  mutating func move(by rows: Int) {
    chosen = min(max(0, chosen + rows), max(0, shown.count - 1))
  }
}
