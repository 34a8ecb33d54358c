/// What an element of a feed is, whatever prefix its namespace has.
struct FeedName: Equatable {
  /// The vocabulary that it belongs to.
  enum Family: Equatable {
    /// RSS, RDF's items, Atom, CDF: they share their names.
    case core
    case dublinCore, terms, content, media, podcast, html, rdf
    /// One that says nothing here.
    case other
  }

  let family: Family
  /// The name without its prefix, in small letters.
  let local: String

  /// The beginnings of the names of namespaces, in small letters.
  private static let families: [(start: String, family: Family)] = [
    ("http://www.w3.org/2005/atom", .core), ("http://purl.org/atom/", .core),
    ("http://purl.org/rss/1.0/modules/content", .content),
    ("http://purl.org/rss/1.0/modules/", .other),
    ("http://purl.org/rss/1.0", .core), ("http://purl.org/net/rss1.1", .core),
    ("http://backend.userland.com/", .core), ("http://blogs.law.harvard.edu/tech/rss", .core),
    ("http://my.netscape.com/", .core), ("http://channel.netscape.com/", .core),
    ("http://purl.org/echo/", .core), ("http://purl.org/pie/", .core),
    ("uri/of/echo/namespace#", .core), ("http://example.com/newformat#", .core),
    ("http://example.com/necho", .core), ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", .rdf),
    ("http://purl.org/dc/terms", .terms), ("http://purl.org/dc/elements/", .dublinCore),
    ("http://purl.org/metadata/dublin_core", .dublinCore), ("http://search.yahoo.com/mrss", .media),
    ("http://www.itunes.com/", .podcast), ("http://example.com/dtds/podcast-1.0.dtd", .podcast),
    ("http://www.w3.org/1999/xhtml", .html),
  ]

  /// What prefixes mean that no namespace was given to.
  private static let prefixes: [String: Family] = [
    "dc": .dublinCore, "dcterms": .terms, "content": .content, "media": .media, "atom": .core,
    "itunes": .podcast, "rdf": .rdf, "xhtml": .html, "rss": .core,
  ]

  /// The vocabulary of a namespace; `nil` for one that is not known.
  static func family(ofNamespace name: String) -> Family? {
    let name = name.lowercased()
    return families.first { name.hasPrefix($0.start) }?.family
  }

  /// Finds what a name means.
  ///
  /// - Parameters:
  ///   - name: The name as written.
  ///   - namespaces: The vocabularies of the prefixes at this place; the empty one is the default.
  init(_ name: String, _ namespaces: [String: Family]) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let prefix = parts.count == 2 ? parts[0].lowercased() : ""
    local = parts[parts.count - 1].lowercased()
    let known = namespaces[prefix] ?? Self.prefixes[prefix]
    family = known ?? (prefix.isEmpty ? .core : .other)
  }
}
