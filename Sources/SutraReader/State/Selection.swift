/// A list the pane shows.
public enum PaneView: Int, Sendable, CaseIterable {
  /// Who said what, in text order.
  case quotations
  /// What the article rests on.
  case sources
  /// What it names.
  case entities

  /// The view that settings name so, the quotations for any other name.
  static func named(_ name: String) -> PaneView {
    switch name {
    case "sources": .sources
    case "entities": .entities
    default: .quotations
    }
  }

  /// The view that follows, the first after the last.
  public var next: PaneView { PaneView(rawValue: rawValue + 1) ?? .quotations }
}

/// What is chosen in each of the pane's views: indices into the article's lists.
public struct Selection: Hashable, Sendable {
  /// The chosen quotation.
  public var quotation: Int?
  /// The chosen source.
  public var source: Int?
  /// The chosen entity.
  public var entity: Int?

  /// Nothing chosen.
  public init() {}

  /// What is chosen in a view.
  public subscript(view: PaneView) -> Int? {
    get {
      switch view {
      case .quotations: quotation
      case .sources: source
      case .entities: entity
      }
    }
    set {
      switch view {
      case .quotations: quotation = newValue
      case .sources: source = newValue
      case .entities: entity = newValue
      }
    }
  }
}
