import Glibc
import SutraCore
let an = ArticleAnalyzer()
for path in CommandLine.arguments.dropFirst() where !path.hasPrefix("-") && path != "analyze" && path != "jsonl" {
  let fd = open(path, O_RDONLY); var st = stat(); fstat(fd, &st)
  let bytes = [UInt8](unsafeUninitializedCapacity: Int(st.st_size)) { b, n in n = max(0, read(fd, b.baseAddress, Int(st.st_size))) }
  close(fd)
  let doc = an.document(id: String(path.split(separator: "/").last ?? ""), text: SourceText(validBytes: bytes))
  let line = AnalysisWriter.line(an.article(doc)) + [10]
  _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
}
