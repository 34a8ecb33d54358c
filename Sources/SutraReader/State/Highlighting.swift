import SutraCore

/// What is highlighted in the article.
public struct Highlighting: Hashable, Sendable {
  /// Whether anything is.
  public var isOn = true
  /// The kinds of entities that are left out.
  public var hiddenKinds: Set<EntityKind> = []

  /// Everything highlighted.
  public init() {}

  /// Whether mentions of a kind are shown.
  public func shows(_ kind: EntityKind) -> Bool { isOn && !hiddenKinds.contains(kind) }
}
