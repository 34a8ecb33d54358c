import SutraExport
import SutraInput
import SutraReader
import SutraResources

extension ProgramCommand {
  /// `sutra export`: what was found, for other programs.
  static let export = ProgramCommand(
    "export", summary: "write what is found in articles for other programs",
    operands: .articles(areNeeded: true), synopsis: "--to FORMAT FILE... | -",
    options: [
      CommandOption(
        "to", .choice(ArticleFormats.exports.map(\.name), of: "format"), "FORMAT",
        help: ArticleFormats.exports.map { "\($0.name): \($0.help)" }.joined(separator: "; "),
        details: """
          The format. `jsonl`, `csv` and `markdown` have the quotes; `csl`, `bibtex` and `ris` an \
          entry an article with its quotes as notes; `html` is a report to read; `brat`, \
          `webannotation` and `tei` have everything and can be read back by `import`; `conll` has \
          tokens with labels in BIO, `xmi` a CAS for INCEpTION.
          """),
      CommandOption(
        "output", .file, "FILE|FOLDER",
        help: "where to write: a file, or a folder of one file each",
        details: """
          Write to a file, or into a folder with a file for each article: one that is there, one \
          whose name ends with `/`, or any where a file of the format holds one article and there \
          are several. In a folder stands also what belongs to the format: with `brat` the texts and \
          annotation.conf, with `xmi` TypeSystem.xml, with `csv` the sources and entities.
          """),
      CommandOption(
        "force", letter: "f", help: "replace files that are there",
        details: "Replace files that are there; without it they stay, and that is an error."),
      jobs,
      CommandOption(
        "sample", .sample(codes: Samples.codes), "[\(Samples.codes.joined(separator: "|"))]",
        help: "a sample article"),
    ],
    settings: .some(["model", "languages"]),
    details: """
      Write what was found in each article in a format of other programs: to standard output, or to \
      `--output`. Each file is written whole or not at all, and none is replaced without `--force`. \
      Places are counted in code points in `brat` and `webannotation`, in code units of UTF-16 in \
      `xmi`, and in bytes of UTF-8 in `jsonl` and `csv`.
      """,
    check: { (options: inout Options) throws(CommandError) in
      guard let format = options.exportFormat else {
        let names = ArticleFormats.exports.map(\.name).joined(separator: ", ")
        throw .usage("export needs --to and a format: \(names).")
      }
      guard format.holdsOne, options.inputs.count > 1, options["output"] == nil else { return }
      throw .usage(
        "a file of \(format.name) holds one article; name a folder with --output FOLDER.")
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
