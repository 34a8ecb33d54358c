import SutraExport
import SutraInput
import SutraReader
import SutraResources
import SutraWords

extension ProgramCommand {
  /// `sutra export`: what was found, for other programs.
  static let export = ProgramCommand(
    "export",
    operands: .articles(areNeeded: true), synopsis: "--to FORMAT FILE... | -",
    options: [
      CommandOption(
        "to", .choice(ArticleFormats.exports.map(\.name), of: "format"), "FORMAT",
        values: {
          [
            (
              "formats",
              ArticleFormats.exports.map { "\($0.name): \($0.help)" }.joined(separator: "; ")
            )
          ]
        }),
      CommandOption(
        "output", .file, "FILE|FOLDER"),
      CommandOption(
        "force", letter: "f"),
      jobs, kept, corrected,
      CommandOption(
        "sample", .sample(codes: Samples.codes), "[\(Samples.codes.joined(separator: "|"))]"),
    ],
    settings: .some(["model", "reading", "languages"]),
    check: { (options: inout Options) throws(CommandError) in
      guard let format = options.exportFormat else {
        let names = ArticleFormats.exports.map(\.name).joined(separator: ", ")
        throw .usage(say("usage.export-to", ["names": names]))
      }
      let isOne = options.has("kept") ? options.inputs.count == 1 : options.inputs.count < 2
      guard format.holdsOne, !isOne, options["output"] == nil else { return }
      throw .usage(
        say("usage.export-one", ["format": format.name]))
    },
    run: { (invocation: Invocation) throws(CommandError) in
      try ExportCommand.run(invocation.options, invocation.analyzer())
    })
}

extension Options {
  /// The format that `export` writes.
  var exportFormat: (any ArticleFormat)? {
    values["to"].flatMap { ArticleFormats.named($0, in: ArticleFormats.exports) }
  }
}
