import SutraCore

/// Makes a feed of the tags and texts of its markup, in their order.
struct FeedBuilder {
  /// An element that is open.
  private struct Element {
    let name: String
    let base: String?
    /// The vocabularies of prefixes as they were around it, where it changes them.
    let namespaces: [String: FeedName.Family]?
    /// Whether what stands in it is not the feed's or the item's own.
    let isForeign: Bool
  }

  /// Elements that hold others and end every text that was left open.
  private static let structure: Set<String> = ["item", "entry", "channel", "feed", "rss", "rdf"]

  private(set) var feed = Feed()
  /// Whether there is anything of a feed.
  private(set) var isFeed = false
  /// Whether it begins as a page does.
  private(set) var isPage = false
  private let limits: FeedLimits
  private var base: String?
  private var elements: [Element] = []
  private var namespaces: [String: FeedName.Family] = [:]
  private var capture: FeedCapture?
  private var item: FeedItem?
  private var itemLinkOfID: String?
  private var feedLinkOfID: String?
  private var textBytes = 0
  /// The name and the mail address of an author that is open.
  private var author: (name: String?, email: String?, text: String)?
  private var hasTextAuthor = false
  private var titleIsOthers = false

  init(base: String?, limits: FeedLimits) {
    self.base = base
    self.limits = limits
  }

  /// Takes the next tag or text.
  mutating func take(_ event: MarkupScanner.Event, _ scanner: inout MarkupScanner) {
    switch event {
    case .start(let name, let attributes, let isClosed):
      start(name, attributes, isClosed)
      if let name = capture?.name { scanner.openElement = name }
    case .end(let name): end(name)
    case .text(let span):
      if capture != nil {
        capture?.add(span, scanner, limit: limits.textBytes)
      } else if author != nil {
        author?.text += scanner.resolved(span)
      }
    case .data(let span):
      if capture != nil {
        capture?.add(data: span, scanner, limit: limits.textBytes)
      } else if author != nil {
        author?.text += String(decoding: scanner.bytes[span], as: UTF8.self)
      }
    }
  }

  /// Ends what is still open.
  mutating func finish() {
    finishCapture()
    finishItem()
    if feed.link == nil { feed.link = feedLinkOfID }
  }

  // MARK: Tags

  private mutating func start(
    _ name: String, _ attributes: [MarkupScanner.Attribute], _ isClosed: Bool
  ) {
    // The texts that are taken must not be held twice, or each tag in them would copy them.
    if capture != nil {
      guard endsCapture(name) else {
        capture?.add(tag: name, isEnd: false, limit: limits.textBytes)
        if !isClosed, name.lowercased() == capture?.name { capture?.depth += 1 }
        return
      }
      finishCapture()
    }
    let outer = namespaces
    declareNamespaces(attributes)
    let element = FeedName(name, namespaces)
    let outerBase = elements.last?.base ?? base
    var ownBase = outerBase
    if let own = attributes.first(where: { $0.name.lowercased() == "xml:base" })?.value
      ?? (element.local == "channel" ? attributes.value("base") : nil)
    {
      // One of another scheme would lead nowhere.
      ownBase = WebReference.address(own, base: outerBase) ?? outerBase
    }
    let isForeign = elements.last?.isForeign ?? false
    open(element, name, attributes, ownBase, isForeign, isClosed)
    if isClosed || elements.count >= limits.depth {
      if isClosed { close(element.local) }
      namespaces = outer
    } else if capture == nil {
      elements.append(
        Element(
          name: name.lowercased(), base: ownBase, namespaces: outer == namespaces ? nil : outer,
          isForeign: isForeign || Self.isForeign(element)))
    } else {
      namespaces = outer
    }
  }

  /// Whether an element cannot stand in a text, which then has no end of its own.
  private func endsCapture(_ name: String) -> Bool {
    guard capture?.depth == 0, (3...20).contains(name.utf8.count) else { return false }
    let element = FeedName(name, namespaces)
    return Self.structure.contains(element.local) && element.family == .core
  }

  private mutating func declareNamespaces(_ attributes: [MarkupScanner.Attribute]) {
    for attribute in attributes where attribute.name.lowercased().hasPrefix("xmlns") {
      let prefix = attribute.name.lowercased().dropFirst(5).drop { $0 == ":" }
      let known = FeedName.family(ofNamespace: attribute.value)
      // A feed may put its own names into any namespace, but not the names within it.
      namespaces[String(prefix)] = known ?? (prefix.isEmpty && elements.isEmpty ? .core : .other)
    }
  }

