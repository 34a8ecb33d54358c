import SutraTestSupport
import Testing

@testable import SutraCore

/// Names as they were found are marked `x` (an organisation) and `y` (a person) in the first sentence,
/// and as they are mended `o` and `p` in the second.
@Suite("Names of organisations, mended")
struct BodyMendingTests {
  /// A sentence with names as they were found, and the same with names as they are.
  struct Case: Sendable, CustomTestStringConvertible {
    let before: String
    let after: String
    var testDescription: String { before }

    init(_ before: String, _ after: String) { (self.before, self.after) = (before, after) }
  }

  /// The names that are marked `x` and `y`, as sure as their kind says.
  static func names(
    in stage: Stage, weight: (EntityKind) -> Double = { _ in 0.8 }
  ) -> [MentionProposal] {
    stage.marked.marks.map { mark in
      let first = stage.text.tokens.partitioningIndex { Int($0.start) >= mark.bytes.lowerBound }
      let end = stage.text.tokens.partitioningIndex { Int($0.start) >= mark.bytes.upperBound }
      let kind = mark.label == "x" ? EntityKind.organization : .person
      return MentionProposal(
        tokens: first..<end, kind: kind, weight: weight(kind), canonical: nil, stemLength: 0,
        cases: [], isMedia: false)
    }
  }

  @Test(
    "are without owners, whole, and parted from persons",
    arguments: [
      Case(
        "He left «x:London's Safety Commission» in May.",
        "He left London's «o:Safety Commission» in May."),
      Case(
        "«x:Marlow University Tama Lee», who left, came back.",
        "«o:Marlow University» «p:Tama Lee», who left, came back."),
      Case("«x:OC Anna Wolf» came back.", "«p:OC Anna Wolf» came back."),
      Case("«x:Harbour Safety Board» met.", "«o:Harbour Safety Board» met."),
      Case("«y:Anna Wolf» came back.", "«p:Anna Wolf» came back."),
      Case(
        "«y:Ursula» von der «y:Leyen» came back.", "«p:Ursula von der Leyen» came back."),
      // One name has one kind.
      Case("Nothing is named here.", "Nothing is named here."),
    ])
  func mends(row: Case) throws {
    let stage = try Stage(Stage.Case("en", row.before))
    let names = Self.names(in: stage)
    let found = BodyMending(stage.text).mended(names)
    #expect(
      stage.written(
        found.flatMap { stage.mark($0.kind == .organization ? "o" : "p", $0.tokens) }) == row.after)
  }
}
