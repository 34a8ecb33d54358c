import SutraReader
import SutraWords

/// What happened in a session, to be played again: keys, sizes, what the mouse did, and when.
///
/// It holds nothing of an article: of what was pasted its length alone, of an analysis that it came.
struct SessionRecord: Equatable {
  /// Something that happened.
  enum Happening: Equatable {
    case key(Key)
    case mouse(MouseEvent)
    /// So many letters were pasted.
    case paste(Int)
    case resize(ScreenSize)
    case profile(WidthProfile)
    /// An article, by its number, was analysed.
    case analysis(Int)
  }

  /// One thing that happened, and when: milliseconds from the beginning.
  struct Entry: Equatable {
    let milliseconds: Int
    let happening: Happening
  }

  /// The word that a record begins with, and the number of its form.
  static let head = "sutra-record 1"
  /// The largest record that is read.
  static let most = 16 << 20
  private static let mostPasted = 1 << 20
  /// Most rows or columns of a screen that is played.
  private static let largestSide = 1_000

  /// What happened, in order; first the size and how columns are counted.
  var entries: [Entry] = []

  /// Reads a record.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - file: What it is called, for the error.
  /// - Throws: `CommandError` that names the first line that does not fit.
  init(_ text: String, file: String) throws(CommandError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.hasPrefix(Self.head) else {
      throw .input(say("replay.no-record", ["file": file]))
    }
    var last = 0
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let words = line.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count > 2, let time = Int(words[0]), time >= last,
        let happening = Self.happening(words[1], words.dropFirst(2).map { $0 })
      else {
        throw .input(say("replay.bad-line", ["file": file, "line": index + 1]))
      }
      last = time
      entries.append(Entry(milliseconds: time, happening: happening))
    }
  }

  /// One line of a record.
  static func line(_ entry: Entry) -> String { "\(entry.milliseconds) \(words(entry.happening))\n" }

  private static func words(_ happening: Happening) -> String {
    switch happening {
    case .key(let key): return "key \(name(of: key))"
    case .mouse(let mouse): return "mouse \(mouse.kind) \(mouse.column) \(mouse.row)"
    case .paste(let count): return "paste \(count)"
    case .resize(let size): return "size \(size.columns) \(size.rows)"
    case .profile(let profile): return "widths \(profile.rawValue)"
    case .analysis(let number): return "analysis \(number)"
    }
  }

  /// A key by the name that settings have for it; what has none by its number.
  private static func name(of key: Key) -> String {
    let name = key.settingName
    if Key(name: name) == key, !name.utf8.contains(0x20) { return name }
    guard case .character(let scalar) = key else { return "U+FFFD" }
    return "U+" + String(scalar.value, radix: 16, uppercase: true)
  }

  private static func happening(_ kind: String, _ values: [String]) -> Happening? {
    let numbers = values.compactMap { Int($0) }.filter { (0...1_000_000_000).contains($0) }
    switch kind {
    case "key":
      if values[0].count > 2, values[0].hasPrefix("U+") {
        let scalar = UInt32(values[0].dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        return scalar.map { .key(.character($0)) }
      }
      return Key(name: values[0]).map { .key($0) }
    case "mouse":
      let kinds: [MouseEvent.Kind] = [.press, .release, .drag, .wheelUp, .wheelDown]
      guard let kind = kinds.first(where: { "\($0)" == values[0] }), numbers.count == 2 else {
        return nil
      }
      return .mouse(MouseEvent(kind, column: numbers[0], row: numbers[1]))
    case "paste": return numbers.first.map { .paste(min($0, mostPasted)) }
    case "size":
      guard numbers.count == 2 else { return nil }
      return .resize(
        ScreenSize(
          columns: min(numbers[0], largestSide), rows: min(numbers[1], largestSide)))
    case "widths": return WidthProfile(rawValue: values[0]).map { .profile($0) }
    case "analysis": return numbers.first.map { .analysis($0) }
    default: return nil
    }
  }
}
