/// The rules LB2 to LB31 of UAX #14 for Unicode 15.0, one scalar at a time.
///
/// Numbers follow the customization of its section 8.2, example 7, as its test file does.
struct LineBreakRules {
  /// Whether a line may end before a scalar.
  enum Verdict: UInt16 { case prohibited, allowed, mandatory }

  /// What the rules must know of the text so far.
  struct State: Hashable {
    /// How far a number has come.
    enum Number: Int { case none, digits, closed }

    /// The class of the last scalar that is no blank and no mark; `nil` at the start.
    var before: LineBreakClass?
    /// Whether blanks came after it.
    var hasBlanks = false
    /// Whether the last scalar is a ZWJ.
    var endsInJoiner = false
    /// Whether `before` is a hyphen and came after a letter of Hebrew.
    var isAfterHebrew = false
    /// The part of a number that `before` belongs to.
    var number = Number.none
    /// Whether an odd number of regional indicators came last.
    var isHalfFlag = false

    /// A number of its own, less than 4096.
    var key: Int {
      Int(before?.rawValue ?? 63) | (hasBlanks ? 64 : 0) | (endsInJoiner ? 128 : 0)
        | (isAfterHebrew ? 256 : 0) | (isHalfFlag ? 512 : 0) | number.rawValue << 10
    }
  }

  /// Whether a danda closes as an exclamation mark does, and a tab is a blank.
  let isTailored: Bool

  /// The verdict on a break before a scalar, and the state after it.
  func step(_ state: State, _ scalar: LineBreakClass) -> (verdict: Verdict, state: State) {
    var kind = scalar
    if kind == .danda { kind = isTailored ? .ex : .ba }
    if kind == .tab { kind = isTailored ? .sp : .ba }
    let verdict = verdict(state, kind)
    return (verdict, next(state, kind))
  }

  private func isMark(_ kind: LineBreakClass) -> Bool { kind == .cm || kind == .zwj }

  private func endsLine(_ kind: LineBreakClass?) -> Bool {
    kind == .bk || kind == .cr || kind == .lf || kind == .nl
  }

  /// LB9: whether a mark is part of the scalar before it.
  private func attaches(_ state: State) -> Bool {
    guard let before = state.before else { return false }
    return !state.hasBlanks && before != .zw && !endsLine(before)
  }

  private func next(_ state: State, _ kind: LineBreakClass) -> State {
    var next = state
    next.endsInJoiner = kind == .zwj
    if isMark(kind), attaches(state) { return next }
    let isDirect = !state.hasBlanks
    next.hasBlanks = kind == .sp
    next.number = .none
    next.isAfterHebrew = false
    next.isHalfFlag = false
    if kind == .sp {
      if endsLine(state.before) { next.before = nil }
      return next
    }
    let kind = isMark(kind) ? .al : kind
    next.before = kind == .numberOpening ? .op : kind
    next.isAfterHebrew = isDirect && state.before == .hl && (kind == .hy || kind == .ba)
    next.isHalfFlag = kind == .ri && !(isDirect && state.isHalfFlag)
    let isInNumber = isDirect && state.number == .digits
    if kind == .nu || isInNumber && (kind == .sy || kind == .is) { next.number = .digits }
    if isInNumber && (kind == .cl || kind == .cp) { next.number = .closed }
    return next
  }

  private func verdict(_ state: State, _ kind: LineBreakClass) -> Verdict {
    guard let before = state.before else {
      return state.hasBlanks ? afterBlanks(nil, kind) : .prohibited
    }
    // LB4, LB5.
    if endsLine(before), !state.hasBlanks {
      return before == .cr && kind == .lf ? .prohibited : .mandatory
    }
    // LB6, LB7, LB8, LB8a, LB9.
    if endsLine(kind) || kind == .sp || kind == .zw { return .prohibited }
    if before == .zw { return .allowed }
    if state.endsInJoiner || isMark(kind) && attaches(state) { return .prohibited }
    if state.hasBlanks { return afterBlanks(before, kind) }
    let pair = LineBreakPairs(before: before, kind: isMark(kind) ? .al : kind, state: state)
    return pair.isProhibited ? .prohibited : .allowed
  }

  /// LB11, LB13 to LB18 for a scalar after blanks.
  private func afterBlanks(_ before: LineBreakClass?, _ kind: LineBreakClass) -> Verdict {
    if endsLine(kind) || kind == .sp || kind == .zw { return .prohibited }
    switch kind {
    case .wj, .cl, .cp, .wideClosing, .ex, .is, .sy: return .prohibited
    default: break
    }
    switch (before, kind) {
    case (.op, _), (.wideOpening, _): return .prohibited
    case (.qu, .op), (.qu, .numberOpening), (.qu, .wideOpening), (.b2, .b2): return .prohibited
    case (.cl, .ns), (.cp, .ns), (.wideClosing, .ns): return .prohibited
    default: return .allowed
    }
  }
}
