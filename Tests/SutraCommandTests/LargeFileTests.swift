import Foundation
import Testing

@testable import SutraCommand

@Suite("Large files")
struct LargeFileTests {
  @Test("are begun with whole lines of their beginning", arguments: ["\n", " "])
  func beginning(separator: String) throws {
    let folder = try TemporaryFolder()
    let sentence = "মেয়র বলেন, সেতুর কাজ শেষ হয়েছে।"
    let text = Array(repeating: sentence, count: 20_000).joined(separator: separator)
    let path = folder.path(of: "large.txt")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let (article, isWhole) = try InputFile.beginning(of: .file(path))
    #expect(article.id == "large.txt")
    #expect(!isWhole)
    #expect(article.text.diagnostics.isEmpty)
    #expect(text.utf8.starts(with: article.text.bytes))
    #expect(article.text.bytes.count > InputFile.shownFirst / 2)
    let next = Array(text.utf8)[article.text.bytes.count]
    #expect(next == separator.utf8.first)
  }

  @Test("are read whole when they are small, are UTF-16, or have nowhere to cut")
  func whole() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "ক", count: 600_000)
    for (name, data) in [
      ("small.txt", Data("ক খ গ".utf8)),
      ("wide.txt", Data([0xFF, 0xFE]) + Data(repeating: 0x41, count: 3_000_000)),
      ("one-word.txt", Data(long.utf8)),
    ] {
      let path = folder.path(of: name)
      try data.write(to: URL(fileURLWithPath: path))
      #expect(try InputFile.beginning(of: .file(path)).isWhole, "\(name)")
    }
  }
}
