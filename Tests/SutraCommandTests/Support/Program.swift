import Foundation

/// The built program, run without a terminal.
enum Program {
  /// What a run left behind.
  struct Outcome {
    let ending: ChildProcess.Ending
    let output: [UInt8]
    let errors: [UInt8]

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    var complaint: String { String(decoding: errors, as: UTF8.self) }
    /// The lines of standard output.
    var lines: [String] {
      var lines = text.components(separatedBy: "\n")
      if lines.last == "" { lines.removeLast() }
      return lines
    }
  }

  /// Where the program gets its input.
  enum Input {
    case nothing
    case pipe([UInt8])
    case file(String)
  }

  /// Where the program's output goes.
  enum Destination {
    case pipe
    case file(String)
    /// A pipe that nobody reads from.
    case closedPipe
  }

  /// The program beside the tests that run.
  ///
  /// `SUTRA_PROGRAM` names another one to be tested, such as one that was built to find races.
  static let path = ProcessInfo.processInfo.environment["SUTRA_PROGRAM"] ?? path(of: "sutra")

  /// How often a test does something, where a variable says so.
  static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
  }

  /// The program that crashes and is killed, for the tests of ends.
  static let ends = path(of: "sutra-ends")

  private static func path(of program: String) -> String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(
      program)
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside.path }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.appendingPathComponent(".build/debug/\(program)").path
  }

  /// An environment in which nothing of the user's is found.
  static func environment(home: TemporaryFolder) -> [String: String] {
    var variables = [
      "LANG": "C.UTF-8", "HOME": home.path, "XDG_CONFIG_HOME": home.path(of: "config"),
      "XDG_CACHE_HOME": home.path(of: "cache"), "PATH": "/usr/bin:/bin",
    ]
    variables["TSAN_OPTIONS"] = ProcessInfo.processInfo.environment["TSAN_OPTIONS"]
    return variables
  }

  /// Runs the program to its end; its environment is that of a user without settings.
  static func run(
    _ arguments: [String], environment: [String: String]? = nil, input: Input = .nothing,
    output: Destination = .pipe, ignoring ignored: [Int32] = [], at path: String = path
  ) throws -> Outcome {
    let home = try TemporaryFolder()
    // Writing to a program that has ended must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    let inputPipe = try OwnedPipe()
    let outputPipe = try OwnedPipe()
    let errorPipe = try OwnedPipe()
    var descriptors: [ChildProcess.Descriptor] = []
    var pending: [UInt8] = []
    switch input {
    case .nothing: descriptors.append(.open("/dev/null", O_RDONLY))
    case .file(let name): descriptors.append(.open(name, O_RDONLY))
    case .pipe(let bytes):
      pending = bytes
      descriptors.append(.copy(inputPipe.reading))
    }
    switch output {
    case .pipe: descriptors.append(.copy(outputPipe.writing))
    case .file(let name): descriptors.append(.open(name, O_WRONLY | O_CREAT))
    case .closedPipe:
      outputPipe.closeReading()
      descriptors.append(.copy(outputPipe.writing))
    }
    descriptors.append(.copy(errorPipe.writing))
    let child = try ChildProcess(
      path, arguments, environment: environment ?? Self.environment(home: home),
      descriptors: descriptors, ignoring: ignored)
    inputPipe.closeReading()
    outputPipe.closeWriting()
    errorPipe.closeWriting()
    let deadline = Deadline(seconds: 60)
    var (written, errors): ([UInt8], [UInt8]) = ([], [])
    if pending.isEmpty { inputPipe.closeWriting() }
    while outputPipe.reading >= 0 || errorPipe.reading >= 0, !deadline.hasPassed {
      var waiting = [
        pollfd(fd: pending.isEmpty ? -1 : inputPipe.writing, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: outputPipe.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorPipe.reading, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, 3, 100) > 0 else { continue }
      if waiting[0].revents != 0 {
        let count = pending.withUnsafeBytes {
          write(inputPipe.writing, $0.baseAddress, min($0.count, 4096))
        }
        pending.removeFirst(count > 0 ? count : pending.count)
        if pending.isEmpty { inputPipe.closeWriting() }
      }
      if waiting[1].revents != 0, !outputPipe.drain(into: &written) { outputPipe.closeReading() }
      if waiting[2].revents != 0, !errorPipe.drain(into: &errors) { errorPipe.closeReading() }
    }
    while child.poll() == nil, !deadline.hasPassed { usleep(1_000) }
    return Outcome(ending: child.poll() ?? .never, output: written, errors: errors)
  }
}
