/// The networks that read articles a second time, one a language; where a language has none, the rules are all.
public struct SecondReadings: Sendable {
  /// None: the rules alone say what is quoted.
  public static let none = SecondReadings([])

  private let networks: [String: ReadingNetwork]
  private var isWide = false
  private var mostBytes = Int.max

  /// The same, which take less to be sure of a quotation that the rules have not found: thoughts, acts and
  /// things spoken about too.
  public var wide: SecondReadings {
    var readings = self
    readings.isWide = true
    return readings
  }

  /// The same, which leave texts to the rules that take longer than somebody waits for.
  public var ofShortTexts: SecondReadings {
    var readings = self
    readings.mostBytes = Limits.secondReadingBytes
    return readings
  }

  /// Takes networks for their languages; of two for one language the later one counts.
  package init(_ networks: [ReadingNetwork]) {
    self.networks = Dictionary(networks.map { ($0.language, $0) }) { $1 }
  }

  /// How sure a network must be.
  func bounds(of network: ReadingNetwork) -> ReadingBounds {
    isWide ? network.wideBounds : network.bounds
  }

  /// The network that reads a document, or `nil` when there is none for it.
  func network(of document: Document) -> ReadingNetwork? {
    document.text.bytes.count <= mostBytes ? network(document.language) : nil
  }

  /// The network for a language, or `nil` when there is none.
  func network(_ language: String) -> ReadingNetwork? { networks[language] }
}
