import Glibc
import LoopbackServer
import SutraFetch
import Synchronization
import Testing

@Suite("Fetching from many servers, and giving up")
struct FetchManyTests {
  @Test("asks one server for no more at a time than the limit, and all at once for more")
  func limits() {
    let answer = LoopbackServer.answer("200 OK", body: Array("x".utf8))
    let one = LoopbackServer { _ in [.pause(milliseconds: 30)] + answer }
    let other = LoopbackServer { _ in [.pause(milliseconds: 30)] + answer }
    defer {
      one.stop()
      other.stop()
    }
    var limits = FetchLimits()
    limits.atATime = 5
    limits.fromOneServer = 2
    let requests = (0..<20).map { number in
      FetchRequest((number < 12 ? one : other).url("/\(number)"), isTyped: true)
    }
    var told: [Int] = []
    Fetcher.all(requests, limits) { index, outcome in
      told.append(index)
      #expect((try? outcome.get())?.body == [0x78])
    }
    #expect(told.sorted() == Array(0..<20))
    #expect(one.mostAtATime == 2)
    #expect(other.mostAtATime == 2)
    #expect(Set(one.requests.map(\.path)) == Set((0..<12).map { "/\($0)" }))
    #expect(one.requests.count == 12)
  }

  @Test("tells each of those that fail and those that do not apart")
  func mixed() {
    let server = LoopbackServer { request in
      switch request.path {
      case "/gone": LoopbackServer.answer("410 Gone")
      case "/cut": LoopbackServer.answer("200 OK", ["Content-Length: 9"], body: [1])
      default: LoopbackServer.answer("200 OK", body: Array("fine".utf8))
      }
    }
    defer { server.stop() }
    let paths = ["/gone", "/a", "/cut", "/b"]
    var found: [Int: Fetcher.Outcome] = [:]
    let requests = paths.map { FetchRequest(server.url($0), isTyped: true) }
    Fetcher.all(requests + [FetchRequest("nowhere", isTyped: true)]) { found[$0] = $1 }
    #expect(found.count == 5)
    #expect(
      found[0] == .failure(FetchError(server.url("/gone"), .status(410, retryAfter: nil))))
    #expect((try? found[1]?.get())?.status == 200)
    #expect(
      found[2]
        == .failure(FetchError(server.url("/cut"), .wrongLength(received: 1, expected: 9))))
    #expect((try? found[3]?.get())?.status == 200)
    #expect(found[4] == .failure(FetchError("nowhere", .noAddress)))
  }

  @Test("gives back at once when another thread stops it, whatever the servers do")
  func stopped() {
    let server = LoopbackServer { _ in [.awaitClient(seconds: 20)] }
    defer { server.stop() }
    let stop = FetchStop()
    let requests = (0..<6).map { FetchRequest(server.url("/\($0)"), isTyped: true) }
    let stopper = Stopper(stop, when: { server.requests.count >= 4 })
    var ends: [Fetcher.Outcome] = []
    Fetcher.all(requests, stop: stop) { ends.append($1) }
    let pause = stopper.millisecondsSinceStop()
    #expect(ends == requests.map { .failure(FetchError($0.address, .stopped)) })
    // The servers would have waited for twenty seconds.
    #expect(pause < 5_000)
    #expect(throws: FetchError(server.url(), .stopped)) {
      try Fetcher.get(FetchRequest(server.url(), isTyped: true), stop: stop)
    }
  }

  @Test("tells how much has come of how much")
  func progress() throws {
    let block = [UInt8](repeating: 0x61, count: 1_000)
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n".utf8)
    let server = LoopbackServer { _ in
      [.send(head)] + (0..<4).flatMap { _ in [.send(block), .pause(milliseconds: 250)] }
    }
    defer { server.stop() }
    var told: [FetchProgress] = []
    let response = try Fetcher.get(FetchRequest(server.url(), isTyped: true)) { told.append($0) }
    #expect(response.body.count == 4_000)
    #expect(told.contains { (1_000..<4_000).contains($0.received) && $0.expected == 4_000 })
    #expect(zip(told, told.dropFirst()).allSatisfy { $0.received <= $1.received })
  }
}

/// Stops a fetch from a thread of its own as soon as something is so.
private final class Stopper: Sendable {
  private let stoppedAt = Mutex<timespec?>(nil)

  init(_ stop: FetchStop, when isTime: @escaping @Sendable () -> Bool) {
    LoopbackThread.start { [self] in
      while !isTime() { usleep(5_000) }
      stoppedAt.withLock { $0 = Self.now }
      stop.stop()
    }
  }

  func millisecondsSinceStop() -> Int {
    guard let then = stoppedAt.withLock({ $0 }) else { return 0 }
    let now = Self.now
    return (now.tv_sec - then.tv_sec) * 1_000 + (now.tv_nsec - then.tv_nsec) / 1_000_000
  }

  private static var now: timespec {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time
  }
}
