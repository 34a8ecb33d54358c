/// What capital letters tell of the words of a text, in a language whose names have them.
///
/// Words of another script may have capitals in any text; in one whose language has none they mark nothing.
extension TokenizedDocument {
  /// Whether a capital letter marks names in its language.
  @inline(__always)
  var marksNames: Bool { pack.settings.grammar.marksNames }

  /// Whether a token may be a name by its letters.
  @inline(__always)
  func isWrittenAsName(_ index: Int) -> Bool { !marksNames || tokens[index].isCapitalized }

  /// Whether a token may be the short form of a name by its letters: capitals alone, where there are some.
  @inline(__always)
  func isWrittenAsAcronym(_ index: Int) -> Bool { !marksNames || tokens[index].style == 2 }

  /// Whether its first letter tells that a token is a name, or opens its sentence.
  @inline(__always)
  func isMarkedAsName(_ index: Int) -> Bool { marksNames && tokens[index].isCapitalized }

  /// Whether its first letter tells that a token is no name.
  @inline(__always)
  func isMarkedAsCommon(_ index: Int) -> Bool { marksNames && !tokens[index].isCapitalized }

  /// Whether a token is written in capitals alone.
  @inline(__always)
  func isLoud(_ index: Int) -> Bool { marksNames && tokens[index].style == 2 }
}
