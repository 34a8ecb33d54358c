extension RandomAccessCollection where Index == Int {
  /// The first index whose element belongs to the second part, found by bisection; the end when
  /// none does.
  ///
  /// - Parameter belongsInSecond: Whether an element belongs to the second part; all that do stand
  ///   behind all that do not.
  /// - Returns: The index where the second part begins.
  @inlinable
  public func partitioningIndex(where belongsInSecond: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongsInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
