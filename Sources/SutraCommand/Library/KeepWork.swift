import SutraCore
import SutraInput
import SutraLibrary
import SutraReader
import SutraSystem
import SutraWords
import Synchronization

/// Keeps articles that were read, and what was made of them by hand, beside the reader, which never
/// waits for that.
final class KeepWork: Sendable {
  /// Milliseconds that the end of the reader waits at most until what was read is kept.
  private static let patience = 500

  /// Something that is written to the library.
  private typealias Task = @Sendable (Library) throws(LibraryError) -> Void

  /// What is to be written, in order; and whether somebody is at it.
  private struct Queue {
    var tasks: [Task] = []
    var isRunning = false
    /// Whether the file has been looked through, which is done once.
    var isChecked = false
  }

  /// How far a large file of an earlier version is brought up to date.
  private enum Upgrade { case none, running, done }

  /// The file of the library, where there is one to be.
  private let file = UserLibrary.file
  private let wish: Mutex<String>
  private let queue = Mutex(Queue())
  private let trouble = Mutex<String?>(nil)
  private let upgrade = Mutex(Upgrade.none)

  /// Begins.
  ///
  /// - Parameter wish: The setting: on, off, ask, or auto, which keeps where there is a library
  ///   already.
  init(_ wish: String) { self.wish = Mutex(wish) }

  /// Follows the setting.
  func follow(_ wish: String) { self.wish.withLock { $0 = wish } }

  /// Where articles are kept; `nil` where none are.
  private var path: String? {
    switch wish.withLock({ $0 }) {
    case "on": file
    case "auto": isThere ? file : nil
    default: nil
    }
  }

  private var isThere: Bool { file.map { FileStatus.exists($0) } ?? false }

  /// Whether the user is to be asked before anything is kept, which is so once.
  func takesQuestion() -> Bool {
    wish.withLock { wish in
      defer { if wish == "ask" { wish = "off" } }
      return wish == "ask" && file != nil
    }
  }

  /// Keeps an article; one that nobody could find again is not kept.
  ///
  /// - Parameters:
  ///   - article: The article, with what somebody has set right.
  ///   - input: Where it is from.
  ///   - isRevised: Whether something else was found in it than before.
  ///   - body: What is written behind it, for the article's name in the library.
  /// - Returns: Whether it is going to be kept.
  @discardableResult
  func keep(
    _ article: Article, from input: ArticleOrigin, isRevised: Bool = false,
    then body: (@Sendable (Library, String) throws(LibraryError) -> Void)? = nil
  ) -> Bool {
    guard path != nil, let origin = Self.origin(article.document, input) else { return false }
    checkOnce()
    add { library throws(LibraryError) in
      var kept = KeptArticles()
      let found = kept.kept(article, from: origin)
      try library.together { () throws(LibraryError) in
        _ = try library.keep(
          found, at: UserLibrary.now, isRevised: isRevised, isRead: true
        ) { kept.index(Array($1.utf8), $0) }
        try body?(library, origin)
      }
    }
    return true
  }

  /// What was set right and noted in an article before; read in the calling thread.
  func hand(
    of document: Document, from input: ArticleOrigin
  ) -> (corrections: [Correction], notes: [ReaderNote]) {
    guard let path, isThere, let origin = Self.origin(document, input) else { return ([], []) }
    do throws(LibraryError) {
      let library = try Library.atOnce(path)
      let notes = try library.notes(of: origin).map { ReaderNote($0.text, on: $0.anchor) }
      return (try KeptCorrections(library).corrections(of: document, from: origin), notes)
    } catch {
      if error == .older(path: path) { bringUpToDate() } else { tell(error) }
      return ([], [])
    }
  }

  // MARK: A file of an earlier version

  /// Whether the file is being brought up to date, so that what somebody has made of articles is not known yet.
  var isUpgrading: Bool { upgrade.withLock { $0 == .running } }

