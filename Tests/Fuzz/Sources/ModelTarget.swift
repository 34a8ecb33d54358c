import SutraCore
import SutraResources

/// Trained models: what is accepted can be used on a text, and finds nothing out of bounds.
///
/// The first byte says how much of the header is put right, so that the rest is tried as well.
enum ModelTarget {
  private static let texts = ["bn", "en"].map { code in
    let text = EmbeddedResource.bytes(at: "samples/\(code).txt").map(Array.init) ?? []
    return ArticleAnalyzer().document(
      id: code, text: SourceText(validBytes: Array(text.prefix(1_200).dropLast(6))))
  }

  static func run(_ bytes: [UInt8]) {
    guard let choice = bytes.first else { return }
    var bytes = Array(bytes.dropFirst())
    if choice & 1 == 0, bytes.count >= NameModel.headerLength {
      bytes.replaceSubrange(0..<8, with: NameModel.mark)
      put(NameModel.version, 8, in: &bytes)
      put(NameFeatures.revision, 12, in: &bytes)
      put(bytes.count, 24, in: &bytes)
    }
    do throws(NameModelError) {
      let model = try NameModel(bytes: bytes)
      let analyzer = ArticleAnalyzer(models: NameModels([model]) { _ in nil })
      for document in texts where document.language == model.language {
        ArticleChecks.check(analyzer.article(document))
      }
    } catch {
      hold(!"\(error)".isEmpty, "no reason")
    }
  }

  private static func put(_ number: Int, _ offset: Int, in bytes: inout [UInt8]) {
    for place in 0..<4 { bytes[offset + place] = UInt8(truncatingIfNeeded: number >> (8 * place)) }
  }
}
