import CWords

/// The language in which the program speaks to people, and the digits in which it counts.
public struct InterfaceLanguage: Hashable, Sendable {
  /// Its number among the tables.
  private let number: Int
  /// Whether numbers are written in the digits of the language.
  public let hasOwnDigits: Bool

  private init(number: Int, hasOwnDigits: Bool) {
    self.number = number
    self.hasOwnDigits = hasOwnDigits
  }

  /// The language of a code, or `nil` where there is no table for it.
  public init?(_ code: some StringProtocol, hasOwnDigits: Bool = true) {
    guard let number = SentenceTable.all.firstIndex(where: { $0.code == code }) else { return nil }
    self.init(number: number, hasOwnDigits: hasOwnDigits)
  }

  /// English, in which programs are told things too.
  public static let english = InterfaceLanguage(number: 0, hasOwnDigits: true)

  /// Its code, as `LANG` has it.
  public var code: String { table.code }

  /// The codes of all languages.
  public static var codes: [String] { SentenceTable.all.map(\.code) }

  /// The language of a locale such as `bn_BD.UTF-8`; English where there is no table for it.
  ///
  /// - Parameter locale: The name of the locale, or `nil` when the environment names none.
  /// - Returns: The language.
  public static func ofLocale(_ locale: String?) -> InterfaceLanguage {
    let code = (locale ?? "").prefix { $0 != "_" && $0 != "." && $0 != "@" }
    return InterfaceLanguage(code.lowercased()) ?? .english
  }

  /// The same with the digits of the language or without.
  public func with(ownDigits: Bool) -> InterfaceLanguage {
    InterfaceLanguage(number: number, hasOwnDigits: ownDigits)
  }

  /// Its sentences.
  public var table: SentenceTable { SentenceTable.all[number] }

  /// The language that this thread speaks now.
  public static var current: InterfaceLanguage {
    let scoped = sutra_scoped_language()
    return scoped < 0 ? standard : InterfaceLanguage(packed: scoped)
  }

  /// The language of every thread that has been given no other; English before it is set.
  public static var standard: InterfaceLanguage {
    get { InterfaceLanguage(packed: sutra_standard_language()) }
    set { sutra_set_standard_language(newValue.packed) }
  }

  /// The language of the user's system; English before it is set.
  public static var system: InterfaceLanguage {
    get { InterfaceLanguage(packed: sutra_system_language()) }
    set { sutra_set_system_language(newValue.packed) }
  }

  /// Speaks this language for as long as something is done.
  public func speaking<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let before = sutra_scoped_language()
    sutra_scope_language(packed)
    defer { sutra_scope_language(before) }
    return try body()
  }

  // Two of a number for each language: with digits of its own, which is the standard, and without.
  private var packed: Int32 { Int32(number * 2 + (hasOwnDigits ? 0 : 1)) }

  private init(packed: Int32) {
    self.init(number: Int(packed / 2), hasOwnDigits: packed % 2 == 0)
  }
}
