import Glibc
import SutraCore
import SutraReader
import SutraResources
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
    guard let listing = opendir(RawPath.bytes(path)) else {
      let code = errno
      guard code != ENOTDIR else {
        throw .input(say("languages.no-folder", ["folder": shown]))
      }
      throw .input(InputFile.couldNotOpen(shown, code))
    }
    defer { closedir(listing) }
    var codes: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { RawPath.text($0) }
      }
      var status = stat()
      guard !name.hasPrefix("."), stat(RawPath.bytes("\(path)/\(name)"), &status) == 0,
        status.st_mode & S_IFMT == S_IFDIR
      else { continue }
      codes.append(name)
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
    guard let listing = opendir(RawPath.bytes(path)) else {
      throw .input(InputFile.couldNotOpen("'\(VisibleText.safe(shown))'", errno))
    }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { RawPath.text($0) }
      }
      guard name.hasSuffix(".tsv"), !name.hasPrefix(".") else { continue }
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
