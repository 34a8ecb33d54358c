import CNetwork

/// A trained network that reads the tokens of a paragraph: which of them report, and where what is said and
/// who says it begin and end.
///
/// Rows of features are summed, layers of convolutions let tokens see those around them (dilated
/// convolutions: Strubell and others, 2017), a memory lets them know of all, heads say of each whether it
/// reports, and pointers go from one that does to the ends of content and source. The bytes of a network are
/// in `ReadingNetworkFile`.
package final class ReadingNetwork: @unchecked Sendable {
  /// The language it reads, as in `en`.
  let language: String
  /// How sure it must be to be believed.
  let bounds: ReadingBounds
  /// How sure it must be where all is wanted that it takes for said.
  let wideBounds: ReadingBounds
  /// How many values stand for a token.
  private let width: Int
  private let rowMask: UInt32
  /// The rows of features, read in place: constant bytes that never end.
  private let embedding: UnsafePointer<Int8>
  private let embeddingScale: [Float]
  private let base: [Float]
  private let convolutions: [Layer]
  private let dilations: [Int]
  private let memory: ReadingRecurrence?
  private let heads: Layer
  private let query: Layer
  private let key: Layer
  private let pointer: Pointer

  /// Weights and biases of a layer.
  struct Layer: Sendable {
    let inputs: Int
    let outputs: Int
    let taps: Int
    let weights: [Float]
    let bias: [Float]

    /// What the layer makes of the values of some tokens.
    func applied(to input: [Float], dilation: Int = 1) -> [Float] {
      let length = input.count / inputs
      return [Float](unsafeUninitializedCapacity: length * outputs) { output, count in
        weights.withUnsafeBufferPointer { weights in
          bias.withUnsafeBufferPointer { bias in
            var layer = network_layer(
              inputs: inputs, outputs: outputs, taps: taps, dilation: dilation,
              weights: weights.baseAddress, bias: bias.baseAddress)
            network_apply(&layer, input, length, output.baseAddress)
          }
        }
        count = length * outputs
      }
    }
  }

  /// What is added to a token's key by how it is seen from an anchor, and the weights of its scores.
  struct Pointer: Sendable {
    let distances: [Float]
    let sentences: [Float]
    let signs: [Float]
    let weights: [Float]
    let bias: [Float]
  }

  /// Reads a network from its bytes.
  ///
  /// - Parameter bytes: The whole network, which must never be freed or changed.
  /// - Throws: `ReadingNetworkError` when they are no network that this program can use.
  package init(constant bytes: UnsafeRawBufferPointer) throws(ReadingNetworkError) {
    var file = try ReadingNetworkFile(bytes)
    language = file.language
    (bounds, wideBounds) = (file.bounds, file.wideBounds)
    width = file.width
    dilations = file.dilations
    rowMask = 1 << UInt32(file.rowBits) - 1
    let table = try file.table(rows: 1 << file.rowBits, columns: width)
    guard let rows = table.values.bindMemory(to: Int8.self).baseAddress else { throw .wrongLength }
    (embedding, embeddingScale) = (rows, table.scales)
    base = try file.numbers(width)
    var layers: [Layer] = []
    for _ in dilations { layers.append(try file.layer(inputs: width, outputs: width, taps: 3)) }
    convolutions = layers
    let remembered = file.memoryWidth
    memory =
      remembered > 0 ? try ReadingRecurrence(&file, width: remembered, inputs: width) : nil
    heads = try file.layer(inputs: width, outputs: ReadingReport.heads, taps: 1)
    query = try file.layer(inputs: width, outputs: file.pairWidth, taps: 1)
    key = try file.layer(inputs: width, outputs: file.pairWidth, taps: 1)
    pointer = Pointer(
      distances: try file.matrix(rows: ReadingWindow.distances, columns: file.pairWidth),
      sentences: try file.matrix(rows: ReadingWindow.sentences, columns: file.pairWidth),
      signs: try file.matrix(rows: NETWORK_SIGNS, columns: file.pairWidth),
      weights: try file.matrix(rows: file.pairWidth, columns: NETWORK_SCORES),
      bias: try file.numbers(NETWORK_SCORES))
    try file.end()
  }

  /// What the network makes of some tokens that stand beside each other.
  struct Tokens {
    fileprivate let values: [Float]
    fileprivate let keys: [Float]
    fileprivate let heads: [Float]

    /// What speaks for a token being one that reports.
    func report(of token: Int) -> ReadingReport {
      let first = token * ReadingReport.heads
      return ReadingReport(
        clause: heads[first], nobody: heads[first + 1], thing: heads[first + 2])
    }
  }

  /// Reads tokens that stand beside each other.
  ///
  /// - Parameters:
  ///   - count: How many they are.
  ///   - addRows: Appends the rows of the features of one, counted from 0.
  /// - Returns: What the network makes of them.
  func read(_ count: Int, addRows: (Int, inout [UInt32]) -> Void) -> Tokens {
    var values: [Float] = []
    values.reserveCapacity(count * width)
    var rows: [UInt32] = []
    var sums = [Int32](repeating: 0, count: width)
    for index in 0..<count {
      rows.removeAll(keepingCapacity: true)
      addRows(index, &rows)
      for place in rows.indices { rows[place] &= rowMask }
      for column in 0..<width { sums[column] = 0 }
      network_add_rows(embedding, width, rows, rows.count, &sums)
      for column in 0..<width {
        values.append(max(0, Float(sums[column]) * embeddingScale[column] + base[column]))
      }
    }
    for (layer, dilation) in zip(convolutions, dilations) {
      network_add_positive(
        &values, layer.applied(to: values, dilation: dilation), values.count)
    }
    if let memory { network_add_positive(&values, memory.applied(to: values), values.count) }
    return Tokens(
      values: values, keys: key.applied(to: values), heads: heads.applied(to: values))
  }

  /// The scores of the tokens of a window as seen from an anchor: begins the content, ends it, begins the
  /// source, ends it, one after the other for each token.
  func scores(of tokens: Tokens, from anchor: Int, _ window: ReadingWindow) -> [Float] {
    let query = query.applied(to: Array(tokens.values[anchor * width..<(anchor + 1) * width]))
    let count = window.tokens.count * NETWORK_SCORES
    return [Float](unsafeUninitializedCapacity: count) { scores, filled in
      tokens.keys.withUnsafeBufferPointer { keys in
        withPointer { pointer in
          network_point(
            pointer, query, keys.baseAddress.map { $0 + window.tokens.lowerBound * key.outputs },
            window.views, window.tokens.count, scores.baseAddress)
        }
      }
      filled = count
    }
  }

  private func withPointer(_ body: (UnsafePointer<network_pointer>) -> Void) {
    pointer.distances.withUnsafeBufferPointer { distances in
      pointer.sentences.withUnsafeBufferPointer { sentences in
        pointer.signs.withUnsafeBufferPointer { signs in
          pointer.weights.withUnsafeBufferPointer { weights in
            pointer.bias.withUnsafeBufferPointer { bias in
              var made = network_pointer(
                width: key.outputs, distances: distances.baseAddress,
                sentences: sentences.baseAddress, signs: signs.baseAddress,
                weights: weights.baseAddress, bias: bias.baseAddress)
              body(&made)
            }
          }
        }
      }
    }
  }
}
