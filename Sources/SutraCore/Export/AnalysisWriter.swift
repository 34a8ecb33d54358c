import SutraWords

/// Writes an article as one line of `sutra.analysis/1`.
public struct AnalysisWriter {
  /// About how many bytes a piece of a long line has.
  public static let pieceSize = 1 << 20

  private let article: Article
  private let pieceSize: Int
  /// Takes a piece that is full.
  private let sink: ([UInt8]) -> Void
  private let places: CodePointPlaces
  private var json = JSONWriter()
  private var wanted: Set<String>?
  private var carried: [UInt8] = []

  /// The members that an analysis may be written with alone; `format` and `id` always stand there.
  public static let fields = [
    "language", "title", "url", "author", "published", "site", "text", "entities", "mentions",
    "quotes", "sources", "diagnostics", "carried",
  ]

  /// The members for which a text has to be read.
  public static let findings: Set<String> = [
    "entities", "mentions", "quotes", "sources", "diagnostics",
  ]

  /// The article as one JSON object, without a line end; spans count code points.
  public static func line(_ article: Article) -> [UInt8] {
    line(article, fields: nil, carried: [])
  }

  /// Some members of the article's object, and others that are carried through.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - fields: The members that are wanted, of ``fields``; `nil` for all.
  ///   - carried: Members of an object, without the brackets around them, which are carried through.
  /// - Returns: The line.
  public static func line(
    _ article: Article, fields: Set<String>?, carried: [UInt8] = []
  ) -> [UInt8] {
    var writer = AnalysisWriter(article, pieceSize: .max) { _ in }
    (writer.wanted, writer.carried) = (fields, carried)
    writer.write()
    return writer.json.bytes
  }

  /// Gives the line of an article piece by piece, so that a large one is never there whole.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - pieceSize: About how many bytes a piece has; one with less comes in one piece.
  ///   - sink: Takes the pieces in order.
  public static func write(
    _ article: Article, pieceSize: Int = pieceSize, to sink: @escaping ([UInt8]) -> Void
  ) {
    var writer = AnalysisWriter(article, pieceSize: pieceSize, sink)
    writer.write()
    sink(writer.json.bytes)
  }

  private init(_ article: Article, pieceSize: Int, _ sink: @escaping ([UInt8]) -> Void) {
    self.article = article
    self.pieceSize = pieceSize
    self.sink = sink
    places = CodePointPlaces(article.document.text)
  }

  private mutating func write() {
    let document = article.document
    writeHead()
    rest {
      $0.field("language") { $0.json.string(document.language) }
      let said = document.metadata
      $0.field("title") {
        $0.json.string(said.headline ?? document.title.map { document.text[$0] })
      }
      for (name, value) in [
        ("url", said.address), ("author", said.author), ("published", said.published),
        ("site", said.site),
      ] {
        if let value { $0.field(name) { $0.json.string(value) } }
      }
      $0.field("text") { writer in
        let (size, sink) = (writer.pieceSize, writer.sink)
        document.text.bytesAsTheyCame.withUnsafeBufferPointer { bytes in
          writer.json.string(utf8: bytes, pieceSize: min(size, bytes.count)) { json in
            if json.bytes.count >= size { sink(json.takeBytes()) }
          }
        }
      }
      $0.fields("entities", $0.article.entities.indices) { $0.entity($1) }
      $0.fields("mentions", $0.article.mentions.indices) { $0.mention($1) }
      $0.fields("quotes", $0.article.quotations.indices) { $0.quotation($1) }
      $0.fields("sources", $0.article.sources.indices) { $0.source($1) }
      $0.fields("diagnostics", $0.article.diagnostics.indices) { $0.diagnostic($1) }
      if $0.wants("carried"), !$0.carried.isEmpty {
        $0.member("carried") {
          $0.json.open(0x7B)
          $0.json.raw(String(decoding: $0.carried, as: UTF8.self))
          $0.json.close(0x7D)
        }
      }
    }
  }

  /// Whether a member is wanted.
  private func wants(_ name: String) -> Bool { wanted?.contains(name) ?? true }

  /// A member of the line, where it is wanted.
  private mutating func field(_ name: String, _ body: (inout AnalysisWriter) -> Void) {
    if wants(name) { member(name, body) }
  }

  /// A member of the line that is a list, where it is wanted.
  private mutating func fields(
    _ name: String, _ indices: Range<Int>, _ body: (inout AnalysisWriter, Int) -> Void
  ) {
    if wants(name) { list(name, indices, body) }
  }

  /// Begins the object with what tells the format and the article's name.
  private mutating func writeHead() {
    json.open(0x7B)
    member("format") { $0.json.string("sutra.analysis/1") }
    member("id") { [id = article.document.id] in $0.json.string(id) }
  }

  private mutating func rest(_ body: (inout AnalysisWriter) -> Void) {
    body(&self)
    json.close(0x7D)
  }

  private mutating func entity(_ index: Int) {
    let entity = article.entities[index]
    object {
      $0.member("id") { $0.json.string("e\(index + 1)") }
      $0.member("kind") { $0.json.string(entity.kind.rawValue) }
      $0.member("name") { $0.json.string(entity.name) }
      $0.list("aliases", entity.aliases.indices) { $0.json.string(entity.aliases[$1]) }
      $0.list("references", entity.references.indices) { $0.span(entity.references[$1]) }
    }
  }

  private mutating func mention(_ index: Int) {
    let mention = article.mentions[index]
    object {
      $0.member("span") { $0.span(mention.span) }
      $0.member("kind") { $0.json.string(mention.kind.rawValue) }
      $0.member("entity") { $0.entityID(mention.entity) }
      $0.member("confidence") { $0.json.raw(mention.confidence.decimal) }
      if mention.isByHand { $0.member("by_hand") { $0.json.truth(true) } }
    }
  }

