import SutraCore
import SutraLibrary

/// What was set right by hand in articles of the library, as it is laid over later analyses: of the
/// same article, and of whatever has the same text.
struct KeptCorrections: Sendable {
  private var ofOrigins: [String: [Correction]] = [:]
  /// Texts with what was set right in them, by how many bytes they have.
  private var ofTexts: [Int: [(text: [UInt8], origin: String)]] = [:]

  /// None.
  init() {}

  /// All that the library has.
  init(_ library: Library) throws(LibraryError) {
    ofOrigins = try library.corrections()
    guard !ofOrigins.isEmpty else { return }
    for (origin, text) in try library.correctedTexts() {
      let bytes = Array(text.utf8)
      ofTexts[bytes.count, default: []].append((bytes, origin))
    }
  }

  /// Those of the user's library where options ask for them, and else none.
  init(_ options: Options) throws(CommandError) {
    self.init()
    guard options.has("corrected") else { return }
    let library = try UserLibrary.open()
    self = try UserLibrary.using { () throws(LibraryError) in try KeptCorrections(library) }
  }

  /// Whether there are none.
  var isEmpty: Bool { ofOrigins.isEmpty }

  /// What was set right in an article: in others of the same text, and then in itself.
  ///
  /// - Parameters:
  ///   - document: The article.
  ///   - origin: Where it is from, as the library has it; `nil` where nothing tells.
  /// - Returns: Its corrections, in the order in which they are laid over it.
  func corrections(
    of document: Document, from origin: @autoclosure () -> String?
  ) -> [Correction] {
    // Finding a file's whole name takes a look at each folder above it.
    guard !isEmpty else { return [] }
    let origin = origin()
    let bytes = document.text.bytes
    let others = ofTexts[bytes.count, default: []].filter {
      $0.origin != origin && $0.text == bytes
    }
    return (others.map(\.origin) + [origin].compactMap { $0 }).flatMap { ofOrigins[$0] ?? [] }
  }
}

extension ProgramCommand {
  /// Lays over what is found what was set right by hand.
  ///
  /// Without it what comes of an article is the same everywhere and always.
  static let corrected = CommandOption("corrected")
}
