/// What knows how much room letters take as they are drawn.
///
/// The same letters always get the same answer; it may be asked from any thread.
public protocol TextMeasuring: AnyObject, Sendable {
  /// Pixels of a cell of the terminal: its width.
  var cellWidth: Int { get }

  /// The room of a text.
  ///
  /// - Parameter bytes: UTF-8 in which nothing can disturb a terminal.
  /// - Returns: For each byte the pixels of what begins there: letters that are drawn as one have
  ///   theirs at the first byte of all, and 0 at the others.
  func advances(of bytes: ArraySlice<UInt8>) -> [Int32]
}
