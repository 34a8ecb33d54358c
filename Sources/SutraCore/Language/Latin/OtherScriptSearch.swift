/// Finds a name in texts of another script than the one in which it was typed: `putin` finds the
/// Bengali name, and that finds `Putin`.
public struct OtherScriptSearch: Sendable {
  private let latin: [LatinNameSearch]
  private let native: [NativeNameSearch]

  /// Makes a search; `nil` for what is no name in either script: signs, digits, both scripts in one.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - library: The languages in whose words it is looked for.
  public init?(_ typed: String, in library: LanguageLibrary) {
    latin = library.codes.compactMap { LatinNameSearch(typed, in: $0, of: library) }
    native =
      latin.isEmpty ? library.codes.compactMap { NativeNameSearch(typed, in: $0, of: library) } : []
    if latin.isEmpty && native.isEmpty { return nil }
  }

  /// Where the name stands in a text as whole words, without their case endings, in text order.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - most: How many places are told.
  ///   - stop: Ends the search where it is.
  /// - Returns: The places.
  public func matches(
    in bytes: UnsafeBufferPointer<UInt8>, most: Int, stop: StopSign = .never
  ) -> [Span] {
    let found =
      latin.map { $0.matches(in: bytes, most: most, stop) }
      + native.map { $0.matches(in: bytes, most: most, stop) }
    return found.count == 1 ? found[0] : Array(found.joined().sorted().prefix(most))
  }

  /// Whether a text holds the name, or words that begin as it does.
  public func isFound(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { isFound(in: $0) }
  }

  /// Whether a text holds the name, or words that begin as it does.
  public func isFound(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    latin.contains { $0.isFound(in: bytes) }
      || native.contains { !$0.matches(in: bytes, most: 1, .never).isEmpty }
  }
}
