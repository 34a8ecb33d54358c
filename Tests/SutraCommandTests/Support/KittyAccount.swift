import Foundation

/// The pictures of a terminal with kitty's graphics protocol, by what was written to it.
struct KittyAccount {
  /// The images that it keeps.
  private(set) var images: Set<String> = []
  /// Those that are shown somewhere, with their places' numbers.
  private(set) var placements: Set<[String]> = []
  /// How many images were sent.
  private(set) var sent = 0

  /// Takes in all that a program has written.
  init(_ written: [UInt8]) {
    let text = String(decoding: written, as: UTF8.self)
    for part in text.components(separatedBy: "\u{1B}_G").dropFirst() {
      let head = part.prefix { $0 != ";" && $0 != "\u{1B}" }
      var keys: [Substring: Substring] = [:]
      for pair in head.split(separator: ",") {
        let sides = pair.split(separator: "=")
        if sides.count == 2 { keys[sides[0]] = sides[1] }
      }
      take(keys)
    }
  }

  private mutating func take(_ keys: [Substring: Substring]) {
    let image = String(keys["i"] ?? "")
    let placement = [image, String(keys["p"] ?? "")]
    switch (keys["a"], keys["d"]) {
    case ("t", _):
      images.insert(image)
      sent += 1
    case ("p", _): placements.insert(placement)
    case ("d", "i"): placements.remove(placement)
    case ("d", "I"):
      images.remove(image)
      placements = placements.filter { $0[0] != image }
    case ("d", "A"): (images, placements) = ([], [])
    default: break
    }
  }
}
