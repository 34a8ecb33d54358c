import SutraLibrary
import SutraReader

/// The feeds and articles of a library, as the list takes them.
package enum FeedListSource {
  /// All feeds of a library, and its articles or the newest of them.
  ///
  /// - Parameters:
  ///   - library: The library.
  ///   - newest: How many articles are wanted; `nil` for all.
  /// - Returns: The rows of the feeds, and the articles.
  /// - Throws: `LibraryError` where the library cannot be read.
  package static func load(
    _ library: Library, newest: Int? = nil
  ) throws(LibraryError) -> ([FeedRow], FeedTable) {
    var table = FeedTable()
    try withoutActuallyEscaping(
      { (numbers: UnsafePointer<Int64>, title: UnsafeBufferPointer<UInt8>) in
        table.append(numbers, title: title)
      }, do: { (take) throws(LibraryError) in try library.eachRow(newest: newest, take) })
    table.sort()
    let unread = newest == nil ? table.unread() : nil
    let rows = try library.feeds(isCounting: newest != nil).map {
      FeedRow(
        id: $0.id, name: $0.name, folder: $0.folders.joined(separator: "/"), failure: $0.failure,
        unread: unread == nil ? $0.unread : unread?[$0.id] ?? 0)
    }
    return (rows, table)
  }
}
