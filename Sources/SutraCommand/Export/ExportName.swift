import SutraInput

/// Names of files for articles, which may be called anything.
struct ExportNames {
  /// Most bytes of a name, with room for an ending within the 255 that systems take.
  private static let longest = 180
  /// Endings of articles, which their names in other formats do not keep.
  private static let endings: Set<String> = ["txt", "text", "md", "html", "htm", "xhtml"]
  /// Names that are devices on some systems.
  private static let devices = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  private var taken: Set<String> = []

  /// A name that no other article has got: names that differ in case alone are one on some systems.
  mutating func name(of input: ArticleOrigin) -> String {
    let stem = Self.stem(Self.raw(input))
    var name = stem
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name
  }

  private static func raw(_ input: ArticleOrigin) -> String {
    switch input.source {
    case .standardInput, .unnamed: return "article"
    case .address(let address):
      return address.split(separator: "://", maxSplits: 1).last.map(String.init) ?? address
    default:
      let name = input.name
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count > 1, let last = parts.last, endings.contains(last.lowercased()) else {
        return name
      }
      return parts.dropLast().joined(separator: ".")
    }
  }

  /// A name that every system takes and that hides nothing: no part of a path, no option, no
  /// hidden file.
  static func stem(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(isSafe(scalar) ? scalar : "_") }
    var name = ""
    // Between letters that belong together there is no end.
    for character in String(scalars) {
      guard name.utf8.count + character.utf8.count <= longest else { break }
      name.append(character)
    }
    while let last = name.unicodeScalars.last, last == "." || last == " " {
      name.unicodeScalars.removeLast()
    }
    while let first = name.unicodeScalars.first, first == " " { name.unicodeScalars.removeFirst() }
    guard let first = name.unicodeScalars.first else { return "article" }
    if first == "." || first == "-" { name = "_" + String(name.unicodeScalars.dropFirst()) }
    let beforePoint = name.split(separator: ".").first.map(String.init) ?? name
    return devices.contains(beforePoint.lowercased()) ? "\(name)_" : name
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": return false
    // Joiners are letters' own in many scripts.
    case "\u{200C}", "\u{200D}": return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return false
    default: return true
    }
  }
}
