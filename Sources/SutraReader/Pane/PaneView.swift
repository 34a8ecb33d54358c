/// A list the pane shows; the raw value is its name in settings.
///
/// Another one is a case here and a type that conforms to `PaneContent`, in a file of its own.
public enum PaneView: String, Sendable, CaseIterable {
  /// Who said what, in text order.
  case quotations = "quotes"
  /// What the article rests on.
  case sources
  /// What it names.
  case entities
  /// What it rests on, weighed.
  case audit

  /// What it lists, and how.
  var content: any PaneContent {
    switch self {
    case .quotations: QuotationsView()
    case .sources: SourcesView()
    case .entities: EntitiesView()
    case .audit: AuditView()
    }
  }

  /// The view that follows, the first after the last.
  public var next: PaneView {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

/// What is chosen in each of the pane's views: indices into the article's lists.
public struct Selection: Hashable, Sendable {
  private var chosen: [PaneView: Int] = [:]

  /// Nothing chosen.
  public init() {}

  /// What is chosen in a view.
  public subscript(view: PaneView) -> Int? {
    get { chosen[view] }
    set { chosen[view] = newValue }
  }

  /// The chosen quotation.
  public var quotation: Int? {
    get { self[.quotations] }
    set { self[.quotations] = newValue }
  }
  /// The chosen source.
  public var source: Int? {
    get { self[.sources] }
    set { self[.sources] = newValue }
  }
  /// The chosen entity.
  public var entity: Int? {
    get { self[.entities] }
    set { self[.entities] = newValue }
  }
}
