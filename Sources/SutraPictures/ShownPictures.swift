import SutraReader

/// Where a terminal shows which picture, in cells that what is written there takes away.
struct ShownPictures {
  private var pictures: [ScreenCell: PictureRow] = [:]

  /// The picture that begins in a cell.
  subscript(one: PlacedRow) -> PictureRow? { pictures[Self.cell(of: one)] }

  /// The rows that have to be written anew, so that nothing is left of pictures that go.
  ///
  /// - Parameters:
  ///   - wanted: What is to be shown instead.
  ///   - rewritten: Rows that are written anew in any case.
  /// - Returns: These and those of pictures that go, or that narrower ones follow.
  func rowsToRewrite(for wanted: [PlacedRow], rewritten: Set<Int>) -> Set<Int> {
    let next = Self.places(of: wanted)
    var rows = rewritten
    // Columns that a picture covered and none will cover.
    for (place, old) in pictures where !rows.contains(place.row) {
      if (next[place]?.columns ?? 0) < old.columns { rows.insert(place.row) }
    }
    return rows
  }

  /// Takes what is shown now.
  mutating func show(_ wanted: [PlacedRow]) { pictures = Self.places(of: wanted) }

  /// Forgets all.
  mutating func forget() { pictures = [:] }

  private static func cell(of one: PlacedRow) -> ScreenCell {
    ScreenCell(row: one.row, column: one.column)
  }

  private static func places(of wanted: [PlacedRow]) -> [ScreenCell: PictureRow] {
    var places: [ScreenCell: PictureRow] = [:]
    for one in wanted { places[cell(of: one)] = one.picture }
    return places
  }
}
