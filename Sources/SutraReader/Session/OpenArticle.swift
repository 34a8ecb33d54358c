import SutraCore

/// An article of a session: what is known of it, and what it waits for.
struct OpenArticle: Sendable {
  /// Why an article is being read.
  enum Reading: Hashable, Sendable {
    /// It is to be shown.
    case toShow
    /// Its beginning is shown already.
    case rest
    /// Its file has changed, or the user asked for it.
    case anew
  }

  /// An analysis that is under way.
  struct Analysis: Sendable {
    /// The text that is analysed.
    let text: [UInt8]
    /// When it began, in milliseconds of a steady clock.
    let begun: Int64
  }

  /// Its name, before anything is known of it.
  let name: String
  /// Whether it is in a file, which may change and can be read anew.
  let isFile: Bool
  /// What tells it from others from one run to the next; `nil` when it is not remembered.
  var key: String?
  /// What the reader knew of it when it was left; `nil` of one that was never shown, and of the one
  /// on the screen.
  var state: ReaderState?
  /// Why it is being read, if it is, and since when.
  var reading: (why: Reading, begun: Int64)?
  /// Whether it is to be read once more when that has ended.
  var readsAgain = false
  /// Whether it is shown without its rest, which could not be read.
  var isPart = false
  /// The analysis of its text that is under way.
  var analysis: Analysis?

  /// An article that nobody has looked at yet.
  init(name: String, isFile: Bool) {
    self.name = name
    self.isFile = isFile
  }
}

extension [UInt8] {
  /// Whether it begins with other bytes; of large texts as quickly as memory is read.
  func begins(with other: [UInt8]) -> Bool {
    guard count >= other.count else { return false }
    return withUnsafeBytes { own in
      other.withUnsafeBytes { other in
        var place = 0
        while place + 32 <= other.count {
          if own.loadUnaligned(fromByteOffset: place, as: SIMD32<UInt8>.self)
            != other.loadUnaligned(fromByteOffset: place, as: SIMD32<UInt8>.self)
          {
            return false
          }
          place += 32
        }
        while place < other.count {
          if own[place] != other[place] { return false }
          place += 1
        }
        return true
      }
    }
  }
}
