/// What a token is to a name: outside of any, its first word, or a further word of it.
package struct NameLabel: Hashable, Sendable {
  /// Most labels of a model.
  package static let most = 16

  /// The kind of the name, or `nil` outside of names.
  package let kind: EntityKind?
  /// Whether the name begins here.
  package let begins: Bool

  /// Makes a label.
  package init(kind: EntityKind?, begins: Bool) {
    self.kind = kind
    self.begins = begins
  }

  /// The label of what is no name.
  package static let outside = NameLabel(kind: nil, begins: false)

  /// The labels for some kinds of names: outside, then begin and inside of each kind.
  package static func labels(for kinds: [EntityKind]) -> [NameLabel] {
    [outside] + kinds.flatMap { [NameLabel($0, true), NameLabel($0, false)] }
  }

  private init(_ kind: EntityKind, _ begins: Bool) {
    self.kind = kind
    self.begins = begins
  }

  /// Whether this label may follow another: the inside of a name only follows the same name.
  package func mayFollow(_ other: NameLabel) -> Bool {
    guard let kind, !begins else { return true }
    return other.kind == kind
  }
}

/// One number for each label of a model; lanes beyond its labels mean nothing.
package typealias LabelScores = SIMD16<Float>
