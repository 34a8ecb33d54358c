import CFetch

/// Several addresses under way: which wait, which are asked for, and what has become of them.
struct FetchWork: ~Copyable {
  /// Milliseconds between two looks at how far those under way have come.
  private static let tick: Int32 = 100

  private let requests: [FetchRequest]
  private let limits: FetchLimits
  private let fetch: OpaquePointer
  private var waiting: [Int]
  private var underWay: [FetchErrand] = []
  private var counts: [String: Int] = [:]

  init?(_ requests: [FetchRequest], _ limits: FetchLimits) {
    guard let fetch = sutra_fetch_open() else { return nil }
    self.requests = requests
    self.limits = limits
    self.fetch = fetch
    waiting = Array(requests.indices.reversed())
  }

  deinit {
    for errand in underWay { sutra_transfer_free(errand.transfer, fetch) }
    sutra_fetch_close(fetch)
  }

  mutating func run(
    stop: FetchStop?, progress: (Int, FetchProgress) -> Void,
    done: (Int, Fetcher.Outcome) -> Void
  ) {
    var toldAt: Int64 = 0
    while true {
      begin(done)
      guard !underWay.isEmpty else { return }
      if stop?.isStopped == true { return giveUp(done) }
      let count = sutra_fetch_work(fetch, stop?.file ?? -1, Self.tick)
      while let transfer = sutra_fetch_ended(fetch) { end(transfer, done) }
      if count < 0 { return giveUp(done) }
      let now = FetchErrand.now
      if now - toldAt >= Int64(Self.tick) {
        toldAt = now
        for errand in underWay { progress(errand.index, errand.progress) }
      }
    }
  }

  /// Asks for those that wait, as far as the limits allow.
  private mutating func begin(_ done: (Int, Fetcher.Outcome) -> Void) {
    var position = waiting.count - 1
    while position >= 0, underWay.count < max(1, limits.atATime) {
      defer { position -= 1 }
      let index = waiting[position]
      let request = requests[index]
      guard let address = WebAddress(request.address) else {
        waiting.remove(at: position)
        done(index, .failure(FetchError(request.address, Self.flaw(request.address))))
        continue
      }
      let server = address.server
      guard counts[server, default: 0] < max(1, limits.fromOneServer) else { continue }
      waiting.remove(at: position)
      guard let transfer = sutra_transfer_new() else {
        done(index, .failure(FetchError(request.address, .noMemory)))
        continue
      }
      let errand = FetchErrand(index, request, address, transfer, limits)
      if let trouble = errand.start(fetch) {
        sutra_transfer_free(transfer, fetch)
        done(index, .failure(FetchError(request.address, trouble)))
        continue
      }
      counts[server, default: 0] += 1
      underWay.append(errand)
    }
  }

  /// Sees to a transfer that has ended: it leads on, or something has become of it.
  private mutating func end(_ transfer: OpaquePointer, _ done: (Int, Fetcher.Outcome) -> Void) {
    guard let position = underWay.firstIndex(where: { $0.transfer == transfer }) else { return }
    var outcome: Fetcher.Outcome
    let address = underWay[position].request.address
    switch underWay[position].outcome {
    case .ended(let response): outcome = .success(response)
    case .failed(let trouble): outcome = .failure(FetchError(address, trouble))
    case .leadsOn:
      guard let trouble = underWay[position].start(fetch) else { return }
      outcome = .failure(FetchError(address, trouble))
    }
    let errand = underWay.remove(at: position)
    counts[errand.server, default: 1] -= 1
    sutra_transfer_free(transfer, fetch)
    done(errand.index, outcome)
  }

  private mutating func giveUp(_ done: (Int, Fetcher.Outcome) -> Void) {
    let indices = underWay.map(\.index) + waiting.reversed()
    for errand in underWay { sutra_transfer_free(errand.transfer, fetch) }
    underWay = []
    waiting = []
    for index in indices {
      done(index, .failure(FetchError(requests[index].address, .stopped)))
    }
  }

  /// Why a text is no address to read.
  private static func flaw(_ text: String) -> FetchError.Trouble {
    guard let scheme = WebAddress.scheme(of: text), !["http", "https"].contains(scheme) else {
      return .noAddress
    }
    return .otherScheme(scheme)
  }
}
