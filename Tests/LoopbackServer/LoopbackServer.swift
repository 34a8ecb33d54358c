import Glibc
import Synchronization

/// A small HTTP server on loopback, which answers as a test tells it.
public final class LoopbackServer: Sendable {
  /// What a client has asked for.
  public struct Request: Sendable {
    /// The path and what follows a question mark.
    public let path: String
    /// The header lines as they came.
    public let lines: [String]

    /// The value of a header, its name in small letters.
    public subscript(name: String) -> String? {
      for line in lines {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, parts[0].lowercased() == name {
          return String(parts[1].drop { $0 == " " })
        }
      }
      return nil
    }
  }

  /// One thing that the server does.
  public enum Step: Sendable {
    case send([UInt8])
    case pause(milliseconds: Int)
    /// Ends the connection with a reset.
    case reset
    /// Sends the same bytes so many times.
    case sendAgain([UInt8], times: Int)
    /// Waits until the client ends the connection, at most some seconds.
    case awaitClient(seconds: Int)
  }

  /// Answers a request.
  public typealias Handler = @Sendable (Request) -> [Step]

  /// The port it listens on.
  public let port: Int
  private let listener: Int32
  private let handler: Handler
  private let asked = Mutex<[Request]>([])
  private let open = Atomic(0)
  private let serving = Atomic(0)
  private let mostOpen = Atomic(0)

  /// Begins to listen on a free port of 127.0.0.1.
  public init(_ handler: @escaping Handler) {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.handler = handler
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let file = listener
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        _ = bind(file, pointer, length)
        _ = listen(file, 512)
        _ = getsockname(file, pointer, &length)
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    let server = Unmanaged.passUnretained(self)
    LoopbackThread.start { [file] in
      while true {
        let client = accept(file, nil, nil)
        guard client >= 0 else { return }
        // The server is there as long as its listener is not shut down.
        let server = server.takeUnretainedValue()
        LoopbackThread.start { server.serve(client) }
      }
    }
  }

  /// Makes a server that answers each path as a table says, and others with 404.
  public convenience init(_ pages: [String: [Step]]) {
    self.init { pages[$0.path] ?? Self.answer("404 Not Found", body: Array("no".utf8)) }
  }

  /// Ends it; must be called before it is let go.
  public func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    // A thread of its own may still hold it.
    while serving.load(ordering: .acquiring) > 0 { usleep(2_000) }
    usleep(20_000)
  }

  /// The requests so far, in order.
  public var requests: [Request] { asked.withLock { $0 } }

  /// Most connections that were open at a time.
  public var mostAtATime: Int { mostOpen.load(ordering: .relaxed) }

  /// The address of a path.
  public func url(_ path: String = "/", host: String = "127.0.0.1") -> String {
    "http://\(host):\(port)\(path)"
  }

  /// An answer with headers and a body; its length is told unless it is among the headers.
  public static func answer(
    _ status: String = "200 OK", _ headers: [String] = [], body: [UInt8] = []
  ) -> [Step] {
    var head = "HTTP/1.1 \(status)\r\nConnection: close\r\n"
    for line in headers { head += line + "\r\n" }
    if !headers.contains(where: { $0.lowercased().hasPrefix("content-length") }) {
      head += "Content-Length: \(body.count)\r\n"
    }
    return [.send(Array((head + "\r\n").utf8) + body)]
  }

  private func serve(_ client: Int32) {
    let count = open.add(1, ordering: .acquiringAndReleasing).newValue
    var most = mostOpen.load(ordering: .relaxed)
    while most < count {
      let exchange = mostOpen.compareExchange(expected: most, desired: count, ordering: .relaxed)
      if exchange.exchanged { break }
      most = exchange.original
    }
    var isCounted = true
    func uncount() {
      if isCounted { open.subtract(1, ordering: .acquiringAndReleasing) }
      isCounted = false
    }
    serving.add(1, ordering: .acquiringAndReleasing)
    defer {
      shutdown(client, Int32(SHUT_WR))
      close(client)
      uncount()
      serving.subtract(1, ordering: .acquiringAndReleasing)
    }
    guard let request = Self.read(client) else { return }
    asked.withLock { $0.append(request) }
    let steps = handler(request)
    for (index, step) in steps.enumerated() {
      // A client that has all of it may ask for more before this thread has seen to the end.
      if index == steps.count - 1 { uncount() }
      switch step {
      case .send(let bytes): guard Self.send(bytes, client) else { return }
      case .sendAgain(let bytes, let times):
        for _ in 0..<times { guard Self.send(bytes, client) else { return } }
      case .pause(let milliseconds): if Self.waits(client, milliseconds) { return }
      case .awaitClient(let seconds): if Self.waits(client, seconds * 1_000) { return }
      case .reset:
        var hard = linger(l_onoff: 1, l_linger: 0)
        setsockopt(client, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
        return
      }
    }
  }

  /// Waits, and tells whether the client has gone meanwhile.
  private static func waits(_ client: Int32, _ milliseconds: Int) -> Bool {
    var waiting = pollfd(fd: client, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(milliseconds)) > 0 else { return false }
    var byte: UInt8 = 0
    return recv(client, &byte, 1, Int32(MSG_PEEK)) <= 0
  }

  private static func read(_ client: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0, bytes.count < 1 << 20 else { return nil }
      bytes += buffer[..<count]
      // The greeting of TLS, which this server does not know.
      if bytes[0] == 0x16 {
        return Request(path: "", lines: [String(decoding: bytes, as: UTF8.self)])
      }
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    return Request(path: String(words[1]), lines: Array(lines.dropFirst()))
  }

  private static func send(_ bytes: [UInt8], _ client: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }
}

/// Threads of the server, and of tests that must not wait for those that run tests.
public enum LoopbackThread {
  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs a closure on a thread of its own.
  public static func start(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    pthread_create(
      &thread, &attributes,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    pthread_attr_destroy(&attributes)
  }
}
