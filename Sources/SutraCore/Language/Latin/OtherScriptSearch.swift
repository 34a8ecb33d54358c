/// Finds a name in texts of another script than the one in which it was typed: `putin` finds the
/// Bengali name, and that finds `Putin`.
public struct OtherScriptSearch: Sendable {
  fileprivate let latin: [LatinNameSearch]
  fileprivate let native: [NativeNameSearch]
  fileprivate let beginnings: [NameBeginning]

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
    beginnings = latin.map(\.beginning) + native.map(\.beginning)
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
    // Of many names hardly one has a word that begins with the letter.
    guard beginnings.contains(where: { $0.isIn(bytes) }) else { return false }
    return latin.contains { $0.isFound(in: bytes) }
      || native.contains { !$0.matches(in: bytes, most: 1, .never).isEmpty }
  }
}

/// Looks for names that were typed in another script among many names, one after the other.
///
/// Those share words, so that what was found out of some is used again.
public struct ManyNamesSearch: Sendable {
  private let latin: [LatinNameSearch]
  private let native: [NativeNameSearch]
  private let beginnings: [NameBeginning]
  private var memories: [LatinNameSearch.Memory]

  /// Looks for what any of some searches finds.
  public init(_ searches: [OtherScriptSearch]) {
    latin = searches.flatMap(\.latin)
    native = searches.flatMap(\.native)
    beginnings = searches.flatMap(\.beginnings)
    memories = latin.map { _ in LatinNameSearch.Memory() }
  }

  /// Whether a name is one of those, or begins as one of them does.
  public mutating func isFound(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard beginnings.contains(where: { $0.isIn(bytes) }) else { return false }
    for index in latin.indices where latin[index].isFound(in: bytes, &memories[index]) {
      return true
    }
    return native.contains { !$0.matches(in: bytes, most: 1, .never).isEmpty }
  }
}
