import CSQLite
import SutraSystem
import SutraWords

/// A file of SQLite that is open, by one thread.
///
/// What is written between `BEGIN` and `COMMIT` is there whole or not at all, whenever the program
/// is killed; readers do not wait for a writer, nor it for them.
final class Database {
  let path: String
  private let handle: OpaquePointer
  private var statements: [String: OpaquePointer] = [:]
  /// Statements that are run for each row of an import, by where they stand in the program.
  private var fixedStatements: [UnsafePointer<UInt8>: OpaquePointer] = [:]
  /// Room for the texts of a row, used again by the next one.
  private var texts: UnsafeMutablePointer<UInt8>?

  /// Opens a file, and makes it and its folder where they are missing; nobody else may read them.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - patience: Milliseconds that another program may hold it.
  /// - Throws: `LibraryError`.
  init(_ path: String, patience: Int = Library.patience) throws(LibraryError) {
    if let why = sutra_sqlite_load() { throw .noSQLite(String(cString: why)) }
    self.path = path
    Folder.makeAll(above: path)
    do throws(SystemFailure) {
      _ = try OpenFile(writing: path, .kept, permissions: 0o600)
    } catch {
      throw .unopened(path: path, error.reason)
    }
    guard let handle = sutra_database_open(RawPath.bytes(path), Int32(patience)) else {
      throw .unopened(path: path, SystemFailure.noMemory.reason)
    }
    self.handle = handle
    guard !sutra_database_failed(handle) else { throw error }
    // Of a new file: on pages of 4 KiB the texts of most articles stand alone, and half of each is bare;
    // on larger ones a question reads more that it does not ask for.
    try run("PRAGMA page_size = 8192;")
    try run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;")
    try run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
    // KiB: a question looks once at most of its pages, and memory that was used just before is quicker
    // than fresh one, and than the file's own pages lent to the program.
    try run("PRAGMA cache_size = -400; PRAGMA wal_autocheckpoint = 8000;")
  }

  deinit {
    for statement in statements.values { sutra_statement_free(statement) }
    for statement in fixedStatements.values { sutra_statement_free(statement) }
    sutra_database_close(handle)
    texts?.deallocate()
  }

  /// What has just gone wrong.
  var error: LibraryError {
    if sutra_database_is_busy(handle) { return .busy(path: path) }
    if sutra_database_is_damaged(handle) { return .damaged(path: path) }
    return .failed(path: path, String(cString: sutra_database_message(handle)))
  }

  /// Runs SQL that gives nothing.
  func run(_ sql: String) throws(LibraryError) {
    guard sutra_database_run(handle, sql) else { throw error }
  }

  /// Whether there is room for the pages that an import writes.
  private var isWide = false
  /// Whether something is being done that is written whole or not at all.
  private(set) var isInTransaction = false

  /// Does something that is written whole or not at all.
  func transaction<Answer>(
    _ body: () throws(LibraryError) -> Answer
  ) throws(LibraryError) -> Answer {
    if !isWide {
      // An import writes the same pages again with each of its steps.
      try run("PRAGMA cache_size = -24000")
      isWide = true
    }
    try run("BEGIN IMMEDIATE")
    isInTransaction = true
    defer { isInTransaction = false }
    do throws(LibraryError) {
      let answer = try body()
      try run("COMMIT")
      return answer
    } catch {
      sutra_database_run(handle, "ROLLBACK")
      throw error
    }
  }

  /// A value of a statement.
  enum Value {
    case number(Int)
    case text(String)
    case nothing

    static func of(_ number: Int?) -> Value { number.map { .number($0) } ?? .nothing }
    static func of(_ text: String?) -> Value { text.map { .text($0) } ?? .nothing }
  }

  /// Runs a statement that gives nothing.
  ///
  /// - Returns: How many rows it has changed.
  @discardableResult
  func change(_ sql: String, _ values: [Value] = []) throws(LibraryError) -> Int {
    try rows(sql, values) { _ in }
    return Int(sutra_database_changes(handle))
  }

