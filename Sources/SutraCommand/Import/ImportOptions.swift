import SutraImport
import SutraInput
import SutraReader
import SutraResources

extension ProgramCommand {
  /// `sutra import`: what other programs have made of exports.
  static let importing = ProgramCommand(
    "import", summary: "read annotations of other programs back",
    operands: .articles(areNeeded: true), synopsis: "FILE... | -",
    options: [
      CommandOption(
        "text", .file, "FILE", help: "the text that annotations are about",
        details: """
          The text that the annotations are about. Without it, that of a file of brat is the file of \
          the same name that ends in `.txt`; Web Annotations of this program and TEI hold it.
          """),
      CommandOption(
        "output", .file, "FILE", help: "write to FILE",
        details: "Write to FILE and not to standard output; what it held before is replaced."),
    ],
    settings: .some(["languages"]),
    details: """
      Read what `export` has written as `brat`, `webannotation` or `tei`, also after somebody has \
      changed it in another program, and write it as `analyze` does, one line of JSON an article. \
      Names and quotes that were added, moved or taken away are so in the analysis; what the other \
      program has kept of everything else stays as it was.
      """,
    check: { (options: inout Options) throws(CommandError) in
      guard options["text"] != nil, options.inputs.count > 1 else { return }
      throw .usage("--text is the text of one file of annotations; name one.")
    },
    run: { (invocation: Invocation) throws(CommandError) in
      try ImportCommand.run(invocation.options, invocation.analyzer())
    })
}
