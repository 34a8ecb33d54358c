import CUnicode

/// What the Unicode Character Database says of a scalar, in one number.
struct ScalarProperties {
  /// The classes of UAX #29, with pictographs beside them.
  enum ClusterClass: UInt8 {
    case other, cr, lf, control, extend, zwj, regionalIndicator, prepend, spacingMark
    case l, v, t, lv, lvt, pictographic, unused
  }

  /// The part of a scalar in a conjunct.
  enum ConjunctPart: UInt8 {
    /// None.
    case none
    /// Begins a conjunct or carries it on after a linker.
    case consonant
    /// Joins consonants.
    case linker
    /// Begins a conjunct, never carries one on.
    case vowel
  }

  /// The bits of `CUnicode`.
  let bits: UInt32

  /// The properties of a scalar.
  @inline(__always)
  init(_ scalar: UInt32) { bits = sutra_scalar_properties(scalar) }

  @inline(__always)
  private init(bits: UInt32) { self.bits = bits }

  /// The properties of a byte that is part of no scalar: a letter with a visible mark.
  static let illFormed = ScalarProperties(
    bits: UInt32(ClusterClass.control.rawValue) | 1 << SUTRA_SHIFT_COLUMNS.rawValue
      | UInt32(LineBreakClass.al.rawValue) << SUTRA_SHIFT_LINE_CLASS.rawValue
      | 1 << SUTRA_SHIFT_CLUSTER_COLUMNS.rawValue
      | 1 << SUTRA_SHIFT_KONSOLE_COLUMNS.rawValue
      | UInt32(VisibleMark.illFormed.rawValue) << SUTRA_SHIFT_MARK.rawValue)

  /// Its class for grapheme clusters.
  @inline(__always)
  var clusterClass: ClusterClass {
    // Each of the 16 numbers has a case.
    unsafeBitCast(UInt8(truncatingIfNeeded: bits & 15), to: ClusterClass.self)
  }
  /// Its part in a conjunct.
  @inline(__always)
  var conjunctPart: ConjunctPart {
    // Each of the 4 numbers has a case.
    unsafeBitCast(
      UInt8(truncatingIfNeeded: bits >> SUTRA_SHIFT_CONJUNCT.rawValue & 3), to: ConjunctPart.self)
  }
  /// Its class for line breaks.
  @inline(__always)
  var lineClass: LineBreakClass {
    LineBreakClass(rawValue: lineClassNumber) ?? .al
  }
  /// The number of its class for line breaks, less than 64.
  @inline(__always)
  var lineClassNumber: UInt8 {
    UInt8(truncatingIfNeeded: bits >> SUTRA_SHIFT_LINE_CLASS.rawValue & 63)
  }
  /// Whether a joiner after it has a meaning.
  @inline(__always)
  var allowsJoiner: Bool { bits >> SUTRA_SHIFT_JOINER_MAY_FOLLOW.rawValue & 1 != 0 }
  /// Whether a cluster starts at it wherever it stands, but for a prepended scalar before it.
  @inline(__always)
  var startsCluster: Bool { bits >> SUTRA_SHIFT_STARTS_CLUSTER.rawValue & 1 != 0 }
  /// The number of the mark drawn in its place; 0 for most.
  @inline(__always)
  var markNumber: UInt8 { UInt8(truncatingIfNeeded: bits >> SUTRA_SHIFT_MARK.rawValue & 31) }
  /// Whether it stays in the cluster of a scalar before it.
  @inline(__always)
  var extendsCluster: Bool {
    // Extend, ZWJ and SpacingMark have the numbers 4, 5 and 8.
    (0b1_0011_0000 as UInt32) &>> (bits & 15) & 1 != 0
  }
}
