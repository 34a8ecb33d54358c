import Synchronization

/// The networks that read articles a second time, one a language; where a language has none, the rules are all.
///
/// A network is made when the first article needs it: an article of another language, or one in which
/// nothing may be said, takes neither its time nor its memory.
public struct SecondReadings: Sendable {
  /// None: the rules alone say what is quoted.
  public static let none = SecondReadings(languages: []) { _ in nil }

  private let languages: Set<String>
  private let networks: Networks
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

  /// Takes the codes of the languages that have a network, and how one is made.
  ///
  /// - Parameters:
  ///   - languages: The codes of the languages.
  ///   - making: Makes the network for one of them, once, or gives `nil` when it cannot be read.
  package init(
    languages: Set<String>, making: @escaping @Sendable (String) -> ReadingNetwork?
  ) {
    self.languages = languages
    networks = Networks(making: making)
  }

  /// How sure a network must be.
  func bounds(of network: ReadingNetwork) -> ReadingBounds {
    isWide ? network.wideBounds : network.bounds
  }

  /// Whether there is a network for a document.
  func reads(_ document: Document) -> Bool {
    document.text.bytes.count <= mostBytes && languages.contains(document.language)
  }

  /// The network that reads a document, or `nil` when there is none for it.
  func network(of document: Document) -> ReadingNetwork? {
    reads(document) ? network(document.language) : nil
  }

  /// The network for a language, or `nil` when there is none.
  func network(_ language: String) -> ReadingNetwork? {
    languages.contains(language) ? networks[language] : nil
  }
}

/// Networks that are made when they are asked for, and then kept.
private final class Networks: Sendable {
  private let making: @Sendable (String) -> ReadingNetwork?
  private let made = Mutex<[String: ReadingNetwork?]>([:])

  init(making: @escaping @Sendable (String) -> ReadingNetwork?) { self.making = making }

  subscript(language: String) -> ReadingNetwork? {
    made.withLock { made in
      if let network = made[language] { return network }
      let network = making(language)
      made[language] = .some(network)
      return network
    }
  }
}
