import SutraInput
import SutraReader
import SutraSystem

/// What an origin is called by those who read it, and by those who find it again.
///
/// A new case of `ArticleOrigin` has its names here and its bytes in `InputFile`; nobody else asks which it is
/// but where only one of them makes sense.
extension ArticleOrigin {
  /// Where an article of the library was read from; any other origin is that itself.
  var source: ArticleOrigin {
    if case .kept(let origin) = self { return ArticleOrigin(word: origin) }
    return self
  }

  /// The name of the article before it is read.
  var name: String {
    switch self {
    case .file(let path): RawPath.shown(path.split(separator: "/").last.map(String.init) ?? path)
    case .standardInput, .unnamed: "-"
    case .sample(let code): "\(code).txt"
    case .address(let address): VisibleText.safe(address)
    case .kept: source.name
    }
  }

  /// What leads to the article again in another run, and tells it from others: its address, or the path of
  /// its file from the root on.
  var lastingName: String? {
    switch self {
    case .address(let address): return address
    case .file(let path):
      return RawPath.resolved(path)
    case .kept: return source.lastingName
    case .sample, .standardInput, .unnamed: return nil
    }
  }

  /// Where the article is from, as the library has it.
  var libraryName: String {
    switch self {
    case .address(let address), .kept(let address): address
    case .file(let path): lastingName ?? path
    case .sample(let code): "sample:\(code)"
    case .standardInput, .unnamed: "-"
    }
  }

  /// Whether standard input is read for it.
  var readsStandardInput: Bool {
    switch self {
    case .standardInput: true
    case .unnamed: !StandardFile.input.isTerminal
    case .address, .file, .kept, .sample: false
    }
  }
}
