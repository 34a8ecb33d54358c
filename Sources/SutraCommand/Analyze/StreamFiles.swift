import SutraCore
import SutraInput
import SutraReader
import SutraSystem
import SutraWords
import Synchronization

/// The bytes of a stream, piece by piece.
final class StreamSource: @unchecked Sendable {
  private static let piece = 256 << 10

  /// How errors call it.
  let shown: String
  /// How it is called for programs, whatever language people are spoken to in.
  let name: String
  /// Why reading it has failed on the way.
  private(set) var failure: CommandError?
  private let file: OpenFile

  /// Opens a stream.
  ///
  /// - Throws: `CommandError` with the sentence for what cannot be read.
  init(_ input: ArticleOrigin) throws(CommandError) {
    switch input {
    case .unnamed where !StandardFile.hasPipedInput:
      throw .usage(say("usage.needs-file", ["command": ProgramCommand.analyze.name]))
    case .standardInput, .unnamed:
      let input = Message("name.standard-input")
      (file, shown, name) = (StandardFile.input.file, input.text, input.text(in: .english))
    case .file(let path):
      name = RawPath.shown(path)
      shown = "'\(VisibleText.safe(name))'"
      file = try InputFile.open(path, shown)
      guard file.status?.kind != .folder else {
        throw .input(say("error.is-directory", ["file": shown]))
      }
      file.readsOn()
    default:
      throw .usage(say("usage.from-files"))
    }
  }

  /// Gives some bytes; none at the end, or where reading fails.
  func next() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.piece) { buffer, count in
      do throws(SystemFailure) {
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = .inputOutput(say("error.reading", ["file": shown, "reason": error.reason]))
      }
    }
  }
}

/// Where the lines of streams are written: plain, or packed as the ending of the file's name tells.
final class StreamOutput {
  /// Bytes that are packed at a time; each time they are a member of their own, so that the file
  /// is whole up to there whatever happens.
  private static let piece = 1 << 20

  private let output: AnalysisOutput
  private let packing: Packing?
  private let shown: String
  private var gathered: [UInt8] = []

  /// Writes to a file, or to standard output where none is named.
  init(
    _ path: String?, keeping length: Int, _ inputs: [ArticleOrigin]
  ) throws(CommandError) {
    packing = path.flatMap(Packing.init(ending:))
    shown = path.map { "'\(VisibleText.safe($0))'" } ?? say("name.standard-output")
    if let missing = packing?.missingLibrary {
      throw .inputOutput(say("error.cannot-pack", ["file": shown, "package": missing]))
    }
    guard let path else {
      output = AnalysisOutput()
      return
    }
    output = try AnalysisOutput(path: path, keeping: length, inputs: inputs)
  }

  /// Writes a line.
  func write(_ line: [UInt8]) throws(CommandError) {
    guard packing != nil else { return try output.write(line + [0x0A]) }
    gathered += line
    gathered.append(0x0A)
    if gathered.count >= Self.piece { try flush() }
  }

  /// Writes what is still to be written; a file without lines is made empty.
  func end() throws(CommandError) {
    if gathered.isEmpty { return try output.write([]) }
    try flush()
  }

  private func flush() throws(CommandError) {
    guard let packed = packing?.packed(gathered) else {
      throw .inputOutput(say("error.cannot-pack-ending", ["file": shown]))
    }
    gathered.removeAll(keepingCapacity: true)
    try output.write(packed)
  }
}

/// What an earlier run has left in the output of streams: how much of it is whole, and which record
/// came last.
struct EarlierStream {
  /// Bytes of the whole lines.
  private(set) var length = 0
  /// The name of the last one's record.
  private(set) var id = ""
  /// How many lines in a row have that name.
  private(set) var count = 0
  /// How many records of that name have come since.
  var seen = 0

  /// Reads an output; one that is not there is empty.
  init(_ path: String) throws(CommandError) {
    let shown = "'\(VisibleText.safe(path))'"
    var number = 0
    var damaged: Int?
    try OutputLines.each(of: path) { (line: OutputLines.Line) throws(CommandError) in
      number += 1
      if let damaged {
        throw .inputOutput(
          say("error.line-damaged", ["line": damaged, "file": shown])
        )
      }
      guard line.isWhole, let id = Self.id(line.head) else {
        damaged = number
        return
      }
      count = id == self.id ? count + 1 : 1
      self.id = id
      length = line.end
    }
  }

  /// The name of the record of a line that begins so.
  private static func id(_ head: [UInt8]) -> String? {
    let beginning = AnalysisWriter.beginning(id: "").dropLast(2)
    guard head.starts(with: beginning) else { return nil }
    var at = beginning.count + 1
    while at < head.count, head[at] != UInt8(ascii: "\"") {
      at += head[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard at < head.count else { return nil }
    return RecordNames.string(head[beginning.count...at])
  }
}
