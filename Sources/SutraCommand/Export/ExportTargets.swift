import SutraExport
import SutraInput
import SutraReader
import SutraSystem
import SutraWords

/// A folder into which articles are exported, some at a time.
final class ExportFolder {
  /// Most files that wait for their names.
  private static let mostWaiting = 64

  private let path: String
  private let replaces: Bool
  private let waiting = WholeFiles()
  /// Files of this run, none of which another of its articles replaces.
  private var written: Set<String> = []
  private var articles = 0

  /// Takes a folder, and whether files in it may be replaced.
  init(_ path: String, replaces: Bool) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.replaces = replaces
  }

  /// Makes the folder where it is missing.
  func make() throws(CommandError) {
    guard let failure = Folder.make(path, permissions: 0o777), failure != .exists else { return }
    throw .inputOutput(
      say(
        "error.no-folder-made",
        ["folder": ExportTarget.shown(path), "reason": failure.reason]))
  }

  /// Writes what stands once in the folder; what somebody has put there already stays.
  func write(shared files: [ExportedFile]) throws(CommandError) {
    for file in files {
      let path = "\(path)/\(file.name)"
      let failure = WholeFile.write(
        file.bytes, to: path, mode: WholeFile.newFileMode, replaces: replaces)
      if let failure, failure != .exists {
        throw Output.failure(failure, writing: ExportTarget.shown(path))
      }
    }
  }

  /// Writes the files of an article, or none of them where one is there already.
  ///
  /// - Parameters:
  ///   - files: The files, their names behind the article's.
  ///   - name: The article's name.
  /// - Returns: Why nothing was written, of this article or of earlier ones.
  /// - Throws: `CommandError` when the folder takes no more.
  func write(_ files: [ExportedFile], of name: String) throws(CommandError) -> [String] {
    let paths = files.map { "\(path)/\(name)\($0.name)" }
    for path in paths where written.contains(path) || !replaces && ExportTarget.isThere(path) {
      return [ExportTarget.refusal(path)]
    }
    articles += 1
    for (path, file) in zip(paths, files) {
      let failure = waiting.add(
        file.bytes, to: path, mode: WholeFile.newFileMode, group: articles)
      if let failure {
        _ = try finish()
        throw Output.failure(failure, writing: ExportTarget.shown(path))
      }
      written.insert(path)
    }
    return waiting.count < Self.mostWaiting ? [] : try finish()
  }

  /// Gives the files that were written last their names.
  ///
  /// - Returns: Why some of them have none.
  /// - Throws: `CommandError` when the folder takes no more.
  func finish() throws(CommandError) -> [String] {
    let failures = waiting.finish(replaces: replaces)
    WholeFile.makeNamesLast(in: path)
    if let (path, failure) = failures.first(where: { $0.failure != .exists }) {
      throw Output.failure(failure, writing: ExportTarget.shown(path))
    }
    return failures.map { ExportTarget.refusal($0.path) }
  }
}

/// One file into which articles are exported; until all are in it, the old one stays.
final class ExportedWhole {
  private let path: String
  private let replaces: Bool
  private var file: WholeFile.Growing?

  /// Begins the file.
  ///
  /// - Parameters:
  ///   - path: Its path.
  ///   - inputs: The articles, none of which it may be.
  ///   - replaces: Whether a file that is there may be replaced.
  /// - Throws: `CommandError` when it may not be or cannot be written.
  init(_ path: String, _ inputs: [ArticleOrigin], replaces: Bool) throws(CommandError) {
    self.path = path
    self.replaces = replaces
    let shown = ExportTarget.shown(path)
    if let status = FileStatus(at: path) {
      guard status.kind == .file else {
        throw .inputOutput(say("error.is-device", ["file": shown]))
      }
      guard replaces else { throw .inputOutput(ExportTarget.refusal(path)) }
      guard !inputs.contains(where: { $0.isFile(status.identity) }) else {
        throw .inputOutput(say("error.is-an-article", ["file": shown]))
      }
    }
    do throws(SystemFailure) {
      file = try WholeFile.Growing(path: path, mode: WholeFile.newFileMode)
    } catch {
      throw Output.failure(error, writing: shown)
    }
  }

  /// Goes on with some bytes.
  func write(_ bytes: [UInt8]) throws(CommandError) {
    guard let failure = file?.write(bytes) else { return }
    throw Output.failure(failure, writing: ExportTarget.shown(path))
  }

  /// Ends with some bytes and gives the file its name.
  func finish(_ tail: [UInt8]) throws(CommandError) {
    try write(tail)
    guard let file = file.take() else { return }
    guard let failure = file.finish(replaces: replaces) else { return }
    guard failure != .exists else { throw .inputOutput(ExportTarget.refusal(path)) }
    throw Output.failure(failure, writing: ExportTarget.shown(path))
  }
}

/// What is said of files that are exported.
enum ExportTarget {
  /// A path for people.
  static func shown(_ path: String) -> String { "'\(VisibleText.safe(RawPath.shown(path)))'" }

  /// Whether there is anything of a name, be it a link that leads nowhere.
  static func isThere(_ path: String) -> Bool {
    FileStatus(at: path, followsLinks: false) != nil
  }

  /// Why a file is not written.
  static func refusal(_ path: String) -> String {
    say("error.is-there", ["file": shown(path)])
  }
}
