/// A list of feeds in folders, as OPML holds it.
public indirect enum Outline: Equatable, Sendable {
  /// A folder with what stands in it.
  case folder(title: String, [Outline])
  /// A feed: its name, its address and the page that it belongs to.
  case feed(title: String, address: String, page: String?)

  /// A feed and the folder that it stands in.
  public struct Entry: Equatable, Sendable {
    /// The name of the feed.
    public let title: String
    /// The address of the feed.
    public let address: String
    /// The page that it belongs to.
    public let page: String?
    /// The names of the folders around it, from the outside.
    public let folders: [String]

    /// Makes an entry.
    public init(title: String, address: String, page: String?, folders: [String]) {
      self.title = title
      self.address = address
      self.page = page
      self.folders = folders
    }
  }

  /// The feeds of a list in order, each with its folders.
  public static func entries(_ outlines: [Outline]) -> [Entry] {
    var found: [Entry] = []
    func add(_ outlines: [Outline], _ folders: [String]) {
      for outline in outlines {
        switch outline {
        case .folder(let title, let inner): add(inner, folders + [title])
        case .feed(let title, let address, let page):
          found.append(Entry(title: title, address: address, page: page, folders: folders))
        }
      }
    }
    add(outlines, [])
    return found
  }

  /// The tree of feeds with their folders; those of one folder stand together, where the first is.
  public static func tree(_ entries: [Entry]) -> [Outline] {
    var tree: [Outline] = []
    var folders: [String: Int] = [:]
    var inner: [[Entry]] = []
    for entry in entries {
      guard let folder = entry.folders.first else {
        tree.append(.feed(title: entry.title, address: entry.address, page: entry.page))
        continue
      }
      let deeper = Entry(
        title: entry.title, address: entry.address, page: entry.page,
        folders: Array(entry.folders.dropFirst()))
      if let index = folders[folder], case .folder(_, _) = tree[index] {
        inner[index].append(deeper)
      } else {
        folders[folder] = tree.count
        while inner.count < tree.count { inner.append([]) }
        tree.append(.folder(title: folder, []))
        inner.append([deeper])
      }
      while inner.count < tree.count { inner.append([]) }
    }
    return tree.enumerated().map { index, outline in
      guard case .folder(let title, _) = outline else { return outline }
      return .folder(title: title, Self.tree(inner[index]))
    }
  }
}

/// Reads and writes OPML, the form in which readers of feeds hand their lists on.
public enum OPML {
  /// How deep folders stand in each other; deeper ones are read as if they stood here.
  private static let deepest = 32
  /// Most feeds of a list.
  public static let mostFeeds = 20_000

  /// Reads a list, whole or broken; `nil` where there is no outline at all.
  ///
  /// - Parameter bytes: The whole file.
  /// - Returns: The list.
  public static func outlines(_ bytes: [UInt8]) -> [Outline]? {
    var scanner = MarkupScanner(FeedText.utf8(bytes, charset: nil))
    // Each open outline with what stands in it; a feed passes that on to the folder around it.
    var open: [(folder: String?, inner: [Outline])] = [(nil, [])]
    // Those that stand too deep to be opened, whose ends close nothing.
    var beyond = 0
    var count = 0
    var isOPML = false
    func close() {
      guard open.count > 1 else { return }
      let (folder, inner) = open.removeLast()
      if let folder {
        open[open.count - 1].inner.append(.folder(title: folder, inner))
      } else {
        open[open.count - 1].inner += inner
      }
    }
    while let event = scanner.next() {
      switch event {
      case .start(let name, let attributes, let isClosed):
        isOPML = isOPML || ["opml", "outline"].contains(name.lowercased())
        guard name.lowercased() == "outline" else { continue }
        let text = attributes.value("text") ?? ""
        let title = line(text.isEmpty ? attributes.value("title") ?? "" : text)
        if let address = attributes.value("xmlurl").map(self.address), !address.isEmpty {
          count += 1
          if count <= mostFeeds {
            let page = attributes.value("htmlurl").map(self.address) ?? ""
            open[open.count - 1].inner.append(
              .feed(title: title, address: address, page: page.isEmpty ? nil : page))
          }
          if !isClosed { if open.count < deepest { open.append((nil, [])) } else { beyond += 1 } }
        } else if open.count == deepest {
          if !isClosed { beyond += 1 }
        } else if !isClosed {
          open.append((title, []))
        } else {
          open[open.count - 1].inner.append(.folder(title: title, []))
        }
      case .end(let name):
        guard name.lowercased() == "outline" else { continue }
        if beyond > 0 { beyond -= 1 } else { close() }
      default: continue
      }
    }
    while open.count > 1 { close() }
    return isOPML ? open[0].inner : nil
  }

  /// Writes a list.
  ///
  /// - Parameters:
  ///   - outlines: The list.
  ///   - title: What it is called.
  /// - Returns: UTF-8, which `outlines(_:)` reads as the same list.
  public static func text(_ outlines: [Outline], title: String) -> [UInt8] {
    var output = """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
        <head>
          <title>\(escaped(title))</title>
        </head>
        <body>

      """
    func write(_ outlines: [Outline], _ margin: String) {
      for outline in outlines {
        switch outline {
        case .folder(let title, let inner):
          let name = escaped(title)
          output += "\(margin)<outline text=\"\(name)\" title=\"\(name)\">\n"
          write(inner, margin + "  ")
          output += "\(margin)</outline>\n"
        case .feed(let title, let address, let page):
          let name = escaped(title)
          output += "\(margin)<outline type=\"rss\" text=\"\(name)\" title=\"\(name)\""
          output += " xmlUrl=\"\(escaped(address))\""
          if let page { output += " htmlUrl=\"\(escaped(page))\"" }
          output += "/>\n"
        }
      }
    }
    write(outlines, "    ")
    output += "  </body>\n</opml>\n"
    return Array(output.utf8)
  }

  /// An address without what can be no part of one.
  private static func address(_ text: String) -> String {
    MarkupText.trimmed(withoutControls(text, ""))
  }

  /// A text with something else in the place of control characters, which no list can hold.
  private static func withoutControls(_ text: String, _ other: String) -> String {
    text.unicodeScalars.reduce(into: "") { clean, scalar in
      if scalar.value < 0x20 || scalar.value == 0x7F {
        clean += other
      } else {
        clean.unicodeScalars.append(scalar)
      }
    }
  }

  private static func line(_ text: String) -> String {
    withoutControls(text, " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
