import SutraReader

/// The runs in which a row differs from what was painted there.
struct RunChange {
  /// The new runs, without those at the beginning and end that are the same.
  let runs: ArraySlice<ScreenRun>
  /// The columns that may have changed.
  let columns: Range<Int>

  /// Compares.
  ///
  /// - Parameters:
  ///   - old: The runs that were painted.
  ///   - new: The runs to paint.
  ///   - columns: The columns of the screen.
  init(from old: [ScreenRun], to new: [ScreenRun], columns: Int) {
    let most = min(old.count, new.count)
    var first = 0
    while first < most, old[first] == new[first] { first += 1 }
    var last = 0
    while last < most - first, old[old.count - 1 - last] == new[new.count - 1 - last] { last += 1 }
    runs = new[first..<new.count - last]
    let start = first == 0 ? 0 : new[first - 1].column + new[first - 1].columns
    let end = last == 0 ? columns : new[new.count - last].column
    self.columns = min(start, end)..<max(start, end)
  }
}
