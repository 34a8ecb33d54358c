import CSQLite

/// The values of a row that is put in, from the first place to the last.
///
/// An import puts in some seventy rows for each article: their values go to SQLite as they are told, without a
/// list of them, and their texts lie in one piece of memory until the row is there.
struct RowValues: ~Copyable {
  /// Bytes of texts that a row may have at most without a copy by SQLite.
  static let room = 1 << 16

  private let statement: OpaquePointer
  private let texts: UnsafeMutablePointer<UInt8>
  private var used = 0
  private var place: Int32 = 0

  /// Begins a row.
  ///
  /// - Parameters:
  ///   - statement: What puts it in.
  ///   - texts: ``room`` bytes, which nobody else uses until the row is there.
  init(_ statement: OpaquePointer, _ texts: UnsafeMutablePointer<UInt8>) {
    self.statement = statement
    self.texts = texts
  }

  /// Tells the next value.
  mutating func add(_ number: Int) {
    place += 1
    sutra_statement_set_number(statement, place, Int64(number))
  }

  /// Tells the next value, which may be nothing.
  mutating func add(_ number: Int?) {
    if let number { add(number) } else { addNothing() }
  }

  /// Tells the next value, which may be nothing.
  mutating func add(_ text: String?) {
    if let text { add(text) } else { addNothing() }
  }

  /// Tells the next value: a text, with others behind it.
  mutating func add(_ text: String, _ second: String = "", _ third: String = "") {
    place += 1
    let count = text.utf8.count + second.utf8.count + third.utf8.count
    guard used + count <= Self.room else {
      var whole = text + second + third
      whole.withUTF8 {
        sutra_statement_set_text(statement, place, $0.baseAddress, $0.count)
      }
      return
    }
    let start = texts + used
    append(text)
    append(second)
    append(third)
    sutra_statement_lend_text(statement, place, start, count)
  }

  private mutating func append(_ text: String) {
    let count = text.utf8.count
    guard count > 0 else { return }
    let room = UnsafeMutableBufferPointer(start: texts + used, count: count)
    _ = room.initialize(from: text.utf8)
    used += count
  }

  private mutating func addNothing() {
    place += 1
    sutra_statement_set_nothing(statement, place)
  }
}
