import CPictures
import SutraPictures

/// A terminal in memory that keeps pictures: images and placements of kitty's protocol, and what
/// sixels have drawn.
struct PictureEmulator {
  struct Place: Hashable {
    let row: Int
    let column: Int
  }

  let columns: Int
  let rows: Int
  let cellWidth: Int
  let cellHeight: Int
  /// The images that it keeps, by their numbers.
  private(set) var images: [Int: Bitmap] = [:]
  /// Where they stand: by image and placement.
  private(set) var placements: [[Int]: Place] = [:]
  /// Cells with placeholders: which image's column each shows.
  private(set) var placeholders: [Place: [Int]] = [:]
  /// Columns of images that placeholders may show, by their numbers.
  private var virtual: [Int: Int] = [:]
  private var saved: (cursor: Place, color: Int)?
  private var color = -1
  /// What sixels have drawn, pixel by pixel; `nil` where there are cells.
  private(set) var raster: [UInt32?]
  /// How many images were sent, and all bytes that came.
  private(set) var sent = 0
  private(set) var byteCount = 0
  /// What no terminal should get.
  private(set) var problems: [String] = []
  private var cursor = Place(row: 0, column: 0)
  private var pending: (keys: [String: String], text: [UInt8])?

  init(columns: Int, rows: Int, cellWidth: Int, cellHeight: Int) {
    (self.columns, self.rows) = (columns, rows)
    (self.cellWidth, self.cellHeight) = (cellWidth, cellHeight)
    raster = Array(repeating: nil, count: columns * cellWidth * rows * cellHeight)
  }

  /// Bytes of all images, unpacked.
  var imageBytes: Int { images.values.reduce(0) { $0 + $1.pixels.count * 4 } }

  /// The pictures that are seen, by their places; of two at one place there is a problem.
  mutating func shown() -> [Place: Bitmap] {
    var found: [Place: Bitmap] = [:]
    for (key, place) in placements {
      if found[place] != nil { problems.append("two pictures at \(place)") }
      found[place] = images[key[0]]
    }
    return found
  }

  /// Cells of a row are written: sixels in them are gone.
  mutating func writeCells(row: Int) {
    let width = columns * cellWidth
    for pixel in row * cellHeight * width..<(row + 1) * cellHeight * width { raster[pixel] = nil }
    placeholders = placeholders.filter { $0.key.row != row }
  }

  mutating func feed(_ bytes: [UInt8]) {
    byteCount += bytes.count
    var at = 0
    while at < bytes.count {
      if let length = placeholder(bytes[at...]) {
        at += length
        continue
      }
      guard bytes[at] == 0x1B, at + 1 < bytes.count else {
        problems.append("a byte \(bytes[at]) outside of sequences")
        at += 1
        continue
      }
      switch bytes[at + 1] {
      case 0x5B:
        var end = at + 2
        while end < bytes.count, !(0x40...0x7E).contains(bytes[end]) { end += 1 }
        control(String(decoding: bytes[at + 2...min(end, bytes.count - 1)], as: UTF8.self))
        at = end + 1
      case 0x50 where bytes[at...].starts(with: Self.past):
        var (end, command) = (at + Self.past.count, [UInt8]())
        while end + 1 < bytes.count, bytes[end] != 0x1B || bytes[end + 1] == 0x1B {
          command.append(bytes[end])
          end += bytes[end] == 0x1B ? 2 : 1
        }
        byteCount -= command.count
        feed(command)
        at = end + 2
      case 0x37:
        saved = (cursor, color)
        at += 2
      case 0x38:
        if let saved { (cursor, color) = saved }
        at += 2
      case 0x5F, 0x50:
        var end = at + 2
        while end + 1 < bytes.count, bytes[end] != 0x1B { end += 1 }
        let body = Array(bytes[at + 2..<end])
        if end + 1 >= bytes.count || bytes[end + 1] != 0x5C {
          problems.append("no end of a string")
        }
        if bytes[at + 1] == 0x5F { graphics(body) } else { sixel(body) }
        at = end + 2
      default:
        problems.append("an escape with \(bytes[at + 1])")
        at += 2
      }
    }
  }

  private static let past = Array("\u{1B}Ptmux;".utf8)

