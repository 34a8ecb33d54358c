import SutraCore

/// What lies on top of the article and its pane, and gets the keys.
enum OnTop: Sendable {
  /// The help.
  case help(HelpState)
  /// A small window.
  case window(ListWindow)
  /// A line that is being typed.
  case prompt(Prompt)
  /// The next key says more of this action.
  case pending(Action)
  /// The article beside another.
  case comparison(ComparisonState)
}

/// What is shown of the help.
struct HelpState: Hashable, Sendable {
  /// The first row.
  var top = 0
  /// Words that the lines must have.
  var wanted = ""
  /// Whether letters are added to those.
  var isTyping = false
}

/// The pane: what it lists, what is chosen there, and how it was drawn.
struct PaneState: Sendable {
  /// The list that it shows.
  var view: PaneView
  /// The first item that it shows.
  var top = 0
  /// What is chosen.
  var selection = Selection()
  /// Whether the user chose it; at first it is what stands on the screen.
  var isOwnChoice = false
  /// What the article has been moved to since that was chosen.
  var sight: Sight?
  /// Which of the chosen entity's or source's places was gone to last.
  var occurrence = 0
  /// Whether keys go to it.
  var focus = ReaderState.Focus.article
  /// Whether the mouse is dragging the line between it and the article.
  var isDraggingBorder = false
  /// How it was drawn, and for what.
  var drawn: DrawnPane?
}

extension PaneState {
  /// An item that is kept in sight while the choice stays as it is.
  struct Sight: Hashable {
    let view: PaneView
    let item: Int
    let selection: Selection
    /// Whether the list was turned by hand, so that nothing else is to be in sight.
    var isByHand = false
  }
}

/// Which quotations are listed.
struct Listing: Sendable {
  /// Which are wanted.
  var filter = QuotationFilter()
  /// Those that the filter lets through, in text order; `nil` when it lets all through.
  var listed: [Int]?
}

/// What was searched for last.
struct SearchState: Sendable {
  /// The search, with what it found.
  var found: TextSearch?
  /// What is being searched for beside the reader, in a text that is too large to wait for it.
  var awaited: String?
  /// Where the article stood when the search that is being typed began.
  var origin: RowPosition?
}

/// Places in the text that can be gone back to, as bytes.
struct Places: Sendable {
  /// Those with a letter.
  var marks: [Unicode.Scalar: Int] = [:]
  /// Those from which jumps were made, and how far back among them the reader is.
  var jumps: [Int] = []
  var jumpIndex = 0
  /// The doubtful mention that was gone to last.
  var doubtfulMention: Int?

  /// Notes the place that a jump leaves.
  mutating func note(_ place: Int) {
    if jumpIndex < jumps.count { jumps.removeSubrange(jumpIndex...) }
    if jumps.last != place { jumps.append(place) }
    if jumps.count > Limits.jumps { jumps.removeFirst() }
    jumpIndex = jumps.count
  }

  /// Follows the text into another version of it; places that are there no more are forgotten.
  mutating func move(by map: PlaceMap) {
    marks = marks.compactMapValues(map.kept)
    jumps = jumps.compactMap(map.kept)
    jumpIndex = min(jumpIndex, jumps.count)
    doubtfulMention = nil
  }
}

/// What is known of the article's file.
struct FileState: Sendable {
  /// What has become of it since it was read.
  var disk = FileOnDisk.asRead
  /// Whether its end is kept on the screen while it grows.
  var isFollowing = false
  /// Where the quotation begins that was chosen before the text was read anew.
  var rechosen: Int?
  /// Where the article was left, while not enough of its text is there to go to it.
  var awaited: ReadingMemory.Place?
  /// Whether the text was read anew and is not analysed since.
  var wasReread = false
}
