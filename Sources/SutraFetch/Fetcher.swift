import CFetch

/// How far an address has come.
public struct FetchProgress: Equatable, Sendable {
  /// Bytes that have come, as they were sent.
  public let received: Int
  /// Bytes that the server has told of; `nil` where it has not.
  public let expected: Int?
}

/// Reads addresses of the web: only those that it is asked for, and where they lead on to.
public enum Fetcher {
  /// What has become of one of several addresses.
  public typealias Outcome = Result<FetchResponse, FetchError>

  /// Reads one address in the calling thread.
  ///
  /// - Parameters:
  ///   - request: What to read.
  ///   - limits: How long and how much.
  ///   - stop: Gives it up, from another thread.
  ///   - progress: Is told some ten times a second how much has come.
  /// - Returns: The answer, of status 200 to 299, or 304.
  /// - Throws: `FetchError` for anything else.
  public static func get(
    _ request: FetchRequest, _ limits: FetchLimits = FetchLimits(), stop: FetchStop? = nil,
    progress: (FetchProgress) -> Void = { _ in }
  ) throws(FetchError) -> FetchResponse {
    var outcome = Outcome.failure(FetchError(request.address, .stopped))
    all([request], limits, stop: stop, progress: { progress($1) }, done: { outcome = $1 })
    return try outcome.get()
  }

  /// Reads several addresses in the calling thread, so many at a time as the limits allow.
  ///
  /// - Parameters:
  ///   - requests: What to read.
  ///   - limits: How long, how much and how many.
  ///   - stop: Gives all of it up, from another thread; those under way end as stopped.
  ///   - progress: Is told some ten times a second how much of those under way has come.
  ///   - done: Is told each address's number and what has become of it, as soon as that is known;
  ///     each is told once.
  public static func all(
    _ requests: [FetchRequest], _ limits: FetchLimits = FetchLimits(), stop: FetchStop? = nil,
    progress: (Int, FetchProgress) -> Void = { _, _ in }, done: (Int, Outcome) -> Void
  ) {
    guard !requests.isEmpty else { return }
    if let why = sutra_fetch_load() {
      let why = String(cString: why)
      for (index, request) in requests.enumerated() {
        done(index, .failure(FetchError(request.address, .noLibrary(why))))
      }
      return
    }
    // Names with other letters than ASCII's are written by the library as the locale tells.
    let locale = sutra_names_begin()
    defer { sutra_names_end(locale) }
    guard var work = FetchWork(requests, limits) else {
      for (index, request) in requests.enumerated() {
        done(index, .failure(FetchError(request.address, .noMemory)))
      }
      return
    }
    work.run(stop: stop, progress: progress, done: done)
  }
}
