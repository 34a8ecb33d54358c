import CNcurses
import SutraReader

/// The sequences that the keys of the terminal at hand send, from the terminal database.
enum KeySequences {
  private static let names: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kcbt", .backTab),
      ("kdch1", .delete), ("kich1", .insert), ("kbs", .backspace), ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }

  /// What `InputDecoder` takes.
  static func ofTerminal() -> [[UInt8]: Key] {
    var found: [[UInt8]: Key] = [:]
    for (name, key) in names {
      guard let text = sutra_capability(name) else { continue }
      let bytes = String(cString: text).utf8
      if bytes.count > 1, bytes.first == 0x1B { found[Array(bytes)] = key }
    }
    return found
  }
}
