import SutraCore
import SutraInput
import SutraReader
import SutraSystem
import SutraWords

/// Where analyses are written: each is written whole, even when the program is told to end
/// meanwhile.
struct AnalysisOutput: ~Copyable {
  private let file: OpenFile
  private let output: SteadyOutput
  /// How errors call it.
  private let name: String
  /// How much of the file stays when the first write comes.
  private let cut: Cut

  /// Writes to standard output.
  init() {
    self.init(
      StandardFile.output.file, name: say("name.standard-output"), isOwn: false, cut: Cut(-1))
  }

  /// Writes to a file.
  ///
  /// - Parameters:
  ///   - path: The file, made when it is missing.
  ///   - length: How many bytes of it stay.
  ///   - inputs: The articles, none of which it may be.
  /// - Throws: `CommandError` when it cannot be written, or is one of the articles.
  init(path: String, keeping length: Int, inputs: [ArticleOrigin]) throws(CommandError) {
    let shown = "'\(VisibleText.safe(path))'"
    let file: OpenFile
    do throws(SystemFailure) {
      file = try OpenFile(writing: path, .kept, permissions: 0o666)
    } catch {
      throw Output.failure(error, writing: shown)
    }
    guard let own = file.status else {
      throw .inputOutput(say("error.cannot-look-at", ["file": shown]))
    }
    guard !inputs.contains(where: { $0.isFile(own.identity) }) else {
      throw .inputOutput(say("error.is-an-article", ["file": shown]))
    }
    let isRegular = own.kind == .file
    guard !isRegular || file.hold() else {
      throw .inputOutput(say("error.other-run", ["file": shown]))
    }
    // What an earlier run has left is kept until there is something to write in its place.
    let cut = Cut(isRegular ? length : -1)
    if length > 0 { try cut.make(in: file, shown) }
    self.init(file, name: shown, isOwn: isRegular, cut: cut)
  }

  private init(_ file: OpenFile, name: String, isOwn: Bool, cut: Cut) {
    (self.file, self.name, self.cut) = (file, name, cut)
    output = SteadyOutput(file, isOwn: isOwn)
  }

  /// Writes some bytes as a whole.
  func write(_ bytes: [UInt8]) throws(CommandError) {
    try whole { $0(bytes) }
  }

  /// Writes an analysis piece by piece as a whole, with something before and behind it.
  func write(_ article: Article, after head: [UInt8], before tail: [UInt8]) throws(CommandError) {
    try whole { write in
      write(head)
      AnalysisWriter.write(article) { write($0) }
      write(tail)
    }
  }

  /// Where the file is cut off before the first write.
  private final class Cut {
    private var length: Int

    /// Takes how many bytes stay; -1 for all.
    init(_ length: Int) { self.length = length }

    /// Cuts the file off, the first time.
    func make(in file: OpenFile, _ name: String) throws(CommandError) {
      guard length >= 0 else { return }
      if let failure = file.cut(to: length) {
        throw .inputOutput(say("error.cannot-cut", ["file": name, "reason": failure.reason]))
      }
      length = -1
    }
  }

  /// Does some writes one after the other; after a failure there are none.
  private func whole(_ body: (@escaping ([UInt8]) -> Void) -> Void) throws(CommandError) {
    try cut.make(in: file, name)
    if let failure = output.whole(body) { throw Output.failure(failure, writing: name) }
  }
}
