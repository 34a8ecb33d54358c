import Glibc
import SutraCore

/// The command line program: arguments in, exit status out.
public enum Command {
  /// Runs the program.
  ///
  /// - Parameter arguments: The words of the command line, the program's name first.
  /// - Returns: The exit status.
  public static func run(_ arguments: [String]) -> Int32 {
    let analyzer = ArticleAnalyzer()
    for path in arguments.dropFirst()
    where !path.hasPrefix("-") && path != "analyze" && path != "jsonl" {
      let file = open(path, O_RDONLY)
      var status = stat()
      fstat(file, &status)
      let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
        count = max(0, read(file, buffer.baseAddress, Int(status.st_size)))
      }
      close(file)
      let document = analyzer.document(
        id: String(path.split(separator: "/").last ?? ""), text: SourceText(validBytes: bytes))
      let line = AnalysisWriter.line(analyzer.article(document)) + [10]
      _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }
    return 0
  }
}
