/// Where an article comes from: what a person can name.
///
/// An item of a feed is its address, and an article of a stream (JSON lines, CSV, WARC) is read by its reader
/// with the others of its file, so that neither is a case.
public enum ArticleOrigin: Equatable, Sendable {
  /// A file; the path's bytes may be no text, as `RawPath` has it.
  case file(String)
  /// What is piped into the program.
  case standardInput
  /// A sample article inside the program, by its language.
  case sample(String)
  /// An http or https address.
  case address(String)
  /// An article of the user's library, by what the library calls it: its address, the path of its file, or
  /// a name of its own.
  case kept(String)
  /// Nothing was named: standard input where something is piped in, else the sample.
  case unnamed

  /// The origin that a word names: an address where it begins as one, else a file.
  public init(word: String) {
    let head = word.prefix(8).lowercased()
    self =
      head.hasPrefix("http://") || head.hasPrefix("https://") ? .address(word) : .file(word)
  }
}

/// The bytes of an article with what is known of them.
public struct ArticleContent: Sendable {
  /// A name for the article, usually its file name.
  public var id: String
  /// The bytes as they came.
  public var bytes: [UInt8]
  /// The media type that was told with them, as in `text/html`.
  public var mediaType: String?
  /// The encoding that was told with them.
  public var charset: String?
  /// The address they came from, behind all redirections.
  public var address: String?
  /// Other pages of the same article.
  public var further: [FurtherPage] = []

  /// Takes bytes of which nothing more is known.
  public init(id: String, bytes: [UInt8]) {
    self.id = id
    self.bytes = bytes
  }
}
