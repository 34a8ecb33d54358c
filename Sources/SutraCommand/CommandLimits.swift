import SutraCore

extension Limits {
  /// Columns that `--width` may ask for.
  static var printedColumns: Int { 10_000 }
}
