import Glibc
import SutraCore
import SutraReader
import SutraResources

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
          "the model '\(VisibleText.safe(wanted))' is for the language "
            + "'\(VisibleText.safe(model.language))'; name one for "
            + "\(known.joined(separator: ", ")).")
      }
      return NameModels([model])
    }
  }

  private static func model(at path: String) throws(CommandError) -> NameModel {
    let shown = "'\(VisibleText.safe(path))'"
    // A pipe that nobody writes to would be waited for.
    let file = open(RawPath.bytes(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .input(InputFile.couldNotOpen(shown, errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let what = status.st_mode & S_IFMT == S_IFDIR ? "a directory" : "no regular file"
      throw .input("\(shown) is \(what); name a file that sutra-train has made.")
    }
    guard status.st_size <= largest else {
      throw .input("\(shown) is too large for a model; name a file that sutra-train has made.")
    }
    guard let bytes = SmallFile.bytes(path, atMost: Int(status.st_size) + 1) else {
      throw .inputOutput("reading \(shown) failed; try again.")
    }
    do throws(NameModelError) {
      return try NameModel(bytes: bytes)
    } catch {
      throw .input("\(shown) \(flaw(error)).")
    }
  }

  /// What is wrong with a model and what to do about it, to stand behind its name.
  private static func flaw(_ error: NameModelError) -> String {
    switch error {
    case .notAModel: "is no model of names; name a file that sutra-train has made"
    case .wrongLength(let expected, let found):
      "is damaged: it should have \(expected) bytes and has \(found); "
        + "copy it again or train it anew"
    case .wrongVersion(let expected, let found):
      "has format version \(found) and this program reads \(expected); "
        + "train it anew with the sutra-train of this version"
    case .wrongFeatures(let expected, let found):
      "was trained for features of revision \(found) and this program has \(expected); "
        + "train it anew with the sutra-train of this version"
    case .unusableHeader(let field):
      "is damaged: its header's value for \(field) cannot be; copy it again or train it anew"
    }
  }
}
