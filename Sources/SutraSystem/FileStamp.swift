/// What a file was at a moment: when any of it differs the file has changed.
public struct FileStamp: Equatable, Sendable {
  private let identity: FileStatus.Identity
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// What a file is now; `nil` when it is none or is gone.
  ///
  /// - Parameter path: Its name, as `RawPath` has it.
  public init?(_ path: String) {
    guard let status = FileStatus(at: path), status.kind == .file else { return nil }
    identity = status.identity
    size = status.size
    (seconds, nanoseconds) = status.changed
  }
}
