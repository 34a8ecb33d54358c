import SutraCore

extension Limits {
  /// Columns and rows of a window that are used; what says it is larger is no window, and the screen
  /// of one would need more memory than there is.
  static let screenColumns = 2_000
  static let screenRows = 1_000
  /// Bytes of one key's sequence; a longer one is no key.
  static let keySequenceBytes = 64
  /// Bytes that are kept of a text that is pasted.
  static let pastedBytes = 65_536
}
