/// Keeps a range of tokens in 8 bytes: a long text has very many.
@propertyWrapper
struct SmallTokens: Sendable {
  private let first: Int32
  private let last: Int32

  init(wrappedValue range: Range<Int>) {
    first = Int32(truncatingIfNeeded: range.lowerBound)
    last = Int32(truncatingIfNeeded: range.upperBound)
  }

  var wrappedValue: Range<Int> {
    get { Int(first)..<Int(last) }
    set { self = SmallTokens(wrappedValue: newValue) }
  }
}

/// Keeps a range of tokens that may be none in 8 bytes.
@propertyWrapper
struct SmallOptionalTokens: Sendable {
  private let first: Int32
  private let last: Int32

  init(wrappedValue range: Range<Int>?) {
    first = range.map { Int32(truncatingIfNeeded: $0.lowerBound) } ?? -1
    last = range.map { Int32(truncatingIfNeeded: $0.upperBound) } ?? -1
  }

  var wrappedValue: Range<Int>? {
    get { first < 0 ? nil : Int(first)..<Int(last) }
    set { self = SmallOptionalTokens(wrappedValue: newValue) }
  }
}

/// Keeps a number of tokens, sentences or paragraphs in 4 bytes.
@propertyWrapper
struct SmallNumber: Sendable {
  private let number: Int32

  init(wrappedValue: Int) { number = Int32(truncatingIfNeeded: wrappedValue) }

  var wrappedValue: Int {
    get { Int(number) }
    set { self = SmallNumber(wrappedValue: newValue) }
  }
}
