// Measures the parts of Sutra on an article and prints ratios against other programs in the same
// run: `SUTRA_TOOLS=1 swift run -c release sutra-bench ARTICLE.txt`. Not part of the tests: figures are for people.
import SutraCore
import SutraReader
import SutraResources
import SutraSystem

/// The best time of some runs, in seconds.
func best(of runs: Int, _ body: () -> Void) -> Double {
  var best = Double.infinity
  for _ in 0..<runs {
    let start = seconds()
    body()
    best = min(best, seconds() - start)
  }
  return best
}

func seconds() -> Double { Double(Clock.nanoseconds) / 1e9 }

/// A number with some decimals and padded to a width.
func shown(_ number: Double, _ decimals: Int = 1, width: Int = 10) -> String {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let rounded = Int((number * scale).rounded())
  var text = String(rounded / Int(scale))
  if decimals > 0 {
    let rest = String(rounded % Int(scale))
    text += "." + String(repeating: "0", count: decimals - rest.utf8.count) + rest
  }
  return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
}

func report(_ name: String, _ value: Double, _ unit: String, against peer: (String, Double)? = nil)
{
  let label = name + String(repeating: " ", count: max(1, 34 - name.utf8.count))
  var line = label + shown(value) + " " + unit
  if let (other, theirs) = peer, theirs > 0 {
    line += "   \(shown(value / theirs, 2, width: 6))x \(other) (\(shown(theirs, 1, width: 0)))"
  }
  print(line)
}

/// Seconds that a command of the shell takes, the best of three; `nil` when it fails.
func peer(_ command: String) -> Double? {
  var isRunnable = true
  let time = best(of: 3) {
    if ChildCommand.run(command, input: [], isQuiet: true) != nil { isRunnable = false }
  }
  return isRunnable ? time : nil
}

if CommandLine.arguments.dropFirst() == ["--list"] {
  FeedListBench.run()
  ThisProcess.end(0)
}

guard CommandLine.arguments.count == 2, let status = FileStatus(at: CommandLine.arguments[1]),
  let bytes = SmallFile.bytes(CommandLine.arguments[1], atMost: status.size)
else {
  print("usage: sutra-bench ARTICLE.txt")
  ThisProcess.end(2)
}
let megabytes = Double(bytes.count) / 1e6
let path = CommandLine.arguments[1]
print("\(path): \(shown(megabytes, 2, width: 0)) MB")

let analyzer = ArticleAnalyzer()
guard let text = try? SourceDecoder.text(bytes) else {
  print("no text")
  ThisProcess.end(66)
}
let document = analyzer.document(id: path, text: text)

// Layout against fold, which counts bytes or columns and breaks syllables apart.
let fold = peer("fold -s -w 100 '\(path)'")
for profile in WidthProfile.allCases {
  let time = best(of: 5) {
    let layout = ArticleLayout(document: document, width: 100, profile: profile)
    var rows = 0
    for block in layout.blocks.indices { rows += layout.rows(of: block).count }
    if rows == 0 { print("no rows") }
  }
  report(
    "layout, 100 columns, \(profile.rawValue)", megabytes / time, "MB/s",
    against: fold.map { ("fold -s", megabytes / $0) })
}

// Search against grep, in its fastest mode.
let words =
  document.paragraphs.first.map { text[$0] }?.split(separator: " ").prefix(2)
  .joined(separator: " ") ?? ""
let plain = Article(document: document)
for isLoose in [false, true] {
  let time = best(of: 5) {
    let found = try? TextSearch(words, in: plain, folding: SearchFolding(isLoose: isLoose))
    if found?.matches.isEmpty != false { print("nothing found") }
  }
  let grep = peer("LC_ALL=C grep -c -F '\(words)' '\(path)'")
  report(
    isLoose ? "search, loose folding" : "search, folding", megabytes / time, "MB/s",
    against: grep.map { ("grep -F", megabytes / $0) })
}

// The whole analysis, tables read beforehand.
_ = analyzer.article(analyzer.document(id: "", text: SourceText(validBytes: Array("x".utf8))))
var article = plain
let analysis = best(of: bytes.count > 20_000_000 ? 1 : 3) { article = analyzer.article(document) }
report("analysis", megabytes / analysis, "MB/s")
let words10 = text.bytes.split(whereSeparator: { $0 <= 0x20 }).count
report("analysis, words between blanks", Double(words10) / analysis / 1000, "k/s")

// Keys: the new state and its screen.
var state = ReaderState(
  article: plain, size: ScreenSize(columns: 120, rows: 40), themes: ["dark", "light"])
_ = state.update(by: .analysis(article, isComplete: true))
let keys: [(String, [Key])] = [
  ("j", [.character("j")]), ("]", [.character("]")]), ("PageDown PageUp", [.pageDown, .pageUp]),
  ("P", [.character("P")]), ("w Esc", [.character("w"), .escape]),
  ("p", [.character("p")]),
]
for (name, pressed) in keys {
  let rounds = 50
  let time = best(of: 3) {
    for _ in 0..<rounds {
      for key in pressed {
        _ = state.update(by: .key(key))
        _ = state.screen()
      }
    }
  }
  report("key \(name)", time / Double(rounds * pressed.count) * 1e6, "µs")
}
