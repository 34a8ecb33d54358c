import SutraCore
import SutraInput
import SutraReader
import SutraResources
import SutraSystem
import SutraWords

extension ProgramCommand {
  /// `sutra replay`: what was recorded by `--record`, played again.
  static let replay = ProgramCommand(
    "replay", operands: .articles(areNeeded: true), synopsis: "RECORD [FILE...]",
    options: [CommandOption("screens")], settings: .all,
    run: { (invocation: Invocation) throws(CommandError) in
      try ReplayCommand.run(
        invocation.options.inputs, invocation.settings, invocation.analyzer(ofOne: true),
        showsAll: invocation.options.has("screens"))
    })
}

/// Plays a record on articles, or on the sample, and writes what the screen shows.
enum ReplayCommand {
  /// Writes the last screen, or each of them, and returns the exit status.
  static func run(
    _ inputs: [ArticleOrigin], _ settings: Settings, _ analyzer: ArticleAnalyzer, showsAll: Bool
  ) throws(CommandError) -> Int32 {
    guard let first = inputs.first, case .file(let path) = first else {
      throw .usage(say("replay.needs-record"))
    }
    let shown = VisibleText.safe(RawPath.shown(path))
    let bytes = try InputFile.bytes(first)
    guard bytes.count <= SessionRecord.most else {
      throw .input(say("replay.no-record", ["file": shown]))
    }
    let record = try SessionRecord(String(decoding: bytes, as: UTF8.self), file: shown)
    let articles = inputs.count > 1 ? Array(inputs.dropFirst()) : [.sample(Samples.first)]
    var player = try SessionPlayer(articles, settings, analyzer)
    for entry in record.entries where !player.hasQuit {
      player.play(entry)
      if showsAll {
        try Output.write(Array("== \(SessionRecord.line(entry))\(player.screen.plainText)".utf8))
      }
    }
    if !showsAll { try Output.write(Array(player.screen.plainText.utf8)) }
    return ExitStatus.success
  }
}
