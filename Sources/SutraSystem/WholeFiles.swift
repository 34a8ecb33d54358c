/// Many files of a folder that are written together: to wait for the disk once for all of them takes a
/// fraction of the time.
///
/// Each has its name when it is whole and lasts, as those of ``WholeFile``; a program that is killed on
/// the way leaves the files of one batch at most under their other names.
public final class WholeFiles {
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
  public var count: Int { members.count }

  /// Begins with none.
  public init() {}

  /// Writes a file under another name.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - path: Its name.
  ///   - mode: Its permissions.
  ///   - group: What belongs together: where one of its files cannot be written none is.
  /// - Returns: What failed, if so.
  public func add(
    _ bytes: [UInt8], to path: String, mode: UInt32, group: Int
  ) -> SystemFailure? {
    var failure: SystemFailure?
    do throws(SystemFailure) {
      let file = try WholeFile.Growing(path: path, mode: mode)
      failure = file.write(bytes)
      if failure == nil { members.append(Member(path, group, file)) }
    } catch {
      failure = error
    }
    if failure != nil { members.removeAll { $0.group == group } }
    return failure
  }

  /// Makes all files last and gives them their names.
  ///
  /// - Parameter replaces: Whether files of these names are replaced.
  /// - Returns: The files that could not get theirs, the first of each group, and why.
  public func finish(replaces: Bool) -> [(path: String, failure: SystemFailure)] {
    defer { members = [] }
    let isMany = members.count >= Self.many
    let failureOfAll = isMany ? members[0].file?.makeAllLast() : nil
    var failures: [(path: String, failure: SystemFailure)] = []
    var failedGroup: Int?
    for member in members where member.group != failedGroup {
      guard let file = member.file.take() else { continue }
      var failure = isMany ? failureOfAll : file.makeLast()
      if failure == nil { failure = file.takeName(replaces: replaces) }
      guard let failure else { continue }
      failures.append((member.path, failure))
      failedGroup = member.group
    }
    return failures
  }
}