  /// Runs a statement that gives nothing and is run again and again: it is found by where it stands in the
  /// program, not by its words.
  ///
  /// - Parameters:
  ///   - sql: The statement.
  ///   - fill: Tells its values.
  /// - Throws: `LibraryError`.
  func change(
    fixed sql: StaticString, _ fill: (inout RowValues) -> Void
  ) throws(LibraryError) {
    let statement: OpaquePointer
    if let known = fixedStatements[sql.utf8Start] {
      statement = known
    } else {
      guard let made = sutra_statement_new(handle, sql.description) else { throw error }
      fixedStatements[sql.utf8Start] = made
      statement = made
    }
    let room = texts ?? .allocate(capacity: RowValues.room)
    texts = room
    var values = RowValues(statement, room)
    fill(&values)
    var step = sutra_statement_step(statement)
    while step > 0 { step = sutra_statement_step(statement) }
    // What went wrong is told before the statement is put back.
    let failure = step == 0 ? nil : error
    sutra_statement_reset(statement)
    if let failure { throw failure }
  }

  /// The number of the row that was put in last.
  var lastRow: Int { Int(sutra_database_last_row(handle)) }

  /// Runs a statement and calls a closure for each row.
  func rows(
    _ sql: String, _ values: [Value] = [], _ body: (Row) -> Void
  ) throws(LibraryError) {
    let statement = try statement(sql, values)
    defer { sutra_statement_reset(statement) }
    while true {
      let step = sutra_statement_step(statement)
      if step == 0 { return }
      guard step > 0 else { throw error }
      body(Row(statement: statement))
    }
  }

  /// Runs a statement and calls a closure for each row with the numbers of its first columns and
  /// the bytes of the text behind them, without a copy of either.
  func rows(
    _ sql: String, _ values: [Value] = [], numbers: Int,
    _ body: @escaping (UnsafePointer<Int64>, UnsafeBufferPointer<UInt8>) -> Void
  ) throws(LibraryError) {
    let statement = try statement(sql, values)
    defer { sutra_statement_reset(statement) }
    final class Taker {
      let body: (UnsafePointer<Int64>, UnsafeBufferPointer<UInt8>) -> Void
      init(_ body: @escaping (UnsafePointer<Int64>, UnsafeBufferPointer<UInt8>) -> Void) {
        self.body = body
      }
    }
    let taker = Taker(body)
    let isDone = withExtendedLifetime(taker) {
      sutra_statement_each(
        statement, Int32(numbers), Unmanaged.passUnretained(taker).toOpaque()
      ) { context, numbers, text, count in
        guard let context, let numbers else { return }
        Unmanaged<Taker>.fromOpaque(context).takeUnretainedValue().body(
          numbers, UnsafeBufferPointer(start: text, count: count))
      }
    }
    guard isDone else { throw error }
  }

  private func statement(
    _ sql: String, _ values: [Value]
  ) throws(LibraryError) -> OpaquePointer {
    let statement: OpaquePointer
    if let known = statements[sql] {
      statement = known
    } else {
      guard let made = sutra_statement_new(handle, sql) else { throw error }
      statements[sql] = made
      statement = made
    }
    bind(values, to: statement)
    return statement
  }

  private func bind(_ values: [Value], to statement: OpaquePointer) {
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .number(let number): sutra_statement_set_number(statement, place, Int64(number))
      case .nothing: sutra_statement_set_nothing(statement, place)
      case .text(var text):
        text.withUTF8 { sutra_statement_set_text(statement, place, $0.baseAddress, $0.count) }
      }
    }
  }

  /// A row of an answer, as long as nothing else is asked.
  struct Row {
    fileprivate let statement: OpaquePointer

    func number(_ column: Int) -> Int { Int(sutra_statement_number(statement, Int32(column))) }

    func optionalNumber(_ column: Int) -> Int? {
      sutra_statement_is_nothing(statement, Int32(column)) ? nil : number(column)
    }

    func text(_ column: Int) -> String { optionalText(column) ?? "" }

    func optionalText(_ column: Int) -> String? {
      guard !sutra_statement_is_nothing(statement, Int32(column)) else { return nil }
      var count = 0
      let bytes = sutra_statement_text(statement, Int32(column), &count)
      return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
  }
}
