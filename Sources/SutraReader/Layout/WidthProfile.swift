import CUnicode

/// How a terminal counts the columns of text.
///
/// Every terminal counts Bengali in one of these ways; layout, painting and ncurses follow the
/// same one.
public enum WidthProfile: String, Sendable, CaseIterable {
  /// Every spacing mark takes a column, as in xterm, VTE, tmux and most others.
  case spacing
  /// A grapheme cluster takes the columns of its base, as in kitty and mlterm.
  case cluster
  /// As `spacing`, but only the first spacing mark on a base takes a column.
  case konsole

  /// The number of the profile for `CUnicode`.
  public var number: Int32 {
    switch self {
    case .spacing: 0
    case .cluster: 1
    case .konsole: 2
    }
  }

  /// The columns of a scalar by itself.
  @inline(__always)
  func width(of properties: ScalarProperties) -> Int {
    if self != .cluster { return properties.columns }
    switch properties.graphemeBreak {
    case .extend, .zwj, .spacingMark: return 0
    default: return properties.columns
    }
  }
}

/// What the Unicode Character Database says of a scalar.
struct ScalarProperties {
  /// The classes of UAX #29, with pictographs beside them.
  enum GraphemeBreak: UInt8 {
    case other, cr, lf, control, extend, zwj, regionalIndicator, prepend, spacingMark
    case l, v, t, lv, lvt, pictographic
  }

  private let bits: UInt16

  /// The properties of a scalar.
  @inline(__always)
  init(_ scalar: UInt32) { bits = sutra_scalar_properties(scalar) }

  /// Its class for grapheme clusters.
  @inline(__always)
  var graphemeBreak: GraphemeBreak { GraphemeBreak(rawValue: UInt8(bits & 15)) ?? .other }
  /// Whether it is a consonant that joins in conjuncts.
  @inline(__always)
  var isConjunctConsonant: Bool { bits >> 4 & 3 == 1 }
  /// Whether it joins consonants to a conjunct.
  @inline(__always)
  var isConjunctLinker: Bool { bits >> 4 & 3 == 2 }
  /// Its columns by glibc's rule.
  @inline(__always)
  var columns: Int { Int(bits >> 6 & 3) }
  /// Its class for line breaking.
  @inline(__always)
  var lineBreak: LineBreakClass { LineBreakClass(rawValue: UInt8(bits >> 8 & 63)) ?? .al }
  /// Whether it is a spacing mark.
  @inline(__always)
  var isSpacingMark: Bool { bits & 0x4000 != 0 }
  /// Whether a terminal must not get it.
  @inline(__always)
  var isUnsafe: Bool { bits & 0x8000 != 0 }
}

/// The classes of UAX #14 after rule LB1; wide brackets and unassigned pictographs apart.
enum LineBreakClass: UInt8 {
  case unassignedPictograph, wideOpening, al, b2, ba, bb, bk, cb, cj, cl, cm, cp, cr, eb, em, ex, gl
  case h2, h3, hl, hy, id, `in`, `is`, jl, jt, jv, lf, nl, ns, nu, op, po, pr
  case qu, ri, sa, wideClosing, sp, sy, wj, zw, zwj
}