  private mutating func quotation(_ index: Int) {
    let quotation = article.quotations[index]
    let attribution = article.attributions[index]
    object {
      $0.member("id") { $0.json.string("q\(index + 1)") }
      $0.member("type") { $0.json.string(quotation.form.rawValue) }
      $0.member("content") { $0.span(quotation.content) }
      $0.list("segments", quotation.segments.indices) { $0.span(quotation.segments[$1]) }
      $0.member("cue") { $0.span(quotation.cue) }
      $0.member("cue_lemma") { $0.json.string(quotation.reading?.lemma) }
      $0.member("cue_class") { $0.json.string(quotation.reading?.act.rawValue) }
      $0.member("negated") { $0.json.truth(quotation.isNegated) }
      $0.member("time") { $0.span(quotation.time) }
      $0.member("parent") { $0.json.string(quotation.parent.map { "q\($0 + 1)" }) }
      $0.member("speaker") { $0.speaker(attribution) }
      $0.member("addressee") { $0.span(attribution.addressee) }
      $0.member("medium") { $0.medium(attribution.medium) }
      $0.member("origin") { $0.medium(attribution.origin) }
      $0.member("unterminated") { $0.json.truth(quotation.isUnterminated) }
      $0.member("confidence") { $0.json.raw(quotation.confidence.decimal) }
      $0.member("rule") { $0.json.string(quotation.rule.rawValue) }
      $0.member("attribution_rule") { $0.json.string(attribution.rule.rawValue) }
    }
  }

  private mutating func speaker(_ attribution: Attribution) {
    guard let speaker = attribution.speaker else { return json.raw("null") }
    let others = attribution.alternatives ?? []
    object {
      $0.member("span") { $0.span(speaker.span) }
      $0.member("entity") { $0.entityID(speaker.entity) }
      $0.member("name") { $0.json.string(speaker.name) }
      $0.member("kind") { $0.json.string(speaker.kind.rawValue) }
      $0.member("role") { $0.json.string(speaker.role) }
      $0.member("anonymous") { $0.json.truth(speaker.isAnonymous) }
      $0.member("reason") { $0.span(speaker.reason) }
      $0.member("collective") { $0.json.truth(speaker.isCollective) }
      $0.member("confidence") { $0.json.raw(attribution.confidence.decimal) }
      $0.list("alternatives", others.indices) { writer, index in
        writer.object {
          $0.member("entity") { $0.entityID(others[index].entity) }
          $0.member("name") { $0.json.string(others[index].name) }
          $0.member("confidence") { $0.json.raw(others[index].weight.decimal) }
        }
      }
    }
  }

  private mutating func medium(_ medium: Medium?) {
    guard let medium else { return json.raw("null") }
    object {
      $0.member("span") { $0.span(medium.span) }
      $0.member("entity") { $0.entityID(medium.entity) }
      $0.member("name") { $0.json.string(medium.name) }
    }
  }

  private mutating func source(_ index: Int) {
    let source = article.sources[index]
    object {
      $0.member("name") { $0.json.string(source.name) }
      $0.member("kind") { $0.json.string(source.kind.rawValue) }
      $0.member("entity") { $0.entityID(source.entity) }
      $0.list("roles", source.roles.indices) { $0.json.string(source.roles[$1].rawValue) }
      $0.list("spans", source.spans.indices) { $0.span(source.spans[$1]) }
      $0.list("quotes", source.quotations.indices) {
        $0.json.string("q\(source.quotations[$1] + 1)")
      }
      $0.member("first_mention") { $0.span(source.firstMention) }
      $0.member("share") { $0.json.raw(source.share.decimal) }
      $0.list("through", source.through.indices) { $0.json.string(source.through[$1]) }
    }
  }

  private mutating func diagnostic(_ index: Int) {
    let diagnostic = article.diagnostics[index]
    object {
      $0.member("code") { $0.json.string(diagnostic.code.rawValue) }
      $0.member("span") { $0.span(diagnostic.span) }
      $0.member("message") { $0.json.string(diagnostic.sentence.text(in: .english)) }
    }
  }

  private mutating func span(_ span: Span?) { json.span(span, in: places) }

  private mutating func entityID(_ entity: Int?) {
    json.string(entity.map { "e\($0 + 1)" })
  }

  private mutating func object(_ body: (inout AnalysisWriter) -> Void) {
    json.open(0x7B)
    body(&self)
    json.close(0x7D)
  }

  private mutating func member(_ name: String, _ body: (inout AnalysisWriter) -> Void) {
    json.key(name)
    body(&self)
  }

  private mutating func list(
    _ name: String, _ indices: Range<Int>, _ body: (inout AnalysisWriter, Int) -> Void
  ) {
    json.key(name)
    json.open(0x5B)
    for index in indices {
      body(&self, index)
      if json.bytes.count >= pieceSize { sink(json.takeBytes()) }
    }
    json.close(0x5D)
  }
}

extension AnalysisWriter {
  /// What the line of an article begins with, as far as its name goes.
  ///
  /// - Parameter id: The article's name.
  /// - Returns: The bytes up to the name's closing quotation mark, which is followed by a comma.
  public static func beginning(id: String) -> [UInt8] {
    let text = SourceText(validBytes: [])
    let document = Document(id: id, text: text, language: "", title: nil, paragraphs: [])
    var writer = AnalysisWriter(Article(document: document), pieceSize: .max) { _ in }
    writer.writeHead()
    return writer.json.bytes
  }
}