  /// Brings a large file of an earlier version up to date, beside everything else.
  func bringUpToDate() {
    let isFirst = upgrade.withLock { upgrade in
      defer { upgrade = .running }
      return upgrade != .running
    }
    guard isFirst, let file else { return }
    if !WorkerThread.start({ self.upgrade(file) }) { upgrade(file) }
  }

  private func upgrade(_ file: String) {
    var failure: LibraryError?
    repeat {
      failure = nil
      do throws(LibraryError) {
        _ = try Library(path: file)
      } catch {
        failure = error
      }
      // Another program may be at it already.
    } while failure == .busy(path: file)
    upgrade.withLock { $0 = failure == nil ? .done : .none }
    if let failure { tell(failure) } else { Signals.wake() }
  }

  /// Whether the file has been brought up to date, once.
  func takesUpgrade() -> Bool {
    upgrade.withLock { upgrade in
      guard upgrade == .done else { return false }
      upgrade = .none
      return true
    }
  }

  /// The text of the version before an article, as far as one was kept; read in the calling thread.
  func textBefore(_ document: Document, from input: ArticleOrigin) -> String? {
    guard let path, isThere, let origin = Self.origin(document, input) else { return nil }
    do throws(LibraryError) {
      let texts = try Library.atOnce(path).versions(of: origin)
      let own = String(decoding: document.text.bytes, as: UTF8.self)
      let place = texts.lastIndex(of: own) ?? texts.count
      return place > 0 ? texts[place - 1] : nil
    } catch {
      tell(error)
      return nil
    }
  }

  /// What an article is called in the library; `nil` for one that nobody could find again.
  private static func origin(_ document: Document, _ input: ArticleOrigin) -> String? {
    // An article of a feed has an address of its own.
    input.lastingName ?? document.metadata.address
  }

  // MARK: Writing

  private func add(_ task: @escaping Task) {
    let isFirst = queue.withLock { queue in
      queue.tasks.append(task)
      defer { queue.isRunning = true }
      return !queue.isRunning
    }
    guard isFirst else { return }
    if !WorkerThread.start({ self.run() }) { run() }
  }

  /// Looks through the whole file beside everything else, in the time that it takes.
  private func checkOnce() {
    let isFirst = queue.withLock { queue in
      defer { queue.isChecked = true }
      return !queue.isChecked
    }
    guard isFirst, let path, isThere else { return }
    _ = WorkerThread.start {
      do throws(LibraryError) {
        try Library.atOnce(path, patience: Library.patience).check()
      } catch {
        // Another program may hold it, which says nothing of the file.
        if error == .damaged(path: path) { self.tell(error) }
      }
    }
  }

  private func run() {
    var library: Library?
    while let task = next() {
      do throws(LibraryError) {
        guard let path else { continue }
        // What waits is written when the file is up to date.
        while isUpgrading { Clock.sleep(milliseconds: 50) }
        if library == nil { library = try Library(path: path) }
        if let library { try task(library) }
      } catch {
        tell(error)
      }
    }
  }

  private func next() -> Task? {
    queue.withLock { queue in
      guard !queue.tasks.isEmpty else {
        queue.isRunning = false
        return nil
      }
      return queue.tasks.removeFirst()
    }
  }

  private func tell(_ error: LibraryError) {
    trouble.withLock { $0 = say("library.not-kept", ["reason": error.briefSentence]) }
    Signals.wake()
  }

  /// What went wrong, once.
  func takeTrouble() -> String? {
    trouble.withLock { trouble in
      defer { trouble = nil }
      return trouble
    }
  }

  /// Waits a moment until what was read is kept.
  ///
  /// - Returns: Whether it is.
  @discardableResult
  func finish() -> Bool {
    for _ in 0..<Self.patience where queue.withLock({ $0.isRunning }) {
      Clock.sleep(milliseconds: 1)
    }
    return queue.withLock { !$0.isRunning }
  }
}
