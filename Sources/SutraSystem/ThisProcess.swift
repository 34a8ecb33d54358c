import CTerminal
import Glibc

/// The process itself.
public enum ThisProcess {
  /// Its number, which no other has at the time.
  public static var number: Int32 { getpid() }

  /// How many threads can be at work at a time.
  public static var processors: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  /// Ends it.
  public static func end(_ status: Int32) -> Never { exit(status) }

  /// Gives arrays of a megabyte and more back to the system as soon as they are done with; by itself
  /// the C library learns from the first large one to keep them.
  public static func returnLargeMemory() { sutra_return_large_memory() }

  /// The locale that the environment names, with its encoding; it is in force from then on.
  public static var locale: String {
    setlocale(LC_ALL, "")
    let name = setlocale(LC_CTYPE, nil).map { String(cString: $0) } ?? "C"
    let encoding = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    return encoding.isEmpty ? name : "\(name) (\(encoding))"
  }
}