  /// Whether what stands in an element is about something else than the feed or its item.
  private static func isForeign(_ element: FeedName) -> Bool {
    switch element.family {
    case .core: ["image", "textinput", "source", "contributor", "cloud"].contains(element.local)
    case .other: true
    default: false
    }
  }

  private mutating func end(_ name: String) {
    let lower = name.lowercased()
    if let depth = capture?.depth {
      if lower == capture?.name {
        guard depth > 0 else { return finishCapture() }
        capture?.depth -= 1
        capture?.add(tag: name, isEnd: true, limit: limits.textBytes)
        return
      }
      guard endsCapture(name), elements.contains(where: { $0.name == lower }) else {
        capture?.add(tag: name, isEnd: true, limit: limits.textBytes)
        return
      }
      finishCapture()
    }
    guard let index = elements.lastIndex(where: { $0.name == lower }) else { return }
    while elements.count > index {
      let element = elements.removeLast()
      if let outer = element.namespaces { namespaces = outer }
      close(element.name.split(separator: ":").last.map(String.init) ?? element.name)
    }
  }

  private mutating func close(_ local: String) {
    switch local {
    case "item", "entry": finishItem()
    case "author": finishAuthor()
    default: break
    }
  }

  /// Sees to an element that begins.
  private mutating func open(
    _ element: FeedName, _ name: String, _ attributes: [MarkupScanner.Attribute], _ base: String?,
    _ isForeign: Bool, _ isClosed: Bool
  ) {
    if element.local == "html", elements.isEmpty { isPage = true }
    switch (element.family, element.local) {
    case (.core, "rss"), (.core, "feed"), (.rdf, "rdf"), (.core, "channel"):
      isFeed = isFeed || !isPage
      language(attributes)
      if element.local == "channel", let href = attributes.value("href") {
        feed.link = WebReference.address(href, base: base)
      }
    case (.core, "item"), (.core, "entry"): beginItem(attributes, base)
    case _ where isForeign: return
    case (.core, "author") where !isClosed: author = (nil, nil, "")
    case (.core, "link") where attributes.value("href") != nil: link(attributes, base)
    default:
      guard let purpose = purpose(of: element, attributes), !isClosed else { return }
      capture = FeedCapture(purpose, name: name, base: base, attributes)
    }
  }

  /// What an element's content is for; `nil` for one that says nothing here.
  private func purpose(
    of element: FeedName, _ attributes: [MarkupScanner.Attribute]
  ) -> FeedCapture.Purpose? {
    switch (element.family, element.local) {
    case (.core, "title"), (.dublinCore, "title"): .title
    case (.media, "title"): .mediaTitle
    case (.core, "link"): .link(isItems: item != nil)
    case (.core, "description"), (.core, "abstract"), (.core, "summary"), (.core, "tagline"),
      (.core, "subtitle"), (.core, "info"), (.dublinCore, "description"), (.media, "description"),
      (.podcast, "summary"):
      .summary
    case (.core, "content"), (.content, "encoded"), (.core, "fullitem"), (.core, "body"),
      (.html, "body"), (.html, "div"):
      .content
    case (.core, "guid"), (.core, "id"):
      .id(isPermanent: attributes.value("ispermalink")?.lowercased() != "false")
    case (.core, "pubdate"), (.core, "published"), (.core, "issued"), (.terms, "issued"): .published
    case (.core, "updated"), (.core, "modified"), (.core, "lastbuilddate"), (.dublinCore, "date"),
      (.terms, "modified"):
      .updated
    case (.dublinCore, "creator"), (.dublinCore, "author"), (.podcast, "author"): .author
    case (.core, "name") where author != nil: .authorName
    case (.core, "email") where author != nil: .authorEmail
    case (.core, "language"), (.dublinCore, "language"): .language
    default: nil
    }
  }

  private mutating func language(_ attributes: [MarkupScanner.Attribute]) {
    let own = attributes.first { $0.name.lowercased() == "xml:lang" }?.value ?? ""
    if feed.language == nil, !own.isEmpty { feed.language = MarkupText.trimmed(own) }
  }

