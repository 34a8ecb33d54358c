import SutraCore
import SutraReader
import SutraResources
import SutraSystem
import SutraWords

/// The languages of a run: those inside the binary, with the tables of a folder of the user's.
enum LanguageChoice {
  /// Most bytes of a table that is read.
  private static let largestTable = 16 << 20

  /// Chooses.
  ///
  /// - Parameter folder: The folder with one folder a language, or nothing for the built-in ones. Its
  ///   rows are added to those of a built-in language of the same code.
  /// - Returns: The languages.
  /// - Throws: `CommandError` when there is no such folder or a row does not fit.
  static func languages(_ folder: String) throws(CommandError) -> LanguageLibrary {
    guard !folder.isEmpty else {
      if let flaw = LanguageLibrary.builtIn.flaws.first {
        throw .input(flaw.message + say("sentence.end"))
      }
      return .builtIn
    }
    let own = try folders(folder)
    let library = LanguageLibrary(LanguageFolder.builtIn + own)
    do throws(LexiconError) {
      try library.check()
    } catch {
      throw .input(VisibleText.safe(error.message) + say("sentence.end"))
    }
    return library
  }

  /// The languages of a folder, in the order of their codes.
  private static func folders(_ path: String) throws(CommandError) -> [LanguageFolder] {
    let shown = "'\(VisibleText.safe(RawPath.shown(path)))'"
    let names: [String]
    do throws(SystemFailure) {
      names = try Folder.names(in: path)
    } catch {
      guard error != .noFolder else {
        throw .input(say("languages.no-folder", ["folder": shown]))
      }
      throw .input(InputFile.couldNotOpen(shown, error))
    }
    let codes = names.filter { name in
      !name.hasPrefix(".") && FileStatus(at: "\(path)/\(name)")?.kind == .folder
    }
    guard !codes.isEmpty else {
      throw .input(say("languages.empty-folder", ["folder": shown]))
    }
    var found: [LanguageFolder] = []
    for code in codes.sorted() { found.append(try folder("\(path)/\(code)")) }
    return found
  }

  /// The tables of one language, read here and never given back, since a lexicon is read in place.
  private static func folder(_ path: String) throws(CommandError) -> LanguageFolder {
    let shown = RawPath.shown(path)
    var files: [String: Constant] = [:]
    let names: [String]
    do throws(SystemFailure) {
      names = try Folder.names(in: path)
    } catch {
      throw .input(InputFile.couldNotOpen("'\(VisibleText.safe(shown))'", error))
    }
    for name in names where name.hasSuffix(".tsv") && !name.hasPrefix(".") {
      let file = "'\(VisibleText.safe("\(shown)/\(name)"))'"
      guard let bytes = SmallFile.bytes("\(path)/\(name)", atMost: largestTable + 1) else {
        throw .input(say("languages.unreadable", ["file": file]))
      }
      guard bytes.count <= largestTable else {
        throw .input(say("languages.too-large", ["file": file, "mebibytes": largestTable >> 20]))
      }
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw .input(say("languages.no-utf8", ["file": file]))
      }
      files[name] = Constant(bytes)
    }
    let known = files
    return LanguageFolder(name: shown) { known[$0]?.bytes }
  }

  /// Bytes that stay where they are as long as the program runs.
  private struct Constant: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer

    init(_ bytes: [UInt8]) {
      let copy = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(1, bytes.count), alignment: 1)
      copy.copyBytes(from: bytes)
      self.bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[..<bytes.count])
    }
  }
}

extension Invocation {
  /// The analyser with the languages and models that the command line and the settings name.
  ///
  /// - Parameter isAlone: Whether one article is analysed, which is then read a second time unless the
  ///   settings say otherwise.
  /// - Returns: The analyser.
  /// - Throws: `CommandError` when they cannot be read.
  func analyzer(ofOne isAlone: Bool = false) throws(CommandError) -> ArticleAnalyzer {
    let languages = try LanguageChoice.languages(self["languages"])
    return ArticleAnalyzer(
      languages: languages,
      models: try ModelChoice.models(self["model"], languages: languages.codes),
      readings: secondReadings(ofOne: isAlone))
  }

  private func secondReadings(ofOne isAlone: Bool) -> SecondReadings {
    switch self["reading"] {
    case "wide": .builtIn.wide
    case "full": .builtIn
    case "auto": isAlone ? .builtIn.ofShortTexts : .none
    default: .none
    }
  }
}
