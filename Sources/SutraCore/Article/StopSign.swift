/// Tells the steps of an analysis, or a search, that nobody waits for it any more.
///
/// Loops over a whole text look at it now and then and end where they are; what they give then is
/// nothing whole, and who put it up drops it.
public struct StopSign: Sendable {
  private let isAsked: (@Sendable () -> Bool)?

  /// A sign that never goes up.
  public static let never = StopSign(nil)

  /// A sign that is up as soon as the closure says so; it is asked often, from one thread.
  public init(_ isAsked: (@Sendable () -> Bool)?) { self.isAsked = isAsked }

  /// Whether the work is to end.
  public var isUp: Bool { isAsked?() ?? false }
}
