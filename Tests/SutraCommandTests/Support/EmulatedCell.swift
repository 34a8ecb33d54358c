/// How a cell looks.
struct CellLook: Hashable {
  /// Attributes as SGR has them.
  enum Attribute: Int {
    case bold = 1
    case dim = 2
    case italic = 3
    case underline = 4
    case reverse = 7
  }

  /// A palette number, a direct colour above 0xFFFFFF, or -1 for the terminal's own.
  var foreground = -1
  /// The same for the ground.
  var background = -1
  var attributes: Set<Attribute> = []
  /// Where it leads.
  var link: String?
}

/// A cell of the emulated screen.
struct EmulatedCell: Hashable {
  /// The scalars drawn in it; empty when nothing was.
  var text = ""
  var look = CellLook()
  /// Whether it is the right half of the cell before it.
  var isContinuation = false

  /// How many marks stand on its base.
  var markCount: Int { max(0, text.unicodeScalars.count - 1) }
}

extension Unicode.Scalar {
  /// The columns a terminal gives it by itself, but for emoji made of several.
  ///
  /// Written apart from the program's own table: marks and joiners have none, a spacing mark one.
  var emulatedColumns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: value == 0xAD ? 1 : 0
    default:
      switch value {
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD:
        2
      default: 1
      }
    }
  }

  /// Whether it is a mark with room of its own, as the vowel sign aa.
  var isSpacingMark: Bool { properties.generalCategory == .spacingMark }
}
