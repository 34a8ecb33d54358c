import Glibc
import SutraCore
import SutraFetch
import SutraInput
import SutraReader
import SutraResources
import Synchronization
import SutraWords

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
      return try ArticleOpener(builtIn: form, encoding: encoding.withLock { $0 })
        .open(consume content)
    } catch {
      throw .input("\(shown) \(sentence(error))")
    }
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
      !ArticleOpener.isPage(ArticleContent(id: input.name, bytes: bytes)),
      let text = try? SourceDecoder.text(bytes)
    {
      return (OpenedArticle(id: input.name, text: text), false)
    }
    // An address is read beside the reader, which shows the address until the article has come.
    if case .address(let address) = input {
      let text = SourceText(validBytes: Array(VisibleText.safe(address).utf8))
      return (OpenedArticle(id: input.name, text: text), false)
    }
    return (try read(input), true)
  }

  /// The beginning of a large file of UTF-8; `nil` for any other, which is read whole.
  private static func largeBeginning(_ path: String) -> [UInt8]? {
    var status = stat()
    guard stat(RawPath.bytes(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > largestAtOnce, status.st_size <= largest,
      var bytes = SmallFile.bytes(path, atMost: shownFirst), bytes.count == shownFirst,
      !bytes.starts(with: [0xFE, 0xFF]), !bytes.starts(with: [0xFF, 0xFE]), !bytes.contains(0),
      encoding.withLock({ $0 }) == nil, !bytes.contains(0x1B)
    else { return nil }
    let tail = bytes.count / 2
    let end =
      bytes[tail...].lastIndex(of: 0x0A) ?? bytes[tail...].lastIndex(of: 0x20)
    guard let end else { return nil }
    bytes.removeSubrange(end...)
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
      let bytes = try bytes(of: 0, say("name.standard-input"))
      return (say("name.standard-input"), ArticleContent(id: "-", bytes: bytes))
    case .unnamed:
      guard hasPipedInput else { return try contents(.sample(Samples.first)) }
      return try contents(.standardInput)
    case .address(let address):
      return (
        "'\(VisibleText.safe(address))'",
        try FetchedArticle.content(address, stop: stop, progress: progress)
      )
    case .file(let path):
      let shown = "'\(VisibleText.safe(RawPath.shown(path)))'"
      let file = open(RawPath.bytes(path), O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw .input(couldNotOpen(shown, errno)) }
      defer { close(file) }
      var status = stat()
      if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        throw .input(say("error.is-directory", ["file": shown]))
      }
      return (shown, ArticleContent(id: input.name, bytes: try bytes(of: file, shown)))
    }
  }

  /// Whether something is piped or redirected into the program.
  static var hasPipedInput: Bool {
    var status = stat()
    guard isatty(0) == 0, fstat(0, &status) == 0 else { return false }
    return [S_IFIFO, S_IFREG, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// Why a file cannot be opened and what to do about it.
  static func couldNotOpen(_ shown: String, _ code: Int32) -> String {
    switch code {
    case ENOENT: say("error.no-file", ["file": shown])
    case EACCES, EPERM: say("error.no-permission", ["file": shown])
    case ENOTDIR: say("error.no-folder-part", ["file": shown])
    case ELOOP: say("error.link-loop", ["file": shown])
    case ENAMETOOLONG: say("error.name-too-long", ["name": String(shown.prefix(40))])
    default: say("error.cannot-open", ["file": shown, "reason": systemReason(code)])
    }
  }

  private static func bytes(of file: Int32, _ shown: String) throws(CommandError) -> [UInt8] {
    var status = stat()
    var expected = 0
    if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      expected = Int(status.st_size)
      let beginning = beginning(of: file)
      if isBinary(beginning) { return beginning }
      guard expected <= largest else { throw tooLarge(shown) }
    }
    var bytes: [UInt8] = []
    while true {
      let room = max(65_536, expected - bytes.count + 1)
      var failure: Int32 = 0
      let more = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room {
          let found = Glibc.read(file, buffer.baseAddress.map { $0 + count }, room - count)
          if found > 0 {
            count += found
          } else if found < 0 && errno == EINTR {
            continue
          } else if found < 0 && errno == EAGAIN {
            // Other programs may have made it not to block: then it is waited for.
            var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
            poll(&waiting, 1, -1)
          } else {
            if found < 0 { failure = errno }
            break
          }
        }
      }
      guard failure == 0 else {
        throw .inputOutput(
          say("error.reading", ["file": shown, "reason": systemReason(failure)]))
      }
      let isLast = more.count < room
      if bytes.isEmpty, isBinary(more) { return more }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      guard bytes.count <= largest else { throw tooLarge(shown) }
      if isLast { return bytes }
    }
  }

  /// Most bytes that tell whether a file is text.
  private static let beginningSize = 8_192

  /// What a file begins with, from where it is read; that place stays.
  private static func beginning(of file: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: beginningSize) { buffer, count in
      count = max(0, pread(file, buffer.baseAddress, beginningSize, lseek(file, 0, SEEK_CUR)))
    }
  }

  /// Whether the beginning shows that there is no text, so that nothing else need be read.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    // Who names an encoding, or has marked one, is believed.
    if encoding.withLock({ $0 }) != nil || TextEncoding.hasWideMark(bytes) { return false }
    do throws(SourceTextError) {
      _ = try SourceDecoder.text(Array(bytes.prefix(beginningSize)))
      return false
    } catch {
      return error == .binary
    }
  }

  private static func tooLarge(_ shown: String) -> CommandError {
    .input(say("error.too-large", ["file": shown]))
  }
}
