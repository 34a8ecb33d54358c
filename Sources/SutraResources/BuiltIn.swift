import SutraCore

extension LanguageFolder {
  /// The tables of a language that travel inside the binary.
  public static func builtIn(_ code: String) -> LanguageFolder {
    let name = "languages/\(code)"
    return LanguageFolder(name: name) { EmbeddedResource.bytes(at: "\(name)/\($0)") }
  }

  /// Those of all languages, in the order of their codes.
  public static var builtIn: [LanguageFolder] {
    EmbeddedResource.paths(holding: "languages/", ending: "/language.tsv").map { path in
      builtIn(String(path.split(separator: "/")[1]))
    }
  }
}

extension LanguageLibrary {
  /// The languages that travel inside the binary.
  public static let builtIn = LanguageLibrary(LanguageFolder.builtIn)
}

extension ListOrder {
  /// The order of the languages that travel inside the binary.
  public static let builtIn = ListOrder(.builtIn)
}

extension NameModel {
  /// The model that travels inside the binary for a language, or `nil` when there is none.
  package static func builtIn(_ code: String) -> NameModel? {
    EmbeddedResource.bytes(at: "models/\(code).model").flatMap { try? NameModel(constant: $0) }
  }
}

extension NameModels {
  /// Those that travel inside the binary.
  public static let builtIn = NameModels()

  /// Takes models for their languages, and the built-in ones for all others.
  ///
  /// - Parameter models: The models; of two for one language the later one counts.
  public init(_ models: [NameModel] = []) {
    self.init(models, otherwise: NameModel.builtIn)
  }
}

extension SecondReadings {
  /// Those that travel inside the binary.
  public static let builtIn = SecondReadings(
    languages: Set(
      LanguageLibrary.builtIn.codes.filter { EmbeddedResource.bytes(at: path($0)) != nil }),
    making: { code in
      EmbeddedResource.bytes(at: path(code)).flatMap { try? ReadingNetwork(constant: $0) }
    })

  private static func path(_ code: String) -> String { "models/reading-\(code).network" }
}

extension ArticleAnalyzer {
  /// Makes an analyser with the languages that travel inside the binary.
  ///
  /// - Parameters:
  ///   - models: The models that find names.
  ///   - readings: The networks that read a second time what the rules have read.
  ///   - mostEntities: How many entities are told apart.
  public init(
    models: NameModels = .builtIn, readings: SecondReadings = .none,
    mostEntities: Int = Limits.entities
  ) {
    self.init(
      languages: .builtIn, models: models, readings: readings, mostEntities: mostEntities)
  }
}
