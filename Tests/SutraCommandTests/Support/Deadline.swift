import Foundation

/// A moment by which something must have happened; far off, since machines can be slow.
struct Deadline {
  private let end: UInt64

  /// So many seconds from now.
  init(seconds: Double = 20) {
    end = DispatchTime.now().uptimeNanoseconds + UInt64(seconds * 1e9)
  }

  /// Whether the moment has come.
  var hasPassed: Bool { DispatchTime.now().uptimeNanoseconds >= end }
}
