/// The line break rules as an automaton: one look-up a scalar.
struct LineBreakTable: Sendable {
  /// The rules as they stand.
  static let standard = LineBreakTable(LineBreakRules(isTailored: false))
  /// The rules with dandas and tabs as a reader of news wants them.
  static let tailored = LineBreakTable(LineBreakRules(isTailored: true))

  /// The state at the start of a text.
  static let start: UInt16 = 0
  /// The bits of an entry that are the next state.
  static let stateMask: UInt16 = 0x3FC0
  /// Where in an entry the verdict starts.
  static let verdictShift: UInt16 = 14

  /// For each state, 64 entries by the number of a class.
  let entries: [UInt16]

  /// The number of the class of a scalar where it stands.
  ///
  /// Whether an opening mark belongs to a number, only what comes after it can tell.
  @inline(__always)
  static func classNumber(
    of step: ScalarDecoder.Step, before offset: Int, in decoder: ScalarDecoder
  ) -> UInt8 {
    let number = step.properties.lineClassNumber
    guard number == LineBreakClass.op.rawValue, offset < decoder.end,
      decoder.step(at: offset).properties.lineClass == .nu
    else { return number }
    return LineBreakClass.numberOpening.rawValue
  }

  private init(_ rules: LineBreakRules) {
    var states = [LineBreakRules.State()]
    var numbers = [Int](repeating: -1, count: 4096)
    numbers[states[0].key] = 0
    var entries: [UInt16] = []
    var current = 0
    while current < states.count {
      var row = [UInt16](repeating: 0, count: 64)
      for kind in LineBreakClass.allCases {
        let (verdict, state) = rules.step(states[current], kind)
        if numbers[state.key] < 0 {
          numbers[state.key] = states.count
          states.append(state)
        }
        row[Int(kind.rawValue)] =
          UInt16(numbers[state.key]) << 6 | verdict.rawValue << Self.verdictShift
      }
      entries += row
      current += 1
    }
    precondition(states.count <= 256, "a state no longer fits its bits")
    self.entries = entries
  }
}
