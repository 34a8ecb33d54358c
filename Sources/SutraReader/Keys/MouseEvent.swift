/// What a mouse did.
public struct MouseEvent: Hashable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    case press, release, drag, wheelUp, wheelDown
  }

  /// What was done.
  public let kind: Kind
  /// The column, counted from 0.
  public let column: Int
  /// The row, counted from 0.
  public let row: Int

  /// Makes an event.
  public init(_ kind: Kind, column: Int, row: Int) {
    self.kind = kind
    self.column = column
    self.row = row
  }
}