  /// The bytes of a placeholder at the beginning of some bytes, which takes a cell.
  private mutating func placeholder(_ bytes: ArraySlice<UInt8>) -> Int? {
    let letter = Array("\u{10EEEE}".utf8)
    guard bytes.starts(with: letter) else { return nil }
    let isFirst = bytes.dropFirst(letter.count).starts(with: Array("\u{305}\u{305}".utf8))
    let before = placeholders[Place(row: cursor.row, column: cursor.column - 1)]
    let column = isFirst ? 0 : before?[0] == color ? (before?[1] ?? -1) + 1 : -1
    if column < 0 || column >= virtual[color] ?? 0 { problems.append("a placeholder of nothing") }
    placeholders[cursor] = [color, column]
    cursor = Place(row: cursor.row, column: cursor.column + 1)
    return isFirst ? letter.count + 4 : letter.count
  }

  /// The pictures that placeholders show whole, by their places; parts of others are problems.
  mutating func shownByPlaceholders() -> [Place: Bitmap] {
    var found: [Place: Bitmap] = [:]
    for (place, value) in placeholders where value[1] == 0 {
      let count = virtual[value[0]] ?? 0
      let isWhole = (0..<count).allSatisfy {
        placeholders[Place(row: place.row, column: place.column + $0)] == [value[0], $0]
      }
      if !isWhole { problems.append("a part of a picture at \(place)") }
      found[place] = images[value[0]]
    }
    for (place, value) in placeholders where value[1] > 0 {
      if placeholders[Place(row: place.row, column: place.column - value[1])] != [value[0], 0] {
        problems.append("the rest of a picture at \(place)")
      }
    }
    return found
  }

  private mutating func control(_ text: String) {
    if text.hasPrefix("0;38;2;"), text.hasSuffix("m") {
      let parts = text.dropFirst(7).dropLast().split(separator: ";").compactMap { Int($0) }
      color = parts.reduce(0) { $0 << 8 | $1 }
      return
    }
    if text.hasSuffix("H") {
      let numbers = text.dropLast().split(separator: ";").compactMap { Int($0) }
      guard numbers.count == 2, (1...rows).contains(numbers[0]), (1...columns).contains(numbers[1])
      else { return problems.append("a move to \(text)") }
      cursor = Place(row: numbers[0] - 1, column: numbers[1] - 1)
    } else if !["?2026h", "?2026l", "?25h", "?25l", "0m"].contains(text) {
      problems.append("a sequence \(text)")
    }
  }

  // MARK: - kitty

  private mutating func graphics(_ body: [UInt8]) {
    guard body.first == 0x47 else { return problems.append("another string than G") }
    let parts = body.dropFirst().split(
      separator: 0x3B, maxSplits: 1, omittingEmptySubsequences: false)
    var keys: [String: String] = [:]
    for pair in String(decoding: parts[0], as: UTF8.self).split(separator: ",") {
      let sides = pair.split(separator: "=")
      if sides.count == 2 { keys[String(sides[0])] = String(sides[1]) }
    }
    let text = parts.count > 1 ? Array(parts[1]) : []
    if keys["q"] != "2" { problems.append("an answer is asked for") }
    if text.count > 4096 { problems.append("a piece of \(text.count) bytes") }
    if keys["m"] != nil, pending != nil || keys["a"] == "t" { return take(keys, text) }
    if pending != nil { problems.append("another command inside a picture") }
    let (image, placement) = (Int(keys["i"] ?? "") ?? 0, Int(keys["p"] ?? "") ?? 0)
    switch (keys["a"], keys["d"]) {
    case ("p", nil) where keys["U"] == "1":
      if images[image] == nil { problems.append("no image \(image)") }
      virtual[image] = Int(keys["c"] ?? "")
    case ("p", nil):
      if images[image] == nil { problems.append("no image \(image)") }
      if keys["C"] != "1" { problems.append("the cursor moves") }
      placements[[image, placement]] = cursor
    case ("d", "i"):
      if placements[[image, placement]] == nil { problems.append("no placement to delete") }
      placements[[image, placement]] = nil
    case ("d", "I"):
      placements = placements.filter { $0.key[0] != image }
      images[image] = nil
      virtual[image] = nil
    case ("d", "A"): (placements, images, virtual) = ([:], [:], [:])
    default: problems.append("a command \(keys)")
    }
  }

  private mutating func take(_ keys: [String: String], _ text: [UInt8]) {
    var whole = pending ?? (keys, [])
    whole.text += text
    pending = whole
    guard keys["m"] == "0" else { return }
    pending = nil
    sent += 1
    guard let number = Int(whole.keys["i"] ?? ""), whole.keys["f"] == "100",
      let data = Self.decoded(base64: whole.text), let bitmap = Self.bitmap(png: data)
    else { return problems.append("a picture that is none") }
    if images[number] != nil { problems.append("image \(number) is sent twice") }
    images[number] = bitmap
  }

