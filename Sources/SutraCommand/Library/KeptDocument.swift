import SutraCore
import SutraFeeds
import SutraLibrary
import SutraReader
import SutraSystem

/// Articles of the library as documents.
enum KeptDocument {
  /// An article as it was kept last; `nil` where it is not.
  static func document(
    _ origin: String, _ library: Library, _ analyzer: ArticleAnalyzer
  ) throws(LibraryError) -> Document? {
    guard let kept = try library.keptText(of: origin),
      let source = try? SourceDecoder.text(Array(kept.text.utf8))
    else { return nil }
    let plain = analyzer.document(id: VisibleText.safe(RawPath.shown(origin)), text: source)
    var metadata = DocumentMetadata()
    if origin.contains("://") { metadata.address = origin }
    if plain.title == nil, !kept.title.isEmpty { metadata.headline = kept.title }
    if !kept.outlet.isEmpty { metadata.site = kept.outlet }
    metadata.author = kept.author
    metadata.published = kept.published.map(FeedDate.text)
    return Document(
      id: plain.id, text: source, language: plain.language, title: plain.title,
      paragraphs: plain.paragraphs, metadata: metadata)
  }
}
