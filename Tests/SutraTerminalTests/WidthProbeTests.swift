import SutraReader
import Testing

@testable import SutraTerminal

@Suite("Width probe")
struct WidthProbeTests {
  @Test("knows each profile by its own answer", arguments: WidthProfile.allCases)
  func knowsOwn(profile: WidthProfile) throws {
    let found = try #require(WidthProbe.profile(for: WidthProbe.columns(in: profile)))
    #expect(found.profile == profile)
    #expect(found.isExact)
  }

  @Test("gives each profile an answer of its own")
  func tellsApart() {
    let answers = Set(WidthProfile.allCases.map(WidthProbe.columns))
    #expect(answers.count == WidthProfile.allCases.count)
  }

  @Test(
    "takes the nearest profile for an answer that fits none",
    arguments: [
      ([1, 1, 3, 2], .cluster), ([2, 4, 2, 3], .spacing), ([2, 2, 3, 3], .konsole),
      ([1, 2, 2, 2], .cluster), ([80, 80, 80, 80], .spacing), ([0, 0, 0, 0], .conjunct),
      ([2, 3, 1, 3], .spacing), ([2, 2, 2], .konsole),
    ] as [([Int], WidthProfile)])
  func takesNearest(answer: [Int], profile: WidthProfile) throws {
    let found = try #require(WidthProbe.profile(for: answer))
    #expect(found.profile == profile)
    #expect(!found.isExact)
  }

  @Test("never calls half an answer exact, and has nothing to say to none")
  func takesParts() {
    #expect(WidthProbe.profile(for: [1])?.profile == .cluster)
    #expect(WidthProbe.profile(for: [1])?.isExact == false)
    #expect(WidthProbe.profile(for: []) == nil)
  }

  @Test("believes a terminal that says it counts clusters, where its answer fits no profile")
  func believesMode() {
    #expect(WidthProbe.profile(for: [2, 3, 2, 2])?.profile == .spacing)
    #expect(WidthProbe.profile(for: [2, 3, 2, 2], isByCluster: true)?.profile == .syllable)
    // What was measured counts before what is said.
    #expect(WidthProbe.profile(for: [2, 3, 2, 3], isByCluster: true)?.profile == .spacing)
  }
}
