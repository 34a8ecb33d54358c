// What tests need another program for: one that crashes in its own ways, one that writes a file
// over and over until it is killed, and the reader where the system tells nothing of files.
import CTerminal
import Glibc
import SutraResources
import SutraCommand
import SutraCore
import SutraReader
import SutraSystem
import SutraTerminal

/// Needs more and more of the stack.
@inline(never)
func overflow(_ depth: Int) -> Int {
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 512) { room in
    room[0] = depth
    room[511] = overflow(depth + 1)
    return room[0] + room[511]
  }
}

/// Crashes as `way` says.
func crash(_ way: String) {
  if way == "overflow" { exit(Int32(truncatingIfNeeded: overflow(0))) }
  let none: [Int] = []
  if way == "trap" { exit(Int32(none[Int(getpid())])) }
  abort()
}

/// Crashes with a screen painted, in the main thread or in one like that of the analysis.
func crash(_ way: String, inThread: Bool) -> Int32 {
  do {
    var session = try TerminalSession.open(profile: .spacing, wantsColor: true)
    session.useMouse(true)
    let text = SourceText(validBytes: Array("The terminal is about to be lost.".utf8))
    let document = ArticleAnalyzer().document(id: "crash", text: text)
    let state = ReaderState(article: Article(document: document), size: session.size)
    session.paint(state.screen(), ThemeLibrary.standard)
    guard inThread else {
      crash(way)
      return 1
    }
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { way in
        let stack = sutra_signals_leave_to_main()
        if let way { crash(String(cString: way.assumingMemoryBound(to: CChar.self))) }
        sutra_signals_free_stack(stack)
        return nil
      }, strdup(way))
    while true { session.wait() }
  } catch {
    return 2
  }
}

/// Writes a file whole, again and again: so many times the letter `a`, then `b`, and so on.
func writeForever(_ path: String, count: Int) -> Int32 {
  var letter: UInt8 = 0x61
  while WholeFile.write(
    [UInt8](repeating: letter, count: count), to: path, mode: 0o600, replaces: true) == nil
  {
    letter = letter == 0x7A ? 0x61 : letter + 1
  }
  return 1
}

/// Stands in the place of the C library's: a system that cannot tell of changes.
@_cdecl("inotify_init1")
func noNotification(_ flags: Int32) -> Int32 {
  errno = ENOSYS
  return -1
}

let words = CommandLine.arguments
switch words.dropFirst().first {
case "crash" where words.count == 4: exit(crash(words[2], inThread: words[3] == "thread"))
case "write" where words.count == 4: exit(writeForever(words[2], count: Int(words[3]) ?? 1))
case "unwatched": exit(Command.run(Array(words.dropFirst())))
default: exit(2)
}
