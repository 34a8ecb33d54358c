import Foundation
import LoopbackServer
import Testing

@testable import SutraCommand

/// `sutra feeds items | sutra analyze --from jsonl`, as it stands in a crontab.
@Suite("Feeds as a stream of articles")
struct FeedsStreamTests {
  private static func objects(_ output: [UInt8]) throws -> [[String: Any]] {
    try output.split(separator: 0x0A).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
  }

  @Test("gives what sutra feeds analyze gives, and what else is known of an article beside it")
  func piped() throws {
    let home = try TemporaryFolder()
    let bengali = FeedsCommandTests.feed("নদীর খবর")
    let english = Array(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Ferry Post</title><entry><title>Fog</title>
      <link href="https://post.example/fog"/><id>f1</id><updated>2026-11-28T04:00:00Z</updated>
      <author><name>Ann Reed</name></author><content type="html">&lt;p&gt;“The ferry waits,” said
      Tom Hale, the captain.&lt;/p&gt;&lt;p&gt;Nobody crossed.&lt;/p&gt;</content></entry></feed>
      """.utf8)
    let server = LoopbackServer { request in
      LoopbackServer.answer("200 OK", body: request.path == "/bn" ? bengali : english)
    }
    defer { server.stop() }
    var environment = Program.environment(home: home)
    environment["XDG_DATA_HOME"] = home.path(of: "data")
    func run(_ words: [String], _ input: Program.Input = .nothing) throws -> Program.Outcome {
      try Program.run(words, environment: environment, input: input)
    }
    _ = try run(["feeds", "add", server.url("/bn"), server.url("/en")])
    let items = try run(["feeds", "items", "--since", "1h"])
    #expect(items.lines.count == 4)
    let piped = try run(["analyze", "--from", "jsonl"], .pipe(items.output))
    #expect(piped.ending == .exit(0))
    let found = try Self.objects(piped.output)
    #expect(found.count == 4)
    let direct = try Self.objects(try run(["feeds", "analyze", "--since", "1h"]).output)
    for name in ["title", "url", "published", "text", "language", "quotes", "sources"] {
      let (piped, wanted) = (found.map { $0[name] }, direct.map { $0[name] })
      #expect(piped as NSArray == wanted as NSArray, "\(name)")
    }
    let fog = try #require(found.first { $0["title"] as? String == "Fog" })
    #expect(fog["id"] as? String == "https://post.example/fog")
    #expect(fog["author"] as? String == "Ann Reed")
    let carried = try #require(fog["carried"] as? [String: Any])
    #expect(carried["feed"] as? String == "Ferry Post")
    #expect(carried["read"] as? Bool == false)
    // What was brought before the time that is asked for is none of tonight's news.
    #expect(try run(["feeds", "items", "--since", "2200-01-01"]).output.isEmpty)
  }
}
