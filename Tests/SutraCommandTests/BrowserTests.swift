import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

/// Whether pages are in a browser what they are meant to be.
@Suite("Pages in Chromium", .serialized)
struct BrowserTests {
  private static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(
    "lead where they say, fit a telephone, are dark where that is wanted, and complain of nothing")
  func pages() throws {
    guard let chromium = Self.chromium else {
      print("skipped: there is no Chromium")
      return
    }
    let folder = try TemporaryFolder()
    let long = String(repeating: "দীর্ঘশব্দ", count: 60)
    let hostile = "শিরোনাম\n\nমেয়র করিম উদ্দিন বলেন, “\(long) <script>alert(1)</script> ঠিক আছে।”\n"
    let files = [
      try folder.write(Texts.bengali, to: "bn.txt"), try folder.write(Texts.english, to: "en.txt"),
      try folder.write(hostile, to: "hostile.txt"),
    ]
    let outcome = try Program.run(
      ["export", "--to", "html", "--output", folder.path(of: "out") + "/"] + files)
    try #require(outcome.ending == .exit(0), "\(outcome.complaint)")
    let version = try folder.write(
      Texts.english.replacing("said", with: "told reporters", maxReplacements: 1), to: "new.txt")
    let compared = try Program.run(["compare", "--format", "html", files[1], version])
    let page = try folder.write(compared.output, to: "compared.html")
    let pages = ["bn", "en", "hostile"].map { folder.path(of: "out/\($0).html") } + [page]
    #expect(Python.complaint(of: "browse.py", [chromium] + pages) == nil)
  }
}
