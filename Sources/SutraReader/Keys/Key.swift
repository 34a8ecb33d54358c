/// A key as a person knows it.
public enum Key: Hashable, Sendable {
  /// A letter, digit or sign.
  case character(Unicode.Scalar)
  /// A letter with the control key, as its small letter.
  case control(Unicode.Scalar)
  case up, down, left, right, pageUp, pageDown, home, end
  case enter, tab, backTab, escape, backspace, delete, insert
  /// F1 to F12.
  case function(Int)
}
