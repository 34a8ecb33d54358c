/// Something that can be put into a sentence.
public protocol Sayable {
  /// It as a value.
  var said: Message.Value { get }
}

extension String: Sayable {
  /// Itself, as words.
  public var said: Message.Value { .text(self) }
}

extension Substring: Sayable {
  /// Itself, as words.
  public var said: Message.Value { .text(String(self)) }
}

extension Int: Sayable {
  /// Itself, as a number.
  public var said: Message.Value { .number(self) }
}

/// A sentence of the program by what it means, with what is put into it; in which language it is
/// told is decided when its text is wanted.
public struct Message: Hashable, Sendable, Sayable {
  /// What is put into a sentence.
  public enum Value: Hashable, Sendable {
    /// Words that are not the program's own.
    case text(String)
    /// A number, written in the digits of the language.
    case number(Int)
    /// Another sentence.
    indirect case sentence(Message)
  }

  /// What it means: the key of its row in the tables of `SutraResources/Interface`.
  public let key: String
  private let names: [String]
  private let values: [Value]

  /// Makes a sentence.
  ///
  /// - Parameters:
  ///   - key: What it means.
  ///   - values: What is put in for the placeholder of each name.
  public init(_ key: String, _ values: KeyValuePairs<String, any Sayable> = [:]) {
    self.key = key
    names = values.map(\.key)
    self.values = values.map { $0.value.said }
  }

  /// Makes a sentence with what is put in as a list.
  public init(_ key: String, _ values: [(name: String, value: any Sayable)]) {
    self.key = key
    names = values.map(\.name)
    self.values = values.map { $0.value.said }
  }

  /// Itself, as a sentence in a sentence.
  public var said: Value { .sentence(self) }

  /// Whether there is such a sentence.
  public var isKnown: Bool { InterfaceLanguage.english.table.sentence(key) != nil }

  /// Its words in the language that this thread speaks.
  public var text: String { text(in: .current) }

  /// Its words in a language; in English where that has none, and its key where English has none.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - keys: What stands for a placeholder that names an action, as in `{key.help}`.
  /// - Returns: The words.
  public func text(in language: InterfaceLanguage, keys: (String) -> String? = { _ in nil })
    -> String
  {
    let number =
      names.firstIndex(of: "count").flatMap { Self.number(in: values[$0]) }
      ?? values.lazy.compactMap(Self.number(in:)).first
    guard
      let sentence = language.table.sentence(key, for: number)
        ?? InterfaceLanguage.english.table.sentence(key, for: number)
    else { return key }
    guard sentence.utf8.contains(UInt8(ascii: "{")) else { return sentence }
    var text = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      text += rest[..<open]
      if let index = names.firstIndex(where: { $0 == name }) {
        text += words(of: values[index], language, keys)
      } else if name.hasPrefix("key.") {
        text += keys(String(name.dropFirst(4))) ?? ":\(name.dropFirst(4))"
      } else if !name.isEmpty, name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        // A number that stands in the sentence itself.
        text += digits(String(name), in: language)
      } else {
        text += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  private static func number(in value: Value) -> Int? {
    if case .number(let number) = value { number } else { nil }
  }

  private func words(
    of value: Value, _ language: InterfaceLanguage, _ keys: (String) -> String?
  ) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): digits(number, in: language)
    case .sentence(let sentence): sentence.text(in: language, keys: keys)
    }
  }
}

/// What the program says, in the language that this thread speaks.
///
/// - Parameters:
///   - key: What the sentence means: the key of its row in `SutraResources/Interface`.
///   - values: What is put in for the placeholder of each name.
/// - Returns: The words.
public func say(_ key: String, _ values: KeyValuePairs<String, any Sayable> = [:]) -> String {
  Message(key, values).text
}

/// A number in the digits of a language.
public func digits(_ number: Int, in language: InterfaceLanguage = .current) -> String {
  digits(String(number), in: language)
}

/// A text whose digits are of ASCII, with those of a language.
public func digits(_ text: String, in language: InterfaceLanguage = .current) -> String {
  let own = language.hasOwnDigits ? language.table.digits : []
  guard !own.isEmpty else { return text }
  var written = ""
  for scalar in text.unicodeScalars {
    if (0x30...0x39).contains(scalar.value) {
      written += own[Int(scalar.value) - 0x30]
    } else {
      written.unicodeScalars.append(scalar)
    }
  }
  return written
}

/// A text that somebody typed, with ASCII's digits for those of any language the program speaks.
public func westernDigits(_ text: some StringProtocol) -> String {
  var written = ""
  for scalar in text.unicodeScalars {
    let own = String(scalar)
    let value =
      scalar.isASCII
      ? nil : SentenceTable.all.lazy.compactMap { $0.digits.firstIndex(of: own) }.first
    written += value.map(String.init) ?? own
  }
  return written
}

/// The whole number that somebody typed, in ASCII's digits or those of a language the program speaks.
public func wholeNumber(_ text: some StringProtocol) -> Int? { Int(westernDigits(text)) }
