import SutraCore
import SutraFetch
import SutraInput
import SutraReader
import SutraResources
import SutraSystem
import SutraWords
import Synchronization

/// Reads articles from files, standard input and the samples inside the binary.
enum InputFile {
  /// Most bytes of an article.
  static let largest = Limits.articleBytes

  /// The encoding that the user names; `nil` to find out.
  static let encoding = Mutex<String?>(nil)

  /// The article of an origin: the one way there is.
  ///
  /// - Parameters:
  ///   - input: Where the article is.
  ///   - mayGrow: Whether somebody may be writing at its end, so that the beginning of a scalar
  ///     there is left out until the rest has come.
  ///   - form: What the text of a page is.
  ///   - stop: Gives up the fetching of an address, from another thread.
  ///   - progress: Is told how much of an address has come.
  /// - Returns: The article.
  /// - Throws: `CommandError` that names the file and the remedy.
  static func read(
    _ input: ArticleOrigin, mayGrow: Bool = false, form: ArticleOpener.Form = .reading,
    stop: FetchStop? = nil, progress: (FetchProgress) -> Void = { _ in }
  ) throws(CommandError) -> OpenedArticle {
    var (shown, content) = try contents(input, stop, progress)
    if mayGrow { content.bytes.removeLast(GrowingText.unfinishedBytes(of: content.bytes)) }
    do throws(OpeningError) {
      return try opener(form).open(consume content)
    } catch {
      throw .input("\(shown) \(sentence(error))")
    }
  }

  /// What tells formats apart, as the settings have it.
  private static func opener(_ form: ArticleOpener.Form) -> ArticleOpener {
    ArticleOpener(builtIn: form, encoding: encoding.withLock { $0 })
  }

  /// The bytes of an origin as they are.
  static func bytes(_ input: ArticleOrigin) throws(CommandError) -> [UInt8] {
    try contents(input).content.bytes
  }

  /// What is wrong with the bytes of an article, and what to do about it.
  static func sentence(_ error: OpeningError) -> String {
    switch error {
    case .text(.empty): say("input.empty")
    case .text(.binary): say("input.no-text")
    case .page(.noLibrary):
      say("input.no-page-library")
    case .page(.noMemory): say("input.page-too-large")
    case .page(.noArticle): say("input.page-empty")
    }
  }

  /// The path of the file, where the article is in one.
  static func path(_ input: ArticleOrigin) -> String? {
    if case .file(let path) = input { return path }
    return nil
  }

  /// From this size on the beginning of a file is shown before the rest is read.
  static let largestAtOnce = 1 << 20
  /// Bytes of that beginning.
  static let shownFirst = 128 << 10

  /// The article's name and as much of its text as the first screens need.
  ///
  /// - Parameter input: Where the article is.
  /// - Returns: The article and whether that is all of it; a part ends where a line or at least a
  ///   word does.
  /// - Throws: `CommandError` that names the file and the remedy.
  static func beginning(
    of input: ArticleOrigin
  ) throws(CommandError) -> (article: OpenedArticle, isWhole: Bool) {
    if case .file(let path) = input, let bytes = largeBeginning(path),
      let article = opener(.reading).beginning(of: ArticleContent(id: input.name, bytes: bytes))
    {
      return (article, false)
    }
    // An address is read beside the reader, which shows the address until the article has come.
    if case .address(let address) = input {
      let text = SourceText(validBytes: Array(VisibleText.safe(address).utf8))
      return (OpenedArticle(id: input.name, text: text), false)
    }
    return (try read(input), true)
  }

  /// The beginning of a large file; `nil` for any other, which is read whole.
  private static func largeBeginning(_ path: String) -> [UInt8]? {
    guard let status = FileStatus(at: path), status.kind == .file,
      status.size > largestAtOnce, status.size <= largest,
      let bytes = SmallFile.bytes(path, atMost: shownFirst), bytes.count == shownFirst
    else { return nil }
    return bytes
  }

