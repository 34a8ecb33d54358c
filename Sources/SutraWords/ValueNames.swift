/// How something is typed, with what stands for its values named in the language that this thread
/// speaks.
///
/// - Parameter pattern: As the tables of options and commands have it, such as `FILE... | -`: words
///   in capitals stand for values.
/// - Returns: The pattern with its values named.
public func typed(_ pattern: String) -> String {
  var text = ""
  var rest = pattern[...]
  while let first = rest.first {
    let word = rest.prefix { $0.isASCII && $0.isUppercase }
    guard word.isEmpty else {
      let name = Message("value.\(word.lowercased())")
      text += name.isKnown ? name.text : String(word)
      rest = rest[word.endIndex...]
      continue
    }
    text.append(first)
    rest = rest.dropFirst()
  }
  return text
}
