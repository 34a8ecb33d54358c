import Glibc

/// Many files of a folder that are written together: to wait for the disk once for all of them takes a
/// fraction of the time.
///
/// Each has its name when it is whole and lasts, as those of ``WholeFile``; a program that is killed on
/// the way leaves the files of one batch at most under their other names.
final class WholeFiles {
  private final class Member {
    let path: String
    let group: Int
    var file: WholeFile.Growing?

    init(_ path: String, _ group: Int, _ file: consuming WholeFile.Growing) {
      (self.path, self.group) = (path, group)
      self.file = consume file
    }
  }

  /// Files from which on all are made last at once.
  ///
  /// That writes what other programs have changed as well, so few files are not worth it.
  private static let many = 8

  private var members: [Member] = []

  /// How many files are waiting for their names.
  var count: Int { members.count }

  /// Writes a file under another name.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - path: Its name.
  ///   - mode: Its permissions.
  ///   - group: What belongs together: where one of its files cannot be written none is.
  /// - Returns: 0, or the `errno` of what failed.
  func add(_ bytes: [UInt8], to path: String, mode: mode_t, group: Int) -> Int32 {
    var failure: Int32
    if let file = WholeFile.Growing(path: path, mode: mode) {
      failure = file.write(bytes)
      if failure == 0 { members.append(Member(path, group, file)) }
    } else {
      failure = errno
    }
    if failure != 0 { members.removeAll { $0.group == group } }
    return failure
  }

  /// Makes all files last and gives them their names.
  ///
  /// - Parameter replaces: Whether files of these names are replaced.
  /// - Returns: The files that could not get theirs, the first of each group, and the `errno` of why.
  func finish(replaces: Bool) -> [(path: String, failure: Int32)] {
    defer { members = [] }
    let isMany = members.count >= Self.many
    let failureOfAll = isMany ? members[0].file?.makeAllLast() ?? 0 : 0
    var failures: [(path: String, failure: Int32)] = []
    var failedGroup: Int?
    for member in members where member.group != failedGroup {
      guard let file = member.file.take() else { continue }
      var failure = isMany ? failureOfAll : file.makeLast()
      if failure == 0 { failure = file.takeName(replaces: replaces) }
      guard failure != 0 else { continue }
      failures.append((member.path, failure))
      failedGroup = member.group
    }
    return failures
  }
}
