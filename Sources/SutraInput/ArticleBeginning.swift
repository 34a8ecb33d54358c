import SutraCore

/// What the first bytes of an article tell, before the rest is read.
extension ArticleOpener {
  /// Bytes that tell whether there is text.
  public static let telling = 8_192

  /// Whether what bytes begin with shows that there is no text in them, so that nothing else need be read.
  ///
  /// Who names an encoding, or has marked one, is believed.
  ///
  /// - Parameter beginning: The first bytes, or all.
  /// - Returns: Whether it does.
  public func isBinary(_ beginning: [UInt8]) -> Bool {
    if encoding != nil || TextEncoding.hasWideMark(beginning) { return false }
    do throws(SourceTextError) {
      _ = try SourceDecoder.text(Array(beginning.prefix(Self.telling)))
      return false
    } catch {
      return error == .binary
    }
  }

  /// As much of a text as can be shown before the rest of it is read, which ends where a line or at least a
  /// word does; `nil` for what has to be read whole: pages, what is not UTF-8, and texts of which something
  /// is left out.
  ///
  /// - Parameter content: The first bytes of the article.
  /// - Returns: The beginning of the article.
  public func beginning(of content: ArticleContent) -> OpenedArticle? {
    var bytes = content.bytes
    let wide: [[UInt8]] = [[0xFE, 0xFF], [0xFF, 0xFE]]
    guard encoding == nil, !wide.contains(where: bytes.starts), !bytes.contains(0),
      !bytes.contains(EscapeSequences.sign)
    else { return nil }
    let tail = bytes.count / 2
    let end = bytes[tail...].lastIndex(of: 0x0A) ?? bytes[tail...].lastIndex(of: 0x20)
    guard let end else { return nil }
    bytes.removeSubrange(end...)
    guard !Self.isPage(ArticleContent(id: content.id, bytes: bytes)),
      let text = try? SourceDecoder.text(bytes)
    else { return nil }
    return OpenedArticle(id: content.id, text: text)
  }
}
