import SutraCore
import SutraExport
import SutraInput
import SutraSystem
import Synchronization

/// Analyses the articles of a stream on several threads and gives the results in their order.
///
/// Who is free takes the next record, so that reading and unpacking go on beside the analysis of
/// others. Few are at hand at a time, as in `AnalysisQueue`.
final class StreamQueue: @unchecked Sendable {
  /// What has become of a record.
  enum Result: Sendable {
    /// The line of its article, without a line end.
    case line([UInt8])
    /// It is passed over, and why.
    case passed(PassedRecord)
    /// It cannot be read.
    case failure(RecordFailure)
  }

  /// What is done with each record.
  typealias Work = @Sendable (ArticleRecord) -> Result

  private struct State {
    /// Records that have been taken.
    var taken = 0
    /// Bytes of those that are at hand, by their numbers.
    var sizes: [Int: Int] = [:]
    var results: [Int: Result] = [:]
    var hasEnded = false
  }

  private let gate = Gate(State())
  /// Held by who reads the next record.
  private let reading = Mutex(())
  private var reader: any RecordReader
  private let work: Work
  private var given = 0
  private let hasThreads: Bool

  /// Begins.
  ///
  /// - Parameters:
  ///   - reader: Gives the records.
  ///   - jobs: How many are analysed at a time; with one there is no other thread.
  ///   - work: Makes a result of a record.
  init(_ reader: any RecordReader, jobs: Int, _ work: @escaping Work) {
    self.reader = reader
    self.work = work
    hasThreads = jobs > 1
    guard jobs > 1 else { return }
    var threads = 0
    while threads < jobs, WorkerThread.start({ self.run() }) { threads += 1 }
    // Without threads nobody would ever answer.
    if threads == 0 { run(isAlone: true) }
  }

  /// How many records the reader has passed over; known when there is no other result any more.
  var passed: [PassedRecord: Int] { reader.passed }

  /// The next result; `nil` at the end.
  func next() -> Result? {
    guard hasThreads else {
      return reader.next().map(result)
    }
    let number = given
    given += 1
    return gate.pass { state -> Result?? in
      state.sizes[number - 1] = nil
      if let result = state.results.removeValue(forKey: number) { return .some(result) }
      return state.hasEnded && number >= state.taken ? .some(nil) : nil
    }
  }

  private func result(_ event: RecordEvent) -> Result {
    switch event {
    case .failure(let failure): .failure(failure)
    case .record(let record): work(record)
    }
  }

  private func run(isAlone: Bool = false) {
    while let (number, event) = take(isAlone) {
      let result = result(event)
      gate.pass { state -> Void? in
        state.results[number] = result
      }
    }
  }

  /// The next record and its number, when there is room for it; `nil` at the end.
  private func take(_ isAlone: Bool) -> (Int, RecordEvent)? {
    reading.withLock { _ in
      let hasEnded = gate.pass { state -> Bool? in
        if state.hasEnded { return true }
        let held = state.sizes.values.reduce(0, +)
        return isAlone
          || state.sizes.count < AnalysisQueue<Result>.window
            && held <= AnalysisQueue<Result>.budget
          ? false : nil
      }
      guard !hasEnded else { return nil }
      let event = reader.next()
      return gate.pass { state -> (Int, RecordEvent)?? in
        guard let event else {
          state.hasEnded = true
          return .some(nil)
        }
        state.sizes[state.taken] = Self.size(event)
        state.taken += 1
        return (state.taken - 1, event)
      }
    }
  }

  private static func size(_ event: RecordEvent) -> Int {
    guard case .record(let record) = event else { return 0 }
    return switch record.body {
    case .text(let bytes): bytes.count
    case .page(let content): content.bytes.count
    }
  }
}
