import CNcurses
import SutraReader

/// The numbers of ncurses' colour pairs for the looks of a theme.
struct ColorPairs {
  private struct Pair: Hashable {
    let foreground: Color
    let background: Color
  }

  /// Colours the terminal has: 0, 8, 16, 256 or, with direct colour, 2 to the power of 24.
  let colorCount: Int
  private var numbers: [Pair: Int32] = [:]

  init(colorCount: Int) { self.colorCount = colorCount }

  /// The pair of a look's colours; 0 for the terminal's own.
  mutating func number(of style: Style) -> Int32 {
    guard colorCount >= 8 else { return 0 }
    let pair = Pair(foreground: style.foreground, background: style.background)
    if pair.foreground == .standard, pair.background == .standard { return 0 }
    if let known = numbers[pair] { return known }
    let number = max(0, alloc_pair(code(pair.foreground), code(pair.background)))
    numbers[pair] = number
    return number
  }

  /// What ncurses calls a colour on this terminal.
  private func code(_ color: Color) -> Int32 {
    if color == .standard { return -1 }
    if colorCount >= 1 << 24, let (red, green, blue) = color.components {
      return Int32(red << 16 | green << 8 | blue)
    }
    guard case .palette(let number) = color.nearest(of: colorCount) else { return -1 }
    return Int32(number)
  }
}
