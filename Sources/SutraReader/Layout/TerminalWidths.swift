import CUnicode

extension WidthProfile {
  /// Makes the process's `wcwidth`, and with it ncurses, follow this profile.
  public func useForTerminal() { sutra_use_width_profile(number) }

  /// Lets `wcwidth` see the scalars of a run in order while `body` adds them to a window.
  ///
  /// In konsole and kitty some scalars take columns by what stands before them. With every call
  /// that adds text to a window made in here, one run a call, ncurses gives a cell the columns that
  /// `CellReader` does. One case is left: a selector that makes a wide emoji narrow.
  public static func countingInOrder<Result>(_ body: () throws -> Result) rethrows -> Result {
    sutra_begin_run()
    defer { sutra_end_run() }
    return try body()
  }
}
