import CBytes
import SutraCore

/// A name as it stands in the library.
struct NameRow {
  /// Its number.
  let id: Int
  /// As the first article that had it has written it.
  let name: String
  /// Its mark among words, a blank before it.
  let mark: String

  init(id: Int, name: String) {
    self.id = id
    self.name = name
    mark = " " + WordMarks.name(id)
  }

  /// Whether the name is written as these bytes, or as others that look the same.
  func isWritten(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.areThose(of: name) || String(decoding: bytes, as: UTF8.self) == name
  }
}

/// Names whose rows are known by now.
///
/// The articles of an import name the same persons again and again. No row of a name is ever taken out.
struct KnownNames {
  /// Most names that are remembered, and bytes of the key of one.
  private static let most = (names: 50_000, bytes: 1_024)

  private var keys = WordTable(capacity: 64)
  private var rows: [NameRow] = []

  /// The row of a name whose key stands among some bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - key: Where the key stands.
  ///   - hash: That of the key.
  ///   - find: Finds the row of a name that is not known.
  /// - Returns: The row.
  /// - Throws: What the closure throws.
  mutating func row(
    of bytes: UnsafeBufferPointer<UInt8>, _ key: Range<Int>, hash: UInt64,
    find: () throws(LibraryError) -> NameRow
  ) throws(LibraryError) -> NameRow {
    let known = keys.index(of: bytes, key, hash: hash)
    if known >= 0 { return rows[known] }
    let row = try find()
    if key.count <= Self.most.bytes {
      if rows.count >= Self.most.names { self = KnownNames() }
      _ = keys.insert(bytes, key, hash: hash)
      rows.append(row)
    }
    return row
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the bytes of a text.
  func areThose(of text: String) -> Bool {
    var text = text
    guard text.utf8.count == count else { return false }
    return text.withUTF8 { own in
      guard let own = own.baseAddress, let there = baseAddress else { return true }
      return sutra_are_equal(own, there, count) != 0
    }
  }
}
