import CNetwork

/// What lets a token know of all its paragraph: two layers that remember, one from its beginning on and one from
/// its end, and one that mixes what they know.
struct ReadingRecurrence: Sendable {
  /// A layer that remembers.
  struct Direction: Sendable {
    /// What a token gives to the gates.
    let gates: ReadingNetwork.Layer
    /// What the state before gives to them.
    let weights: [Float]
    let bias: [Float]
  }

  let width: Int
  let forwards: Direction
  let backwards: Direction
  let mix: ReadingNetwork.Layer

  /// Reads a memory of some width from a network's bytes, for tokens of so many values.
  init(_ file: inout ReadingNetworkFile, width: Int, inputs: Int) throws(ReadingNetworkError) {
    func direction() throws(ReadingNetworkError) -> Direction {
      let gates = try file.layer(inputs: inputs, outputs: 3 * width, taps: 1)
      let own = try file.layer(inputs: width, outputs: 3 * width, taps: 1)
      return Direction(gates: gates, weights: own.weights, bias: own.bias)
    }
    self.width = width
    forwards = try direction()
    backwards = try direction()
    mix = try file.layer(inputs: 2 * width, outputs: inputs, taps: 1)
  }

  /// What is to be added to the values of some tokens.
  func applied(to values: [Float]) -> [Float] {
    let count = values.count / mix.outputs
    let known = [Float](unsafeUninitializedCapacity: count * 2 * width) { known, filled in
      remember(forwards, values, count, isBackwards: false, known.baseAddress)
      remember(backwards, values, count, isBackwards: true, known.baseAddress.map { $0 + width })
      filled = count * 2 * width
    }
    return mix.applied(to: known)
  }

  private func remember(
    _ direction: Direction, _ values: [Float], _ count: Int, isBackwards: Bool,
    _ output: UnsafeMutablePointer<Float>?
  ) {
    direction.weights.withUnsafeBufferPointer { weights in
      direction.bias.withUnsafeBufferPointer { bias in
        var memory = network_memory(
          width: width, weights: weights.baseAddress, bias: bias.baseAddress)
        network_remember(
          &memory, direction.gates.applied(to: values), count, isBackwards ? 1 : 0, output,
          2 * width)
      }
    }
  }
}
