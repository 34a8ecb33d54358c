import SutraCore

/// Other pages that a page names for the same article, none of which has been asked for.
public struct PageSiblings: Equatable, Sendable {
  /// Most pages of one article.
  public static let mostPages = 20

  /// The next page of it.
  public private(set) var next: String?
  /// The whole of it, to be printed.
  public private(set) var print: String?
  /// The whole of it in the markup for telephones.
  public private(set) var amp: String?

  /// Reads what a page names; `nil` for what is no page, has no address, or names nothing.
  ///
  /// - Parameters:
  ///   - content: The page, with its address.
  ///   - number: Which page of its article it is, counted from 1.
  public init?(_ content: ArticleContent, number: Int = 1) {
    guard let address = content.address, Self.mayName(content.bytes), ArticleOpener.isPage(content),
      let tree = try? PageTree(PageCharset.text(content.bytes, told: content.charset).bytes)
    else { return nil }
    let base = PageReader.base(tree, address)
    for index in tree.nodes.indices where [.link, .a].contains(tree.nodes[index].tag) {
      guard let rel = tree.value(.rel, of: index)?.lowercased(),
        let reference = tree.value(.href, of: index),
        let whole = WebReference.address(reference, base: base).flatMap(PageReader.webAddress),
        whole != address
      else { continue }
      let words = rel.split(separator: " ")
      if words.contains("next"), next == nil, Self.isPage(number + 1, whole, of: address) {
        next = whole
      }
      guard tree.nodes[index].tag == .link else { continue }
      if words.contains("amphtml"), amp == nil { amp = whole }
      if words.contains("alternate"), print == nil,
        tree.value(.media, of: index)?.lowercased() == "print"
      {
        print = whole
      }
    }
    if next == nil, print == nil, amp == nil { return nil }
  }

  private static let names = ["next", "amphtml", "print"].map { Array($0.utf8) }

  /// Whether a page may name others: most do not, and are not read for that.
  private static func mayName(_ bytes: [UInt8]) -> Bool {
    names.contains { PageText.contains(bytes[...], $0) }
  }

  /// Whether an address is that of a page of an article, by the address of the page before it.
  ///
  /// Sites write `rel=next` for the next article as well; its address differs by more than a number
  /// that is one higher.
  static func isPage(_ number: Int, _ next: String, of before: String) -> Bool {
    var (next, before) = (Array(next.utf8)[...], Array(before.utf8.prefix { $0 != 0x23 })[...])
    var same = zip(next, before).prefix { $0 == $1 }.count
    // A number is not cut.
    if let one = next.dropFirst(same).first, isDigit(one) {
      while same > 0, isDigit(next[next.startIndex + same - 1]) { same -= 1 }
    }
    next = next.dropFirst(same)
    before = before.dropFirst(same)
    while let one = next.last, one == before.last, !isDigit(one) {
      next.removeLast()
      before.removeLast()
    }
    let digits = next.reversed().prefix(while: isDigit).reversed()
    guard !digits.isEmpty, digits.count < 3, String(decoding: digits, as: UTF8.self) == "\(number)"
    else { return false }
    let mark = next.dropLast(digits.count)
    // The second page adds to the address of the first, or counts on from it.
    let isCounted =
      before.allSatisfy(isDigit) && Int(String(decoding: before, as: UTF8.self)) != nil
    if mark.isEmpty {
      return isCounted ? String(decoding: before, as: UTF8.self) == "\(number - 1)" : before.isEmpty
    }
    return number == 2 && before.isEmpty && isMark(mark)
  }

  /// Whether something before a number says that it is that of a page: signs, and a short word.
  private static func isMark(_ mark: ArraySlice<UInt8>) -> Bool {
    guard mark.count <= 12, let first = mark.first else { return false }
    return "/?&_-.,;".utf8.contains(first)
      && mark.allSatisfy {
        isDigit($0) == false && ($0 | 0x20 >= 0x61 || "/?&_-.,;=".utf8.contains($0))
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// What was read beside a page for the same article.
public enum FurtherPage: Sendable {
  /// The page behind it.
  case next(ArticleContent)
  /// The whole article once more, which counts where it holds more.
  case instead(ArticleContent)
  /// A page that could not be read: which, and why.
  case missing(page: Int, why: String)
}
