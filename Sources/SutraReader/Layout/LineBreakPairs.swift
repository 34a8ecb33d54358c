/// The rules of UAX #14 for two scalars with no blank between them, LB11 to LB30b.
struct LineBreakPairs {
  let before: LineBreakClass
  let kind: LineBreakClass
  let state: LineBreakRules.State

  /// Whether a line may not end between the two.
  var isProhibited: Bool {
    if before == .wj || kind == .wj || before == .gl { return true }
    if kind == .gl { return before != .ba && before != .hy }
    switch kind {
    case .cl, .cp, .wideClosing, .ex, .is, .sy, .qu: return true
    default: break
    }
    if before == .op || before == .wideOpening || before == .qu { return true }
    if (before, kind) == (.b2, .b2) { return true }
    if isClosing(before), kind == .ns { return true }
    if before == .cb || kind == .cb { return false }
    switch kind {
    case .ba, .hy, .ns, .in: return true
    default: break
    }
    if before == .bb || state.isAfterHebrew { return true }
    return isWord || isNumber || isHangul || isPair
  }

  private func isClosing(_ kind: LineBreakClass) -> Bool {
    kind == .cl || kind == .cp || kind == .wideClosing
  }

  private func isLetter(_ kind: LineBreakClass) -> Bool { kind == .al || kind == .hl }

  private func isPicture(_ kind: LineBreakClass) -> Bool {
    kind == .id || kind == .eb || kind == .em || kind == .unassignedPictograph
  }

  private func isSyllable(_ kind: LineBreakClass) -> Bool {
    kind == .jl || kind == .jv || kind == .jt || kind == .h2 || kind == .h3
  }

  /// LB21b, LB23, LB24, LB28, LB29, LB30.
  private var isWord: Bool {
    let isNarrowOpening = kind == .op || kind == .numberOpening
    switch before {
    case .al, .hl:
      return isLetter(kind) || kind == .nu || kind == .pr || kind == .po || isNarrowOpening
    case .nu: return isLetter(kind) || isNarrowOpening
    case .pr, .po, .is: return isLetter(kind)
    case .cp: return isLetter(kind) || kind == .nu
    case .sy: return kind == .hl
    default: return false
    }
  }

  /// LB23a, LB25.
  private var isNumber: Bool {
    if before == .pr && isPicture(kind) || isPicture(before) && kind == .po { return true }
    let isSign = kind == .pr || kind == .po
    if state.number != .none, isSign { return true }
    let isAfterSign = before == .pr || before == .po
    guard kind == .nu else { return isAfterSign && kind == .numberOpening }
    return isAfterSign || before == .hy || state.number == .digits
  }

  /// LB26, LB27.
  private var isHangul: Bool {
    switch (before, kind) {
    case (.jl, .jl), (.jl, .jv), (.jl, .h2), (.jl, .h3), (.jv, .jv), (.jv, .jt), (.h2, .jv),
      (.h2, .jt), (.jt, .jt), (.h3, .jt):
      return true
    default: return isSyllable(before) && kind == .po || before == .pr && isSyllable(kind)
    }
  }

  /// LB30a, LB30b.
  private var isPair: Bool {
    switch (before, kind) {
    case (.ri, .ri): state.isHalfFlag
    case (.eb, .em), (.unassignedPictograph, .em): true
    default: false
    }
  }
}
