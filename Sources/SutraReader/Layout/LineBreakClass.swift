/// The classes of UAX #14 after rule LB1, by their short names there.
///
/// Wide brackets, unassigned pictographs, the danda and the tab stand apart. The order is the one
/// of generate-tables.py.
enum LineBreakClass: UInt8, CaseIterable {
  case unassignedPictograph, wideOpening, al, b2, ba, bb, bk, cb, danda, cl, cm, cp, cr, eb, em
  case ex, gl, h2, h3, hl, hy, id, `in`, `is`, jl, jt, jv, lf, nl, ns, nu, op, po, pr
  case qu, ri, tab, wideClosing, sp, sy, wj, zw, zwj
  /// An opening mark with a digit after it; no scalar has this class by itself.
  case numberOpening
}
