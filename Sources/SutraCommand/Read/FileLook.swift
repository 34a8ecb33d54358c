import SutraInput
import SutraReader
import SutraSystem

extension ArticleOrigin {
  /// What its file is now; `nil` when it is in no file or the file is gone.
  var stamp: FileStamp? { InputFile.path(self).flatMap { FileStamp($0) } }

  /// Whether it is in a certain file, whatever that is called.
  func isFile(_ identity: FileStatus.Identity) -> Bool {
    InputFile.path(source).flatMap { FileStatus(at: $0) }?.identity == identity
  }
}

/// Looks whether the files of articles have changed while they are open.
struct FileLook: ~Copyable {
  /// Milliseconds between two looks at a file of which the system tells nothing.
  static let pause = 1_000

  /// What the files were when they were read.
  private var stamps: [Int: FileStamp] = [:]
  /// What those were that are being read.
  private var coming: [Int: FileStamp] = [:]
  var watch = FileWatch()
  /// When a file of which the system tells nothing may be looked at again, in milliseconds of a
  /// steady clock.
  private var nextLook: Int64 = 0

  /// Takes note of what the file of an article was when it was read.
  mutating func note(_ number: Int, _ stamp: FileStamp?) { stamps[number] = stamp }

  /// An article is about to be read.
  mutating func begin(_ number: Int, _ input: ArticleOrigin) { coming[number] = input.stamp }

  /// The rest of an article is about to be read whose beginning is shown: who has changed its file since
  /// that was read has changed the article.
  mutating func readsOn(_ number: Int) {
    if coming[number] != nil { coming[number] = stamps[number] }
  }

  /// It has been read; `isUsed` tells whether the reader takes note of what the file was.
  mutating func end(_ number: Int, isUsed: Bool) {
    let stamp = coming.removeValue(forKey: number)
    if isUsed { stamps[number] = stamp ?? stamps[number] }
  }

  /// Looks at the file of the article on the screen.
  ///
  /// That is done when the reader is awake anyway, and where the system does not tell of changes no
  /// more often than each second: a server far away may take long to answer.
  ///
  /// - Parameters:
  ///   - input: Where the article is.
  ///   - state: What the reader knows of it.
  /// - Returns: What has become of the file, when that is new, or when a file that is followed has
  ///   changed once more; and a descriptor that tells of the next change, or -1.
  mutating func look(
    at input: ArticleOrigin, _ state: ReaderState
  ) -> (news: FileOnDisk?, watched: Int32) {
    guard let path = InputFile.path(input), let read = stamps[state.articleNumber] else {
      return (nil, -1)
    }
    if state.disk == .asRead {
      let isRecent = !state.isFollowing && Clock.milliseconds < nextLook
      if watch.vouches(for: path) || !watch.isReliable && !watch.isStale && isRecent {
        return (nil, watch.file)
      }
    }
    nextLook = Clock.milliseconds + Int64(Self.pause)
    // Watched first and looked at then, so that no change falls between the two.
    watch.look(at: path, isGone: input.stamp == nil)
    let now = input.stamp
    let disk: FileOnDisk = now == nil ? .gone : now == read ? .asRead : .changed
    // That it has changed once more is nothing new.
    if disk == .changed {
      return (disk != state.disk || state.isFollowing ? disk : nil, -1)
    }
    return (disk != state.disk ? disk : nil, watch.file)
  }
}
