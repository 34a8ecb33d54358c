/// A control sequence: CSI, parameters, a final letter.
struct ControlSequence: Equatable {
  /// `?`, `>` or the like before the parameters.
  var privateMark: UInt8?
  var parameters: [Int?] = []
  var intermediates: [UInt8] = []
  var final: UInt8 = 0

  /// A parameter; those left out and 0 count as `missing`.
  func parameter(_ index: Int, missing: Int = 1) -> Int {
    guard index < parameters.count, let value = parameters[index], value != 0 else {
      return missing
    }
    return value
  }
}

/// Cuts what a program writes to a terminal into letters and sequences.
struct SequenceParser {
  /// What was cut off.
  enum Token: Equatable {
    case scalar(Unicode.Scalar)
    case control(UInt8)
    case escape([UInt8], UInt8)
    case sequence(ControlSequence)
    /// What stands in a command of the operating system (OSC), as far as it is kept.
    case command([UInt8])
  }

  private enum State {
    case ground, escape, sequence, command, string, stringEscape
  }

  /// Most bytes of a command that are kept.
  private static let longestCommand = 4_096

  private var state = State.ground
  private var sequence = ControlSequence()
  private var intermediates: [UInt8] = []
  private var letter: [UInt8] = []
  /// The command at hand; `nil` in another string.
  private var command: [UInt8]?

  /// Takes one byte in.
  mutating func take(_ byte: UInt8) -> Token? {
    switch state {
    case .ground: return ground(byte)
    case .escape:
      switch byte {
      case 0x5B:
        (state, sequence) = (.sequence, ControlSequence())
        return nil
      case 0x5D:
        (state, command) = (.command, [])
        return nil
      case 0x50, 0x58, 0x5E, 0x5F:
        (state, command) = (.string, nil)
        return nil
      case 0x20..<0x30:
        intermediates.append(byte)
        return nil
      default:
        state = .ground
        return .escape(intermediates, byte)
      }
    case .sequence: return inSequence(byte)
    case .command:
      // The Linux console's ESC ] R, by which it gets its colours back, ends by itself.
      if byte == 0x52 {
        state = .ground
        return nil
      }
      state = .string
      return inString(byte)
    case .string: return inString(byte)
    case .stringEscape:
      state = byte == 0x5C ? .ground : .string
      return byte == 0x5C ? command.map(Token.command) : nil
    }
  }

  private mutating func inString(_ byte: UInt8) -> Token? {
    switch byte {
    case 0x07:
      state = .ground
      return command.map(Token.command)
    case 0x1B: state = .stringEscape
    default: if command?.count ?? .max < Self.longestCommand { command?.append(byte) }
    }
    return nil
  }

  private mutating func ground(_ byte: UInt8) -> Token? {
    if byte == 0x1B {
      (state, intermediates, letter) = (.escape, [], [])
      return nil
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    if byte < 0x80 { return .scalar(Unicode.Scalar(byte)) }
    letter.append(byte)
    let length = letter[0] >= 0xF0 ? 4 : letter[0] >= 0xE0 ? 3 : 2
    guard letter.count >= length else { return nil }
    defer { letter = [] }
    return String(decoding: letter, as: UTF8.self).unicodeScalars.first.map(Token.scalar)
  }

  private mutating func inSequence(_ byte: UInt8) -> Token? {
    switch byte {
    case 0x30...0x39:
      if sequence.parameters.isEmpty { sequence.parameters = [nil] }
      let last = sequence.parameters.count - 1
      sequence.parameters[last] = (sequence.parameters[last] ?? 0) * 10 + Int(byte - 0x30)
    case 0x3A, 0x3B:
      if sequence.parameters.isEmpty { sequence.parameters = [nil] }
      sequence.parameters.append(nil)
    case 0x3C...0x3F: sequence.privateMark = byte
    case 0x20..<0x30: sequence.intermediates.append(byte)
    case 0x40...0x7E:
      state = .ground
      sequence.final = byte
      return .sequence(sequence)
    case 0x1B: state = .escape
    default: return .control(byte)
    }
    return nil
  }
}