  private static func contents(
    _ input: ArticleOrigin, _ stop: FetchStop? = nil,
    _ progress: (FetchProgress) -> Void = { _ in }
  ) throws(CommandError) -> (shown: String, content: ArticleContent) {
    switch input {
    case .sample(let code):
      return (say("name.sample"), ArticleContent(id: "\(code).txt", bytes: Samples.bytes(code)))
    case .standardInput:
      let bytes = try bytes(of: StandardFile.input.file, say("name.standard-input"))
      return (say("name.standard-input"), ArticleContent(id: "-", bytes: bytes))
    case .unnamed:
      guard StandardFile.hasPipedInput else { return try contents(.sample(Samples.first)) }
      return try contents(.standardInput)
    case .address(let address):
      return (
        "'\(VisibleText.safe(address))'",
        try FetchedArticle.content(address, stop: stop, progress: progress)
      )
    case .kept(let origin):
      return (
        "'\(VisibleText.safe(RawPath.shown(origin)))'", try KeptInputs.content(origin)
      )
    case .file(let path):
      let shown = "'\(VisibleText.safe(RawPath.shown(path)))'"
      let file = try open(path, shown)
      guard file.status?.kind != .folder else {
        throw .input(say("error.is-directory", ["file": shown]))
      }
      return (shown, ArticleContent(id: input.name, bytes: try bytes(of: file, shown)))
    }
  }

  /// Opens a file to read from.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - shown: How errors call it.
  ///   - waits: Whether a pipe to which nobody writes is waited for.
  /// - Returns: The file.
  /// - Throws: `CommandError` that says why it cannot be opened, and what to do about it.
  static func open(
    _ path: String, _ shown: String, waits: Bool = true
  ) throws(CommandError) -> OpenFile {
    do throws(SystemFailure) {
      return try OpenFile(reading: path, waits: waits)
    } catch {
      throw .input(couldNotOpen(shown, error))
    }
  }

  /// Why a file cannot be opened and what to do about it.
  static func couldNotOpen(_ shown: String, _ failure: SystemFailure) -> String {
    switch failure {
    case .missing: say("error.no-file", ["file": shown])
    case .denied, .forbidden: say("error.no-permission", ["file": shown])
    case .noFolder: say("error.no-folder-part", ["file": shown])
    case .linkLoop: say("error.link-loop", ["file": shown])
    case .nameTooLong: say("error.name-too-long", ["name": String(shown.prefix(40))])
    default: say("error.cannot-open", ["file": shown, "reason": failure.reason])
    }
  }

  /// So many bytes of a file, fewer only at its end.
  ///
  /// - Throws: `CommandError` that says why they cannot be read.
  static func bytes(
    _ count: Int, of file: OpenFile, _ shown: String
  ) throws(CommandError) -> [UInt8] {
    do throws(SystemFailure) {
      return try file.bytes(count)
    } catch {
      throw .inputOutput(say("error.reading", ["file": shown, "reason": error.reason]))
    }
  }

  private static func bytes(of file: OpenFile, _ shown: String) throws(CommandError) -> [UInt8] {
    var expected = 0
    let opener = opener(.analysis)
    if let status = file.status, status.kind == .file {
      expected = status.size
      let beginning = file.beginning(atMost: ArticleOpener.telling)
      if opener.isBinary(beginning) { return beginning }
      guard expected <= largest else { throw tooLarge(shown) }
    }
    var bytes: [UInt8] = []
    while true {
      let room = max(65_536, expected - bytes.count + 1)
      let more = try Self.bytes(room, of: file, shown)
      let isLast = more.count < room
      if bytes.isEmpty, opener.isBinary(more) { return more }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      guard bytes.count <= largest else { throw tooLarge(shown) }
      if isLast { return bytes }
    }
  }

  private static func tooLarge(_ shown: String) -> CommandError {
    .input(say("error.too-large", ["file": shown]))
  }
}
