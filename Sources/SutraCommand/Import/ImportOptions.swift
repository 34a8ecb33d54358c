import SutraImport
import SutraInput
import SutraReader
import SutraResources
import SutraWords

extension ProgramCommand {
  /// `sutra import`: what other programs have made of exports.
  static let importing = ProgramCommand(
    "import",
    operands: .articles(areNeeded: true), synopsis: "FILE... | -",
    options: [
      CommandOption(
        "text", .file, "FILE"),
      CommandOption(
        "output", .file, "FILE"),
      CommandOption("keep"),
    ],
    settings: .some(["model", "reading", "languages"]),
    check: { (options: inout Options) throws(CommandError) in
      guard options["text"] != nil, options.inputs.count > 1 else { return }
      throw .usage(say("usage.import-text"))
    },
    run: { (invocation: Invocation) throws(CommandError) in
      try ImportCommand.run(invocation.options, invocation.analyzer())
    })
}