  private mutating func link(_ attributes: [MarkupScanner.Attribute], _ base: String?) {
    let relation = attributes.value("rel")?.lowercased() ?? "alternate"
    let type = attributes.value("type")?.lowercased() ?? "text/html"
    guard relation == "alternate", type.contains("html"),
      let address = attributes.value("href").flatMap({ WebReference.address($0, base: base) })
    else { return }
    if item != nil { item?.link = address } else { feed.link = address }
  }

  // MARK: Items

  private mutating func beginItem(_ attributes: [MarkupScanner.Attribute], _ base: String?) {
    finishItem()
    isFeed = isFeed || !isPage
    var new = FeedItem()
    if let about = attributes.first(where: { $0.name.lowercased().hasSuffix(":about") })?.value {
      new.id = MarkupText.trimmed(about)
    }
    new.link = attributes.value("href").flatMap { WebReference.address($0, base: base) }
    new.updated = attributes.value("lastmod").flatMap(FeedDate.seconds)
    item = new
    (itemLinkOfID, hasTextAuthor, titleIsOthers) = (nil, false, false)
  }

  private mutating func finishItem() {
    guard var done = item else { return }
    finishAuthor()
    item = nil
    if done.link == nil { done.link = itemLinkOfID }
    if done.updated == nil { done.updated = done.published }
    guard feed.items.count < limits.items else {
      feed.isCut = true
      return
    }
    feed.items.append(done)
  }

  private mutating func finishAuthor() {
    guard let found = author else { return }
    author = nil
    guard item != nil, let name = found.name ?? FeedAuthor.name(found.text) ?? found.email else {
      return
    }
    item?.author = name
  }

  // MARK: Contents

  private mutating func finishCapture() {
    guard let capture = capture.take() else { return }
    feed.isCut = feed.isCut || capture.isCut
    let html = capture.html
    switch capture.purpose {
    case .title, .mediaTitle: title(MarkupText.line(html), isOthers: capture.purpose != .title)
    case .link(let isItems):
      guard let address = WebReference.address(html, base: capture.base) else { return }
      if isItems { item?.link = address } else if item == nil { feed.link = address }
    case .summary: text(html, isWhole: false)
    case .content: text(html, isWhole: true)
    case .id(let isPermanent): id(html, isPermanent, capture.base)
    case .published: if let date = FeedDate.seconds(html) { item?.published = date }
    case .updated: if let date = FeedDate.seconds(html) { item?.updated = date }
    case .author:
      guard !hasTextAuthor, item?.author == nil, let name = FeedAuthor.name(html) else { return }
      item?.author = name
      hasTextAuthor = true
    case .authorName:
      let name = MarkupText.line(html)
      if !name.isEmpty { author?.name = name }
    case .authorEmail:
      let email = MarkupText.line(html)
      if !email.isEmpty { author?.email = email }
    case .language:
      let language = MarkupText.trimmed(html)
      if item == nil, !language.isEmpty { feed.language = language }
    }
  }

  private mutating func title(_ title: String, isOthers: Bool) {
    guard !title.isEmpty else { return }
    if item == nil {
      if !isOthers { feed.title = title }
    } else if item?.title == nil || (titleIsOthers && !isOthers) {
      item?.title = title
      titleIsOthers = isOthers
    }
  }

  private mutating func text(_ html: String, isWhole: Bool) {
    guard item != nil else { return }
    let text = MarkupText.text(html)
    // Of several the longest says most.
    let known = item?.text.map(\.unicodeScalars.count) ?? 0
    guard !text.isEmpty, text.unicodeScalars.count > known else { return }
    textBytes += text.utf8.count - (item?.text?.utf8.count ?? 0)
    guard textBytes <= limits.allTextBytes else {
      textBytes -= text.utf8.count - (item?.text?.utf8.count ?? 0)
      feed.isCut = true
      return
    }
    item?.text = text
    item?.isWhole = isWhole
  }

  private mutating func id(_ html: String, _ isPermanent: Bool, _ base: String?) {
    let text = MarkupText.trimmed(html)
    guard !text.isEmpty else { return }
    let address = isPermanent ? WebReference.address(text, base: base) : nil
    if item == nil {
      feedLinkOfID = address
    } else {
      item?.id = isPermanent ? WebReference.resolved(text, base: base) ?? text : text
      itemLinkOfID = address
    }
  }
}
