/// Roles that a language without capital letters writes as one word with whom they belong to:
/// "roads-minister".
extension TokenizedDocument {
  /// Fewest bytes of each part of such a compound: three letters of an Indic script.
  static let shortestRolePart = 9
  /// Most bytes of such a compound: what is longer is no word of any language.
  static let longestCompound = 300

  /// The role that a longer word ends with; `nil` where the word is none of these.
  func roleSuffix(_ index: Int) -> ArraySlice<UInt8>? {
    guard has(.compoundRole), tokens[index].kind == .word, tokens[index].word >= 0 else {
      return nil
    }
    let key = vocabulary.key(of: tokens[index].word)
    guard key.count <= Self.longestCompound else { return nil }
    let bytes = Array(key)
    for start in stride(
      from: Self.shortestRolePart, through: bytes.count - Self.shortestRolePart, by: 3)
    {
      let hash = KeyFolding.hash(bytes, from: start)
      let known = pack.lexicon.index(of: bytes, start..<bytes.count, hash: hash)
      if known >= 0, pack.lexicon.classes(of: Int32(known)).has(.role) { return bytes[start...] }
    }
    return nil
  }

  /// Fewest bytes of a role that a word may end with and be no name: shorter ones end names as well.
  private static let shortestOffice = 15

  /// A person's name without a word before it that is a role as a compound: "roads-minister
  /// so-and-so"; `nil` where it is nothing else.
  func withoutCompoundRole(_ name: MentionProposal) -> MentionProposal? {
    guard name.kind == .person, has(.compoundRole) else { return name }
    var first = name.tokens.lowerBound
    while first < name.tokens.upperBound, !allClasses(first).hasPersonName,
      let role = roleSuffix(first), role.count >= Self.shortestOffice
    {
      first += 1
    }
    if first == name.tokens.lowerBound { return name }
    return first < name.tokens.upperBound ? name.with(first..<name.tokens.upperBound, .person) : nil
  }
}
