import SutraCore
import SutraInput
import SutraResources

/// A web page to a document: what is told with it stands in the first line, as `type;charset`.
enum PageTarget {
  private static let words = PageWords([(.end, "related"), (.aside, "read more"), (.byline, "by")])

  static func run(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    guard lines.count == 2 else { return }
    let told = lines[0].split(separator: 0x3B, maxSplits: 1).map {
      String(decoding: $0, as: UTF8.self)
    }
    var content = ArticleContent(id: "fuzz.html", bytes: Array(lines[1]))
    content.mediaType = told.first
    content.charset = told.count > 1 ? told[1] : nil
    for form in [ArticleOpener.Form.reading, .analysis] {
      let opener = ArticleOpener(form, words: { words })
      guard let opened = try? opener.open(content) else { continue }
      let document = opened.document(ArticleAnalyzer())
      hold(isValid(document.text.bytes), "the text of a page is no UTF-8")
      for mark in document.marks {
        hold(mark.span.end <= document.text.bytes.count, "a mark is beyond the text")
        if case .link(let address) = mark.kind {
          let head = address.prefix(8).lowercased()
          hold(head.hasPrefix("http://") || head == "https://", "an address of no web")
          hold(!steersTerminal(address), "an address would steer a terminal")
        }
      }
      ArticleChecks.check(document)
    }
  }
}
