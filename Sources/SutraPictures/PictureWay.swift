/// How pictures get to a terminal.
public enum PictureWay: String, Hashable, Sendable, CaseIterable {
  /// The graphics protocol of kitty: pictures are sent once and placed by their numbers.
  case kitty
  /// Sixels: pictures are drawn over cells, and sent again wherever they are drawn again.
  case sixel
  /// Those of kitty behind tmux, by letters in tmux's cells that stand for parts of pictures.
  case placeholder = "kitty-in-tmux"
}

/// What is to be written around the painting of cells so that the pictures of a screen are seen.
public struct PictureUpdate: Hashable, Sendable {
  /// Before cells are painted: takes pictures away.
  public var before: [UInt8] = []
  /// Rows whose cells must be written anew, since pictures have been there.
  public var rows: Set<Int> = []
  /// After cells are painted: sends and places pictures.
  public var after: [UInt8] = []

  /// Nothing to write.
  public init() {}

  /// Whether there is nothing to write.
  public var isEmpty: Bool { before.isEmpty && after.isEmpty && rows.isEmpty }
}

/// A cell of the screen.
public struct ScreenCell: Hashable, Sendable {
  /// Its row, counted from 0.
  public let row: Int
  /// Its column, counted from 0.
  public let column: Int
}

/// Keeps account of the pictures that a terminal shows, and says what makes it show others.
public protocol PictureKeeper: Sendable {
  /// Makes the terminal show some pictures and no others.
  ///
  /// - Parameters:
  ///   - wanted: All pictures of the screen.
  ///   - rewritten: Rows in which the painting of cells will write, so that what lay over them there
  ///     may be gone.
  ///   - disturbed: A cell where the cursor has been drawn over a picture.
  /// - Returns: What is to be written.
  mutating func show(
    _ wanted: [PlacedRow], rewritten: Set<Int>, disturbed: ScreenCell?
  ) -> PictureUpdate

  /// Forgets everything, since the terminal has: it was cleared, or somebody else has used it.
  ///
  /// - Returns: What makes it forget what it may have kept.
  mutating func forget() -> [UInt8]
}
