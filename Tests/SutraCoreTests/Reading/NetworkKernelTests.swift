import CNetwork
import Testing

@testable import SutraCore

/// The kernels beside the plainest way to reckon the same: they add in one order, so that all bits are equal.
@Suite("Kernels of the second reading")
struct NetworkKernelTests {
  /// Numbers between -1 and 1, the same in every run.
  private struct Numbers {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next(_ count: Int) -> [Float] {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(Int32(truncatingIfNeeded: state >> 32)) / 2_147_483_648
      }
    }
  }

  private func plain(
    _ layer: ReadingNetwork.Layer, _ input: [Float], dilation: Int
  ) -> [Float] {
    let length = input.count / layer.inputs
    var output: [Float] = []
    for token in 0..<length {
      for column in 0..<layer.outputs {
        var sum = layer.bias[column]
        for tap in 0..<layer.taps {
          let place = token + (tap - layer.taps / 2) * dilation
          guard (0..<length).contains(place) else { continue }
          for index in 0..<layer.inputs {
            let weight = layer.weights[(tap * layer.inputs + index) * layer.outputs + column]
            sum += input[place * layer.inputs + index] * weight
          }
        }
        output.append(sum)
      }
    }
    return output
  }

  @Test(
    "a layer gives the bits of the plain sum, at every length and reach",
    arguments: [1, 5, 6, 7, 13, 40], [1, 2, 8])
  func layers(length: Int, dilation: Int) {
    var numbers = Numbers(seed: UInt64(length * 10 + dilation))
    for (inputs, outputs, taps) in [(16, 8, 3), (8, 24, 1)] {
      let layer = ReadingNetwork.Layer(
        inputs: inputs, outputs: outputs, taps: taps,
        weights: numbers.next(taps * inputs * outputs), bias: numbers.next(outputs))
      let input = numbers.next(length * inputs)
      #expect(
        layer.applied(to: input, dilation: dilation) == plain(layer, input, dilation: dilation))
    }
  }

  @Test("pointers score by what is above zero of query, key and view")
  func pointers() {
    var numbers = Numbers(seed: 7)
    let (width, length) = (16, 9)
    let (query, keys) = (numbers.next(width), numbers.next(width * length))
    let (distances, sentences) = (numbers.next(width * 4), numbers.next(width * 5))
    let signs = numbers.next(width * NETWORK_SIGNS)
    let weights = numbers.next(width * NETWORK_SCORES)
    let bias = numbers.next(NETWORK_SCORES)
    let views: [network_view] = (0..<length).map { (token: Int) -> network_view in
      let (distance, apart, signs) = (UInt8(token % 4), UInt8(token % 5), UInt8(token * 3 % 32))
      return network_view(distance: distance, apart: apart, signs: signs)
    }
    var scores = [Float](repeating: 0, count: length * NETWORK_SCORES)
    withPointer(distances, sentences, signs, weights, bias, width) {
      network_point($0, query, keys, views, length, &scores)
    }
    for token in 0..<length {
      for score in 0..<NETWORK_SCORES {
        var sum = bias[score]
        for index in 0..<width {
          var value: Float = query[index] + keys[token * width + index]
          value += distances[Int(views[token].distance) * width + index]
          value += sentences[Int(views[token].apart) * width + index]
          for sign in 0..<NETWORK_SIGNS where views[token].signs >> UInt8(sign) & 1 != 0 {
            value += signs[sign * width + index]
          }
          if value > 0 { sum += value * weights[index * NETWORK_SCORES + score] }
        }
        #expect(scores[token * NETWORK_SCORES + score] == sum)
      }
    }
  }

  private func withPointer(
    _ distances: [Float], _ sentences: [Float], _ signs: [Float], _ weights: [Float],
    _ bias: [Float], _ width: Int, _ body: (UnsafePointer<network_pointer>) -> Void
  ) {
    distances.withUnsafeBufferPointer { distances in
      sentences.withUnsafeBufferPointer { sentences in
        signs.withUnsafeBufferPointer { signs in
          weights.withUnsafeBufferPointer { weights in
            bias.withUnsafeBufferPointer { bias in
              var pointer = network_pointer(
                width: width, distances: distances.baseAddress, sentences: sentences.baseAddress,
                signs: signs.baseAddress, weights: weights.baseAddress, bias: bias.baseAddress)
              body(&pointer)
            }
          }
        }
      }
    }
  }

  @Test("a memory gives what its gates let through, from either end", arguments: [8, 16, 96])
  func memory(width: Int) {
    var numbers = Numbers(seed: UInt64(width))
    let length = 5
    let weights = numbers.next(width * 3 * width).map { $0 / 4 }
    let (bias, gates) = (numbers.next(3 * width), numbers.next(length * 3 * width))
    for isBackwards in [false, true] {
      var output = [Float](repeating: 9, count: length * 2 * width)
      weights.withUnsafeBufferPointer { weights in
        bias.withUnsafeBufferPointer { bias in
          var memory = network_memory(
            width: width, weights: weights.baseAddress, bias: bias.baseAddress)
          network_remember(&memory, gates, length, isBackwards ? 1 : 0, &output, 2 * width)
        }
      }
      var state = [Double](repeating: 0, count: width)
      for step in 0..<length {
        let token = isBackwards ? length - 1 - step : step
        let own = (0..<3 * width).map { gate in
          (0..<width).reduce(Double(bias[gate])) {
            $0 + state[$1] * Double(weights[$1 * 3 * width + gate])
          }
        }
        func given(_ gate: Int) -> Double { Double(gates[token * 3 * width + gate]) }
        state = (0..<width).map { value in
          let forget = share(given(value) + own[value])
          let keep = share(given(width + value) + own[width + value])
          let new = 2 * share(2 * (given(2 * width + value) + forget * own[2 * width + value])) - 1
          return (1 - keep) * new + keep * state[value]
        }
        for value in 0..<width {
          #expect(abs(Double(output[token * 2 * width + value]) - state[value]) < 1e-5)
          #expect(output[token * 2 * width + width + value] == 9)
        }
      }
    }
  }

  /// A number between 0 and 1, the greater `x` is.
  private func share(_ x: Double) -> Double {
    var power = 1.0
    // e to the power of x / 256, multiplied by itself eight times.
    for part in stride(from: 12.0, through: 1, by: -1) { power = 1 + power * -x / 256 / part }
    for _ in 0..<8 { power *= power }
    return 1 / (1 + power)
  }

  @Test("rows of bytes are added as whole numbers")
  func rows() {
    let table: [Int8] = [1, -2, 127, 127, -128, 4, 127, -3]
    let rows: [UInt32] = [0, 1, 3, 3, 2, 1, 0]
    var sums = [Int32](repeating: 0, count: 2)
    network_add_rows(table, 2, rows, rows.count, &sums)
    #expect(sums == [382, 248])
  }
}
