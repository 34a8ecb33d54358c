/// The keys of a list, with what they do there.
struct ListKeys<Action: Sendable>: Sendable {
  /// Some keys that do the same, and its help in the language that is spoken.
  typealias Row = (keys: [Key], action: Action, help: String)

  private let rows: @Sendable () -> [Row]
  private let actions: [Key: Action]

  /// Takes the keys in the order of help.
  init(_ rows: @escaping @Sendable () -> [Row]) {
    self.rows = rows
    var actions: [Key: Action] = [:]
    for row in rows() { for key in row.keys { actions[key] = row.action } }
    self.actions = actions
  }

  /// What a key does.
  func action(of key: Key) -> Action? { actions[key] }

  /// The help of the list.
  func help(title: String, hint: String) -> ListHelp {
    ListHelp(
      rows: rows().map { ($0.keys.map(\.label).joined(separator: " "), $0.help) }, title: title,
      hint: hint)
  }
}
