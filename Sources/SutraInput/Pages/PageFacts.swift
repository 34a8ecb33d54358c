import SutraCore

/// What a page says of its article: in its head, in its data, in its own words.
struct PageFacts {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var site: String?
  private(set) var address: String?
  private(set) var language: String?
  /// The article itself, where the page's data hold it.
  private(set) var body: String?

  let outline: PageOutline
  let words: PageWords
  private var meta: [String: [String]] = [:]
  /// Names that stand in a `property`, which counts more than a `name`.
  private var properties: Set<String> = []
  private var data: [JSONValue] = []

  init(_ outline: PageOutline, _ words: PageWords) {
    self.outline = outline
    self.words = words
    var pageTitle: String?
    var headings: [(node: Int, text: String)] = []
    let tree = outline.tree
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .meta: readMeta(index)
      case .title where pageTitle == nil:
        pageTitle = PageText.collapsed(tree.rawText(index)[...])
      case .h1:
        let text = tree.wholeText(index)
        headings.append((index, text.hasSuffix("¶") ? String(text.dropLast()) : text))
      case .link:
        if tree.value(.rel, of: index)?.lowercased() == "canonical" {
          address = address ?? tree.value(.href, of: index)
        }
      case .html: language = tree.value(.lang, of: index) ?? tree.value(.xmlLang, of: index)
      case .script:
        if let type = tree.bytes(.type, of: index), PageText.contains(type, Self.dataType),
          let value = Self.data(tree.rawText(index))
        {
          collect(value, depth: 0)
        }
      default: break
      }
    }
    readData()
    choose(pageTitle, headings)
  }

  private mutating func readMeta(_ index: Int) {
    let tree = outline.tree
    guard let content = tree.value(.content, of: index), !content.isEmpty else { return }
    for key in [PageKey.property, .name, .itemprop] {
      guard let names = tree.value(key, of: index) else { continue }
      for name in names.lowercased().split(separator: " ") {
        let name = String(name.map { $0 == "." ? ":" : $0 })
        if key == .property, properties.insert(name).inserted { meta[name] = nil }
        if key != .property, properties.contains(name) { continue }
        meta[name, default: []].append(Self.plain(PageText.collapsed(Array(content.utf8)[...])))
      }
    }
  }

  private static let dataType = Array("ld+json".utf8)

  /// The data in a script, which may stand in a section of XML or in a comment.
  private static func data(_ bytes: [UInt8]) -> JSONValue? {
    var start = 0
    let opening = Array("CDATA[".utf8)
    for at in bytes.indices.prefix(200) where bytes[at...].starts(with: opening) {
      start = at + opening.count
    }
    guard
      let first = bytes[start...].firstIndex(where: {
        $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[")
      })
    else { return nil }
    return JSONValue(Array(bytes[first...]))
  }

  private mutating func collect(_ value: JSONValue, depth: Int) {
    guard depth < 5 else { return }
    switch value {
    case .array(let values): for one in values.prefix(100) { collect(one, depth: depth + 1) }
    case .object(let members):
      if let graph = members["@graph"] { collect(graph, depth: depth + 1) }
      if let entity = members["mainEntity"] { collect(entity, depth: depth + 1) }
      let types = members["@type"]?.list.compactMap(\.string) ?? []
      if types.contains(where: {
        $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review"
          || $0 == "WebPage" && members["articleBody"] != nil
      }) {
        data.append(value)
      }
    default: break
    }
  }

  private var headline: String?

  private mutating func readData() {
    for value in data {
      if headline == nil { headline = value["headline"]?.string ?? value["name"]?.string }
      if published == nil, let date = value["datePublished"]?.string ?? value["dateCreated"]?.string
      {
        published = date
      }
      if authors.isEmpty, let author = value["author"] ?? value["creator"] {
        for one in author.list {
          let names = (one["name"]?.list ?? one.list).compactMap(\.string)
          authors += names.map(Self.plain).filter { !$0.isEmpty && !$0.contains("://") }
        }
      }
      if site == nil { site = value["publisher"]?["name"]?.string }
      if body == nil, let text = value["articleBody"]?.string, text.utf8.count > 200 {
        body = text
      }
    }
  }

  private func first(_ names: String...) -> String? {
    for name in names {
      if let found = meta[name]?.first(where: { !$0.isEmpty }) { return found }
    }
    return nil
  }

  /// Whether the page calls itself an article.
  var saysArticle: Bool {
    !data.isEmpty || body != nil || meta["og:type"]?.first?.lowercased() == "article"
  }

  private mutating func choose(_ pageTitle: String?, _ headings: [(node: Int, text: String)]) {
    site = first("og:site_name", "application-name") ?? site
    address = address ?? first("og:url")
    let said = first(
      "dc:title", "dcterms:title", "og:title", "twitter:title", "parsely-title", "title")
    title = Self.title(
      headline: headline.map(Self.plain), said: said, pageTitle: pageTitle.map(Self.plain),
      headings: headings.map(\.text), site: site)
    if authors.isEmpty {
      let folded = title.map { PageText.folded($0) }
      let headline = headings.first { PageText.folded($0.text) == folded }?.node
      let names = [
        "dc:creator", "dcterms:creator", "author", "parsely-author", "sailthru:author", "byl",
        "article:author", "og:article:author", "citation_author",
      ]
      let named = names.lazy.map { [meta] in
        (meta[$0] ?? []).map(Self.withoutAddress).filter {
          !$0.contains("://") && !$0.contains("@") && !$0.isEmpty && $0.utf8.count < 200
        }
      }
      // An article of several writers says so several times.
      authors = named.first { !$0.isEmpty } ?? bylinesOnPage(headline)
      if authors.isEmpty { authors = bylineInWords(headline) }
    }
    authors = authors.map { String(words.behind(.byline, $0).rest) }
    var unique: [String] = []
    for author in authors where !unique.contains(author) { unique.append(author) }
    authors = unique
    published =
      PageDate.text(published)
      ?? PageDate.text(
        first(
          "article:published_time", "article:published", "og:published_time", "parsely-pub-date",
          "datepublished", "sailthru:date", "dc:date:issued", "dcterms:created", "dc:date",
          "pubdate",
          "publishdate", "publish-date", "ptime", "article_date_original", "date")) ?? dateOnPage()
  }

  /// The headline: the one that several places agree on, without the name of the site.
  private static func title(
    headline: String?, said: String?, pageTitle: String?, headings: [String], site: String?
  ) -> String? {
    let heads = headings.filter { !$0.isEmpty }
    let candidates = [headline, said, pageTitle.map { withoutSite($0, site) }].compactMap { $0 }
      .filter { !$0.isEmpty }
    // A heading on the page that the page's head knows is what readers see.
    for head in heads {
      let folded = PageText.folded(head)
      guard folded.count >= 8 else { continue }
      for text in candidates + [pageTitle ?? ""] {
        let other = PageText.folded(text)
        if other == folded || other.starts(with: folded) && folded.count * 3 > other.count {
          return head
        }
      }
    }
    let known = Set(candidates.flatMap { $0.lowercased().split(separator: " ") })
    if heads.count == 1, let only = heads.first, PageText.folded(only).count >= 15 {
      let own = only.lowercased().split(separator: " ")
      let shared = own.count { known.contains($0) }
      // A page's title of a few words, beside which nothing is said, is the name of the site.
      let isSite = headline == nil && said == nil && known.count < min(4, own.count)
      if isSite || shared * 10 >= own.count * 4 { return only }
    }
    return (headline ?? said).map { withoutSite($0, site) } ?? pageTitle.map {
      withoutSite($0, site)
    } ?? heads.first
  }

  private static let bar = Array(" | ".utf8)
  /// What stands between a title and the name of the site.
  private static let siteMarks =
    [Array(" [".utf8), bar]
    + [" - ", " – ", " — ", " :: ", " » ", " « ", " · "].map { Array($0.utf8) }

  /// A title without the site's name behind a bar or a dash.
  static func withoutSite(_ title: String, _ site: String?) -> String {
    let bytes = Array(title.utf8)
    for mark in siteMarks {
      guard let range = PageText.last(mark, in: bytes) else { continue }
      let head = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
      let tail = String(decoding: bytes[range.upperBound...], as: UTF8.self)
      if let site, PageText.folded(tail) == PageText.folded(site) { return head }
      let words = head.split(separator: " ").count
      let tailWords = tail.split(separator: " ").count
      // Behind a bar stands hardly anything else.
      if words >= (mark == bar ? 3 : 4), tailWords <= 4, tailWords < words { return head }
      if words < 3, tailWords >= 5 { return tail }
    }
    return title
  }

  /// A name without an address in brackets behind it.
  private static func withoutAddress(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.ranges(of: " (http").last else { return name }
    return String(name[..<open.lowerBound])
  }

  private func dateOnPage() -> String? {
    let tree = outline.tree
    for index in tree.nodes.indices {
      if tree.nodes[index].tag == .time, !outline.marks[index].contains(.comments),
        let date = PageDate.text(tree.value(.datetime, of: index))
      {
        return date
      }
      if let prop = tree.bytes(.itemprop, of: index), prop.elementsEqual("datePublished".utf8),
        let date = PageDate.text(
          tree.value(.content, of: index) ?? tree.value(.datetime, of: index)
            ?? tree.wholeText(index))
      {
        return date
      }
    }
    return nil
  }

  /// A text of the page's data without the markup that some of them have.
  static func plain(_ text: String) -> String {
    PageText.collapsed(Array(MarkupEntities.resolved(Array(text.utf8)).utf8)[...])
  }
}
