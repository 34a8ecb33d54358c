/// Keeps a value that is missing most of the time in 8 bytes, and apart where it is there.
///
/// A large article has very many quotations, few of them with a medium.
@propertyWrapper
public struct Rare<Value: Hashable & Sendable>: Hashable, Sendable {
  private indirect enum Box: Hashable, Sendable {
    case value(Value)
  }

  private let box: Box?

  /// Keeps a value, or that there is none.
  public init(wrappedValue: Value?) { box = wrappedValue.map(Box.value) }

  /// The value.
  public var wrappedValue: Value? {
    guard case .value(let value) = box else { return nil }
    return value
  }
}