  /// The bytes of a text in base64; `nil` where it is none.
  private static func decoded(base64 text: [UInt8]) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    var (value, bits): (UInt32, UInt32) = (0, 0)
    for letter in text.prefix(while: { $0 != 0x3D }) {
      let digit: UInt8
      switch letter {
      case 0x41...0x5A: digit = letter - 0x41
      case 0x61...0x7A: digit = letter - 0x61 + 26
      case 0x30...0x39: digit = letter - 0x30 + 52
      case 0x2B: digit = 62
      case 0x2F: digit = 63
      default: return nil
      }
      value = value << 6 | UInt32(digit)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: value >> bits))
      }
    }
    return bytes
  }

  /// The picture of a PNG with a palette.
  private static func bitmap(png: [UInt8]) -> Bitmap? {
    func number(_ at: Int) -> Int { png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    var (at, width, height, bits) = (8, 0, 0, 0)
    var (colors, packed): ([UInt8], [UInt8]) = ([], [])
    while at + 12 <= png.count {
      let count = number(at)
      let data = Array(png[at + 8..<at + 8 + count])
      switch String(decoding: png[at + 4..<at + 8], as: UTF8.self) {
      case "IHDR": (width, height, bits) = (number(at + 8), number(at + 12), Int(data[8]))
      case "PLTE": colors = data
      case "IDAT": packed += data
      default: break
      }
      at += 12 + count
    }
    let line = (width * bits + 7) / 8 + 1
    var lines = [UInt8](repeating: 0, count: line * height)
    guard bits == 4 || bits == 8,
      sutra_inflate(packed, packed.count, &lines, lines.count) == lines.count
    else { return nil }
    var bitmap = Bitmap(width: width, height: height, color: 0)
    for y in 0..<height {
      for x in 0..<width {
        let byte = lines[y * line + 1 + x * bits / 8]
        let index = Int(bits == 8 ? byte : x % 2 == 0 ? byte >> 4 : byte & 15)
        bitmap.pixels[y * width + x] =
          UInt32(colors[3 * index]) << 16 | UInt32(colors[3 * index + 1]) << 8
          | UInt32(colors[3 * index + 2])
      }
    }
    return bitmap
  }

  // MARK: - Sixel

  private mutating func sixel(_ body: [UInt8]) {
    guard let begin = body.firstIndex(of: 0x71) else { return problems.append("no sixel") }
    sent += 1
    var at = begin + 1
    var colors: [Int: UInt32] = [:]
    var (color, x, band, width, height) = (0, 0, 0, 0, 0)
    func numbers() -> [Int] {
      var end = at
      while end < body.count, (0x30...0x39).contains(body[end]) || body[end] == 0x3B { end += 1 }
      defer { at = end }
      return String(decoding: body[at..<end], as: UTF8.self).split(separator: ";").map {
        Int($0) ?? 0
      }
    }
    while at < body.count {
      let byte = body[at]
      at += 1
      switch byte {
      case 0x22:
        let found = numbers()
        if found.count == 4 { (width, height) = (found[2], found[3]) }
      case 0x23:
        let found = numbers()
        color = found.first ?? 0
        if found.count == 5 {
          colors[color] = found[2...].reduce(0) { $0 << 8 | UInt32(($1 * 255 + 50) / 100) }
        }
      case 0x21:
        let count = numbers().first ?? 0
        if at < body.count {
          draw(body[at], count, &x, band, colors[color] ?? 0, width, height)
          at += 1
        }
      case 0x24: x = 0
      case 0x2D: (x, band) = (0, band + 1)
      case 0x3F...0x7E: draw(byte, 1, &x, band, colors[color] ?? 0, width, height)
      default: break
      }
    }
    // xterm shows nothing of what is wider.
    if width > 1_000 { problems.append("a picture of \(width) pixels") }
    // What goes over the last row makes a terminal scroll.
    let bands = (height + 5) / 6 * 6
    if cursor.row * cellHeight + bands > rows * cellHeight { problems.append("a picture scrolls") }
  }

  private mutating func draw(
    _ byte: UInt8, _ count: Int, _ x: inout Int, _ band: Int, _ color: UInt32, _ width: Int,
    _ height: Int
  ) {
    let bits = Int(byte) - 0x3F
    for column in x..<x + count where column < width {
      for bit in 0..<6 where bits >> bit & 1 == 1 && band * 6 + bit < height {
        let y = cursor.row * cellHeight + band * 6 + bit
        let place = y * columns * cellWidth + cursor.column * cellWidth + column
        if y < rows * cellHeight, raster.indices.contains(place) { raster[place] = color }
      }
    }
    x += count
  }
}
