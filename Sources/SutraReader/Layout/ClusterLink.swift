/// What the scalars of a cluster so far can be joined to.
enum ClusterLink: UInt8 {
  case nothing
  /// A consonant, with marks after it; a linker may follow.
  case consonant
  /// A linker after a consonant; a consonant carries on.
  case linker
  /// A pictograph, with marks after it.
  case pictograph
  /// A pictograph and a joiner; another pictograph carries on.
  case joinedPictograph
  /// One half of a flag.
  case regionalIndicator
  /// A prepended scalar: anything that is no control carries on.
  case prepend
  /// A leading consonant of Hangul.
  case hangulLeading
  /// A vowel of Hangul.
  case hangulVowel
  /// A trailing consonant of Hangul.
  case hangulTrailing

  /// The link after the first scalar of a cluster.
  @inline(__always)
  init(first: ScalarProperties) {
    switch first.conjunctPart {
    case .consonant, .vowel: self = .consonant
    case .none, .linker:
      self = first.startsCluster ? .nothing : ClusterLink(rare: first.clusterClass)
    }
  }

  private init(rare: ScalarProperties.ClusterClass) {
    switch rare {
    case .pictographic: self = .pictograph
    case .regionalIndicator: self = .regionalIndicator
    case .prepend: self = .prepend
    case .l: self = .hangulLeading
    case .v, .lv: self = .hangulVowel
    case .t, .lvt: self = .hangulTrailing
    case .other, .cr, .lf, .control, .extend, .zwj, .spacingMark, .unused: self = .nothing
    }
  }

  /// The link after a mark that stays in the cluster.
  @inline(__always)
  func afterMark(_ mark: ScalarProperties) -> ClusterLink {
    switch self {
    case .nothing: return .nothing
    case .consonant, .linker:
      if mark.clusterClass == .spacingMark { return .nothing }
      if mark.conjunctPart == .linker { return .linker }
      // A non-joiner takes the force from a linker before it, not from one after it.
      let isNonJoiner = mark.markNumber != 0 && mark.clusterClass == .extend
      return isNonJoiner ? .consonant : self
    case .pictograph:
      if mark.clusterClass == .zwj { return .joinedPictograph }
      return mark.clusterClass == .extend ? .pictograph : .nothing
    default: return .nothing
    }
  }

  /// The link when a scalar that is no mark stays in the cluster; `nil` when it starts a new one.
  func afterBase(_ base: ScalarProperties) -> ClusterLink? {
    let kind = base.clusterClass
    if kind == .control || kind == .cr || kind == .lf { return nil }
    switch (self, kind) {
    case (.prepend, _): return ClusterLink(first: base)
    case (.linker, .other): return base.conjunctPart == .consonant ? .consonant : nil
    case (.joinedPictograph, .pictographic): return .pictograph
    case (.regionalIndicator, .regionalIndicator): return .nothing
    case (.hangulLeading, .l), (.hangulLeading, .v), (.hangulLeading, .lv), (.hangulLeading, .lvt),
      (.hangulVowel, .v), (.hangulVowel, .t), (.hangulTrailing, .t):
      return ClusterLink(first: base)
    default: return nil
    }
  }
}
