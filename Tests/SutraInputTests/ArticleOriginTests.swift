import SutraInput
import Testing

@Suite("Article origins")
struct ArticleOriginTests {
  @Test(
    "takes a word for an address where it begins as one",
    arguments: [
      ("https://example.org/a", ArticleOrigin.address("https://example.org/a")),
      ("HTTP://example.org", .address("HTTP://example.org")), ("a.html", .file("a.html")),
      ("ftp://example.org", .file("ftp://example.org")), ("http.txt", .file("http.txt")),
    ])
  func addresses(word: String, origin: ArticleOrigin) {
    #expect(ArticleOrigin(word: word) == origin)
  }
}
