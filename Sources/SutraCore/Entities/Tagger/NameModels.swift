/// The models of names that an analysis uses, one a language.
public struct NameModels: Sendable {
  /// Those that travel inside the binary.
  public static let builtIn = NameModels()
  /// None: names are found by rules alone.
  public static let none = NameModels([], builtIn: false)

  private let models: [String: NameModel]
  private let hasBuiltIn: Bool

  /// Takes models for their languages, and the built-in ones for all others.
  ///
  /// - Parameters:
  ///   - models: The models; of two for one language the later one counts.
  ///   - builtIn: Whether languages without one have the built-in model.
  public init(_ models: [NameModel] = [], builtIn: Bool = true) {
    self.models = Dictionary(models.map { ($0.language, $0) }) { $1 }
    hasBuiltIn = builtIn
  }

  /// The model for a language, or `nil` when there is none.
  func model(_ language: String) -> NameModel? {
    models[language] ?? (hasBuiltIn ? NameModel.builtIn(language) : nil)
  }
}
