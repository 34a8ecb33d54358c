/// The models of names that an analysis uses, one a language.
public struct NameModels: Sendable {
  /// None: names are found by rules alone.
  public static let none = NameModels([]) { _ in nil }

  private let models: [String: NameModel]
  private let otherwise: @Sendable (String) -> NameModel?

  /// Takes models for their languages, and says where those of all others come from.
  ///
  /// - Parameters:
  ///   - models: The models; of two for one language the later one counts.
  ///   - otherwise: The model of a language that has none of these, asked for by its code each time
  ///     an article needs it.
  public init(_ models: [NameModel], otherwise: @escaping @Sendable (String) -> NameModel?) {
    self.models = Dictionary(models.map { ($0.language, $0) }) { $1 }
    self.otherwise = otherwise
  }

  /// The model for a language, or `nil` when there is none.
  func model(_ language: String) -> NameModel? {
    models[language] ?? otherwise(language)
  }
}
