import CUnicode

extension WidthProfile {
  /// Makes the process's `wcwidth`, and with it ncurses, follow this profile.
  public func useForTerminal() { sutra_use_width_profile(number) }
}
