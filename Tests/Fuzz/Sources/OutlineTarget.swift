import SutraFeeds

/// Lists of feeds: any bytes are read as one or are none, and one that is written is read again as
/// it was.
enum OutlineTarget {
  static func run(_ bytes: [UInt8]) {
    guard let outlines = OPML.outlines(bytes) else { return }
    let written = OPML.text(outlines, title: "fuzz")
    guard let again = OPML.outlines(written) else { broken("a list that is written is none") }
    hold(again == outlines, "a list that is written out is another one")
    let entries = Outline.entries(outlines)
    let tree = Outline.tree(entries)
    hold(Outline.entries(tree).count == entries.count, "a feed is lost in the tree")
    hold(Outline.tree(Outline.entries(tree)) == tree, "a tree is another one the second time")
  }
}
