import SutraCore
import SutraReader
import SutraResources

/// Bytes to text: compared with the decoders of the standard library.
enum TextTarget {
  static func run(_ bytes: [UInt8]) {
    do throws(SourceTextError) {
      let text = try SourceDecoder.text(bytes)
      check(text, bytes)
    } catch {
      let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      hold(error == .empty || bytes.contains(0) && !isWide, "a text without NUL is called binary")
    }
  }

  private static func check(_ text: SourceText, _ bytes: [UInt8]) {
    let expected = Reference(bytes)
    hold(text.bytes == expected.bytes, "the text is another one than the standard library's")
    let runs = expected.replaced
    hold(
      text.diagnostics.count == min(runs.count, 101),
      "\(runs.count) runs of bytes were replaced, \(text.diagnostics.count) reported")
    for (diagnostic, run) in zip(text.diagnostics.prefix(100), runs) {
      hold(diagnostic.code == .invalidEncoding, "a diagnostic of another kind")
      hold(diagnostic.span.start == run.start, "a replaced run is reported in another place")
      hold(text[diagnostic.span] == "\u{FFFD}", "a diagnostic points at no U+FFFD")
      let count = run.count == 1 ? "One byte " : "\(run.count) bytes "
      hold(diagnostic.message.hasPrefix(count), "\(run.count) bytes: \(diagnostic.message)")
    }
    if runs.count > 100, let last = text.diagnostics.last {
      hold(last.message.contains(" \(runs.count - 100) more "), "the rest: \(last.message)")
    }
    checkAgain(text)
    checkShown(text)
    ArticleChecks.check(ArticleAnalyzer().document(id: "fuzz", text: text))
  }

  /// What has been decoded once is a text that is decoded to itself.
  private static func checkAgain(_ text: SourceText) {
    guard !text.bytes.starts(with: [0xEF, 0xBB, 0xBF]), !text.bytes.contains(0) else { return }
    do throws(SourceTextError) {
      let again = try SourceDecoder.text(text.bytes)
      hold(again.bytes == text.bytes && again.diagnostics.isEmpty, "a text changes when read again")
    } catch {
      broken("a text cannot be read again")
    }
  }

  private static func checkShown(_ text: SourceText) {
    var shown: [UInt8] = []
    text.bytes.withUnsafeBufferPointer {
      VisibleText.append(Span(start: 0, end: $0.count), of: $0, to: &shown)
    }
    hold(isValid(shown), "what is shown is no UTF-8")
    let string = String(decoding: shown, as: UTF8.self)
    hold(!steersTerminal(string), "what is shown would steer a terminal")
  }
}

/// What the standard library's parsers make of the same bytes.
private struct Reference {
  var bytes: [UInt8] = []
  /// For each run of invalid bytes the place of its U+FFFD, and how many bytes it has.
  var replaced: [(start: Int, count: Int)] = []
  private var isReplacing = false

  init(_ input: [UInt8]) {
    if input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) {
      readWide(input, high: input[0] == 0xFE ? 0 : 1)
    } else {
      readNarrow(input.starts(with: [0xEF, 0xBB, 0xBF]) ? input.dropFirst(3) : input[...])
    }
  }

  private mutating func replace(_ count: Int) {
    if isReplacing {
      replaced[replaced.count - 1].count += count
    } else {
      replaced.append((bytes.count, count))
      bytes += [0xEF, 0xBF, 0xBD]
    }
    isReplacing = true
  }

  private mutating func readNarrow(_ input: ArraySlice<UInt8>) {
    var parser = UTF8.ForwardParser()
    var iterator = input.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        bytes += scalar
        isReplacing = false
      case .error(let length): replace(length)
      case .emptyInput: return
      }
    }
  }

  private mutating func readWide(_ input: [UInt8], high: Int) {
    let units = stride(from: 2, to: input.count - 1, by: 2).map {
      UInt16(input[$0 + high]) << 8 | UInt16(input[$0 + 1 - high])
    }
    var parser = UTF16.ForwardParser()
    var iterator = units.makeIterator()
    reading: while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        bytes += Array(String(UTF16.decode(encoded)).utf8)
        isReplacing = false
      case .error(let length): replace(2 * length)
      case .emptyInput: break reading
      }
    }
    if input.count % 2 == 1 { replace(1) }
  }
}
