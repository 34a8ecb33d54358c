import SutraCore
import SutraReader
import SutraResources
import SutraSystem
import SutraWords

/// The models of names of a run: the built-in ones, the user's own for its language, or none.
enum ModelChoice {
  /// What leaves the rules alone.
  static let none = "none"

  /// More bytes than any model can have.
  private static let largest = 128 << 20

  /// Chooses.
  ///
  /// - Parameters:
  ///   - wanted: What `--model` says: a file, `none`, or nothing for the built-in models.
  ///   - known: The codes of the languages of the run.
  /// - Returns: The models.
  /// - Throws: `CommandError` when the file cannot be read or is no model that can be used.
  static func models(
    _ wanted: String, languages known: [String] = LanguageLibrary.builtIn.codes
  ) throws(CommandError) -> NameModels {
    switch wanted {
    case "": return .builtIn
    case none: return .none
    default:
      let model = try model(at: wanted)
      guard known.contains(model.language) else {
        throw .input(
          say(
            "model.other-language",
            [
              "model": VisibleText.safe(wanted), "language": VisibleText.safe(model.language),
              "languages": known.joined(separator: ", "),
            ]))
      }
      return NameModels([model])
    }
  }

  private static func model(at path: String) throws(CommandError) -> NameModel {
    let shown = "'\(VisibleText.safe(path))'"
    // A pipe that nobody writes to would be waited for.
    let status = try InputFile.open(path, shown, waits: false).status
    guard let status, status.kind == .file else {
      let what = status?.kind == .folder ? say("model.directory") : say("model.no-file")
      throw .input(say("model.is-no-file", ["model": shown, "what": what]))
    }
    guard status.size <= largest else {
      throw .input(say("model.too-large", ["model": shown]))
    }
    guard let bytes = SmallFile.bytes(path, atMost: status.size + 1) else {
      throw .inputOutput(say("model.reading", ["model": shown]))
    }
    do throws(NameModelError) {
      return try NameModel(bytes: bytes)
    } catch {
      throw .input("\(shown) \(flaw(error))" + say("sentence.end"))
    }
  }

  /// What is wrong with a model and what to do about it, to stand behind its name.
  private static func flaw(_ error: NameModelError) -> String {
    switch error {
    case .notAModel: say("model.no-model")
    case .wrongLength(let expected, let found):
      say("model.damaged", ["expected": expected, "found": found])
    case .wrongVersion(let expected, let found):
      say("model.version", ["found": found, "expected": expected])
    case .wrongFeatures(let expected, let found):
      say("model.features", ["found": found, "expected": expected])
    case .unusableHeader(let field):
      say("model.field", ["field": field])
    }
  }
}
