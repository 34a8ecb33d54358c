import CSQLite

/// The values of a row that is put in, from the first place to the last.
///
/// An import puts in some seventy rows for each article: their values go to SQLite as they are told, without a
/// list of them, and their texts lie where they are until the row is there.
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

  /// Tells the next value: a text that stays where it is until the row is there, or nothing.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>?) {
    guard let text else { return addNothing() }
    place += 1
    // An empty one may lie nowhere, which SQLite would take for nothing.
    let start = text.baseAddress ?? UnsafePointer(texts)
    sutra_statement_lend_text(statement, place, start, text.count)
  }

  /// Tells the next value: a text that is copied.
  mutating func add(_ text: String) { add(UnsafeBufferPointer(start: nil, count: 0), text) }

  /// Tells the next value: a text with another one behind it.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ end: String) {
    guard !end.isEmpty else { return add(text) }
    place += 1
    let count = text.count + end.utf8.count
    guard used + count <= Self.room else {
      let whole = Array(text) + Array(end.utf8)
      whole.withUnsafeBufferPointer {
        sutra_statement_set_text(statement, place, $0.baseAddress, $0.count)
      }
      return
    }
    let start = texts + used
    let room = UnsafeMutableBufferPointer(start: start, count: count)
    _ = room.initialize(from: text)
    _ = UnsafeMutableBufferPointer(rebasing: room[text.count...]).initialize(from: end.utf8)
    used += count
    sutra_statement_lend_text(statement, place, start, count)
  }

  private mutating func addNothing() {
    place += 1
    sutra_statement_set_nothing(statement, place)
  }
}
