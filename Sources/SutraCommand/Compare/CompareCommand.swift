import SutraCompare
import SutraCore
import SutraReader
import SutraResources
import SutraWords

extension ComparisonWords {
  /// Those of the languages that travel inside the binary.
  static let builtIn = ComparisonWords(EmbeddedResource.files(named: "comparison-words.tsv"))
}

/// `sutra compare`: the first article beside each of the others.
enum CompareCommand {
  /// Compares the first input with all others and returns the exit status.
  static func run(_ options: Options, _ analyzer: ArticleAnalyzer) throws(CommandError) -> Int32 {
    let inputs = options.inputs
    guard inputs.count > 1 else {
      throw .usage(say("usage.compare"))
    }
    func article(_ number: Int) throws(CommandError) -> Article {
      analyzer.article(
        try InputFile.read(inputs[number], form: .analysis).document(analyzer))
    }
    let comparer = ArticleComparer(.builtIn)
    let first = try article(0)
    let sentences = analyzer.sentences(of: first.document)
    var status = ExitStatus.success
    for number in inputs.indices.dropFirst() {
      let second: Article
      do throws(CommandError) {
        second = try article(number)
      } catch {
        Output.complain(error.message)
        status = ExitStatus.someFailed
        continue
      }
      let comparison = comparer.compare(
        first, sentences, second, analyzer.sentences(of: second.document))
      if options["format"] == "jsonl" {
        try Output.write(ComparisonWriter.line(comparison, first, second) + [0x0A])
      } else {
        let lines =
          (number == 1 ? [] : [""]) + ComparisonReport.lines(comparison, first, second)
        try Output.write(lines.flatMap { Array(VisibleText.safe($0).utf8) + [0x0A] })
      }
    }
    return status
  }
}
