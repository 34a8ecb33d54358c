import Foundation
import SutraCore
import SutraResources

/// Writes the lexicons of all languages as they travel inside the binary.
struct LexiconWriting {
  /// The folder with one folder a language.
  private static let folder = "Sources/SutraResources/Languages"

  /// Writes them below the folder the program is started in, which must be the package's root.
  func run() throws(TrainingError) {
    for code in LanguageLibrary.builtIn.codes {
      let bytes: [UInt8]
      do throws(LexiconError) {
        bytes = try LanguageLibrary.builtIn.lexicon(of: code)
      } catch {
        throw .unusable(error.message)
      }
      let file = "\(Self.folder)/\(code)/lexicon.bin"
      guard (try? Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)) != nil else {
        throw .unusable("cannot write \(file); start the program in the package's root")
      }
      print("\(file): \(bytes.count) bytes")
    }
  }
}
