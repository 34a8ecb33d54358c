/// What a stretch of the screen is, which a theme gives a look.
///
/// Later roles lie over earlier ones: what a later role says of a colour counts.
public enum Role: UInt8, Sendable, CaseIterable {
  case text, title, border
  case pane, paneTitle, paneDetail
  case status, statusMessage, prompt, help
  case emphasis, link
  case quotation
  case person, place, organization, work, event, date, quantity, doubtful
  case speakerName
  case paneSelected
  case selected, cue, speaker, addressee, medium, selectedEntity
  case dimmed
  case match, currentMatch
  case mark, key
  case window, windowTitle, windowChosen

  /// Its name in theme files.
  public var name: String {
    switch self {
    case .paneTitle: "pane-title"
    case .paneDetail: "pane-detail"
    case .statusMessage: "status-message"
    case .speakerName: "speaker-name"
    case .paneSelected: "pane-selected"
    case .selectedEntity: "selected-entity"
    case .currentMatch: "current-match"
    case .windowTitle: "window-title"
    case .windowChosen: "window-chosen"
    default: String(describing: self)
    }
  }

  /// The role with a name in theme files.
  public init?(name: String) {
    guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}

/// The roles that lie over each other at one place.
public struct RoleSet: OptionSet, Hashable, Sendable {
  /// One bit a role.
  public let rawValue: UInt64

  /// Makes a set from its bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Makes a set of one role.
  public init(_ role: Role) { rawValue = 1 << UInt64(role.rawValue) }

  /// The roles, the lowest first.
  public var roles: [Role] { Role.allCases.filter { contains(RoleSet($0)) } }

  /// The role that lies over all others.
  public var top: Role? { roles.last }

  /// The set with one more role.
  public func with(_ role: Role) -> RoleSet { union(RoleSet(role)) }
}
