import SutraCore
import SutraReader
import Testing

@testable import SutraPictures

@Suite("Pictures on a terminal", .enabled(if: Fonts.areThere, Fonts.missing))
struct PictureScreenTests {
  /// A reader and a terminal that shows its pictures.
  private struct Run {
    let font: PictureFont
    var state: ReaderState
    var terminal: PictureRun

    init(_ way: PictureWay, _ font: PictureFont, columns: Int, rows: Int) {
      self.font = font
      state = Drawn.state(Drawn.sample, columns: columns, rows: rows, font)
      terminal = PictureRun(way, font, columns: columns, rows: rows, beside: Drawn.beside)
    }

    var emulator: PictureEmulator { terminal.emulator }

    @discardableResult
    mutating func paint(_ theme: Theme = Drawn.theme("dark")) -> Int {
      terminal.paint(state.screen(), theme)
    }

    mutating func check(_ what: String, _ theme: Theme = Drawn.theme("dark")) {
      let faults = terminal.faults(state.screen(), theme)
      #expect(faults == [], "\(what)")
    }
  }

  /// A generator of numbers that is the same in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33 ^ state << 31
    }
  }

  @Test("are what the state says after any keys", arguments: PictureWay.allCases, [1, 2])
  func anyKeys(way: PictureWay, seed: UInt64) throws {
    let font = try PictureFont(cellWidth: 6, cellHeight: 13)
    var run = Run(way, font, columns: 104, rows: 20)
    run.paint()
    run.check("at first")
    var numbers = Numbers(state: seed)
    let keys = KeyTable.groups.flatMap(\.bindings).flatMap(\.keys)
    for step in 0..<40 {
      let key = keys[Int.random(in: 0..<keys.count, using: &numbers)]
      _ = run.state.update(by: .key(key))
      if step % 20 == 19 {
        for _ in 0..<3 { _ = run.state.update(by: .key(.escape)) }
      }
      if !run.state.showsPictures {
        _ = run.state.update(by: .measure(Measure(.spacing, pixels: font)))
      }
      run.paint()
      run.check("after \(step) keys, the last \(key)")
    }
  }

  @Test("are whole in windows wider than the widest picture", arguments: PictureWay.allCases)
  func wide(way: PictureWay) throws {
    let font = try PictureFont(cellWidth: 14, cellHeight: 20)
    var run = Run(way, font, columns: 160, rows: 14)
    _ = run.state.update(by: .key(.character("p")))
    for scalar in ":set line-width 150".unicodeScalars {
      _ = run.state.update(by: .key(.character(scalar)))
    }
    for key: Key in [
      .enter, .escape, .pageDown, .character("?"), .escape, .character(":"), .character("q"),
    ] {
      _ = run.state.update(by: .key(key))
      run.paint()
      run.check("after \(key)")
    }
  }

  @Test(
    "of one line show it where the cursor is, outside of a reader", arguments: PictureWay.allCases)
  func line(way: PictureWay) throws {
    let font = try #require(Fonts.standard)
    let line = try #require(PictureLine.bytes("বর্ষার হাওরে", font, way, TerminalColors()))
    var emulator = PictureEmulator(columns: 60, rows: 4, cellWidth: 10, cellHeight: 20)
    // Without a number kitty shows what is sent where the cursor is.
    guard way != .kitty else {
      return #expect(String(decoding: line, as: UTF8.self).contains("a=T"))
    }
    emulator.feed(line)
    if way == .placeholder {
      #expect(emulator.shownByPlaceholders().count == 1)
    } else {
      #expect(emulator.raster.contains { $0 != nil && $0 != 0 })
    }
    #expect(emulator.problems == [])
  }

  @Test("are none where the state has none", arguments: PictureWay.allCases)
  func gone(way: PictureWay) throws {
    let font = try #require(Fonts.standard)
    var run = Run(way, font, columns: 60, rows: 12)
    run.paint()
    run.check("at first")
    _ = run.state.update(by: .measure(Measure(.spacing)))
    run.paint()
    run.check("in cells again")
    #expect(run.emulator.placements.isEmpty && run.emulator.placeholders.isEmpty)
    #expect(run.emulator.raster.allSatisfy { $0 == nil })
    run.terminal.emulator.feed(run.terminal.pictures.keeper.forget())
    #expect(run.emulator.images.isEmpty)
  }

  @Test("are all drawn anew in another theme, and taken away at the end")
  func themes() throws {
    let font = try #require(Fonts.standard)
    for way in PictureWay.allCases {
      var run = Run(way, font, columns: 100, rows: 16)
      for name in ["dark", "light", "mono", "dark"] {
        run.paint(Drawn.theme(name))
        run.check(name, Drawn.theme(name))
      }
      run.terminal.emulator.feed(run.terminal.pictures.end)
      #expect(run.emulator.placements.isEmpty && run.emulator.problems.isEmpty)
    }
  }

  @Test("are sent once while the terminal has them")
  func once() throws {
    let font = try #require(Fonts.standard)
    var run = Run(.kitty, font, columns: 120, rows: 40)
    run.paint()
    for _ in 0..<3 {
      for key: Key in [.down, .down, .pageDown, .up, .pageUp, .up, .up] {
        _ = run.state.update(by: .key(key))
        run.paint()
      }
    }
    // The emulator tells of a picture that is sent twice; going the same way sends nothing new.
    let sent = run.emulator.sent
    for key: Key in [.down, .down, .pageDown, .up, .pageUp, .up, .up] {
      _ = run.state.update(by: .key(key))
      run.paint()
    }
    #expect(run.emulator.sent == sent)
    run.check("at the end")
  }

  @Test("take no more than 12 KB for a row that scrolls in, while the same words are chosen")
  func bytes() throws {
    let font = try #require(Fonts.standard)
    var run = Run(.kitty, font, columns: 120, rows: 24)
    run.paint()
    for _ in 0..<10 {
      let chosen = run.state.selection
      _ = run.state.update(by: .key(.down))
      // Other chosen words are other grounds of their rows, and another item of the pane.
      #expect(run.paint() <= (run.state.selection == chosen ? 12 : 36) << 10)
    }
  }

  @Test("are sent for the rows that change alone when another quote is chosen")
  func chosen() throws {
    let font = try #require(Fonts.standard)
    var run = Run(.kitty, font, columns: 120, rows: 40)
    run.paint()
    for _ in 0..<6 {
      let before = Set(run.terminal.pictures.pictures(of: run.state.screen(), Drawn.theme("dark")))
      let sent = run.emulator.sent
      _ = run.state.update(by: .key(.character("]")))
      let after = Set(run.terminal.pictures.pictures(of: run.state.screen(), Drawn.theme("dark")))
      run.paint()
      let changed = Set(after.subtracting(before).map(\.picture))
      #expect(run.emulator.sent - sent <= changed.count)
      run.check("after ]")
    }
  }

  @Test("kept to be sent again as sixels are let go before there are too many")
  func boundedSixels() throws {
    let font = try #require(Fonts.standard)
    let most = 64 << 10
    var keeper = SixelKeeper(RowPainter(font), mostKept: most)
    let cutter = PictureCutter(
      Drawn.theme("dark"), TerminalColors(), cellWidth: 10, fillsBlanks: true)
    var state = Drawn.state(Drawn.sample, columns: 100, rows: 12, font)
    for _ in 0..<4 {
      for key: Key in [.pageDown, .pageDown, .character("P"), .pageUp, .home, .end] {
        _ = state.update(by: .key(key))
        _ = keeper.show(cutter.pictures(of: state.screen()), rewritten: [])
        #expect(keeper.keptBytes <= most)
      }
    }
  }

  @Test(
    "of the list of feeds are what the list says after any keys", arguments: PictureWay.allCases)
  func feeds(way: PictureWay) throws {
    let font = try PictureFont(cellWidth: 6, cellHeight: 13)
    let titles = ["হাওরে নামছে বইয়ের নৌকা", "সেতুর টোল কমছে, জানালেন মেয়র", "Ferry service resumes"]
    for columns in [40, 80, 120] {
      var table = FeedTable()
      for number in 0..<60 {
        var title = titles[number % 3]
        title.withUTF8 {
          table.append(
            id: number, feed: number % 2 + 1, date: 1_795_000_000 - number * 40_000,
            isRead: number % 4 == 0, quotes: number, sources: 2, title: $0)
        }
      }
      let feeds = [FeedRow(id: 1, name: "প্রথম কাগজ", unread: 3), FeedRow(id: 2, name: "Ferry News")]
      var list = FeedListState(
        feeds: feeds, table: table, size: ScreenSize(columns: columns, rows: 20))
      #expect(list.needsShaping)
      _ = list.update(by: .measure(Measure(.spacing, pixels: font)))
      var terminal = PictureRun(way, font, columns: columns, rows: 20, beside: Drawn.beside)
      let keys: [Key] =
        [
          .down, .pageDown, .tab, .down, .enter, .tab, .character("/"), .character("ন"),
          .character("ৌ"),
          .enter, .escape, .character("?"), .down, .escape, .character("u"), .end, .home,
        ]
      for key in [.down] + keys {
        _ = list.update(by: .key(key))
        _ = terminal.paint(list.screen(), Drawn.theme("dark"))
        #expect(terminal.faults(list.screen(), Drawn.theme("dark")) == [], "\(columns): \(key)")
      }
      #expect(list.screen().rows.contains { $0.contains { $0.pixels != nil } })
    }
  }

  @Test("are let go before there are too many")
  func bounded() throws {
    let font = try #require(Fonts.standard)
    var keeper = KittyKeeper(RowPainter(font), firstNumber: 5, mostKept: 1 << 20)
    var emulator = PictureEmulator(columns: 100, rows: 24, cellWidth: 10, cellHeight: 20)
    let cutter = PictureCutter(
      Drawn.theme("dark"), TerminalColors(), cellWidth: 10, fillsBlanks: false)
    var state = Drawn.state(Drawn.sample, columns: 100, rows: 12, font)
    for key: Key in [.pageDown, .pageDown, .character("P"), .character("P"), .pageUp, .home] {
      _ = state.update(by: .key(key))
      let pictures = cutter.pictures(of: state.screen())
      let update = keeper.show(pictures, rewritten: [])
      emulator.feed(update.before + update.after)
      let shown = pictures.reduce(0) { $0 + $1.picture.columns * 10 * 20 * 4 }
      #expect(emulator.imageBytes <= max(1 << 20, shown))
      #expect(emulator.problems == [])
    }
  }
}
