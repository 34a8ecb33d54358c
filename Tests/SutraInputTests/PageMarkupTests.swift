import SutraCore
import Testing

@Suite("Markup of pages")
struct PageMarkupTests {
  @Test("gives no program, style or comment for text, and all that stands around them")
  func programs() throws {
    let page = """
      <body><p>The ferry left at noon.<!-- <p>Not this.</p> --></p><style>p > a::after { content: "<p>x" }</style>
      <script>if (a < b) { document.write("<p>Not that.</p></div>") }</script><p>It came back at <!--x-->dusk.</p>
      """
    #expect(try Pages.text(page) == "The ferry left at noon.\n\nIt came back at dusk.")
  }

  @Test(
    "loses no text behind a mark that is never closed",
    arguments: [
      "<p>Boats are late.</p><!-- never closed <p>The river is high.</p>",
      "<p>Boats are late.</p><p class=\"x>The river is high.</p>",
      "<p>Boats are late.</p><p id='x>The river is high.</p>",
    ])
  func unclosed(page: String) throws {
    #expect(try Pages.text("<body>" + page).contains("The river is high."))
  }

  @Test("reads attributes without blanks between them, and passes over those that say nothing")
  func attributes() throws {
    let page = """
      <body><p onclick='a > b'data-x=1>The mayor said that <a/href='https://e.example/a'target=_top title="x">this \
      bridge</a> would be open, and that <a HREF = https://e.example/b >that one</a> would not.</p>
      """
    let document = try Pages.document(Array(page.utf8))
    #expect(
      document.marks.map(\.kind) == [.link("https://e.example/a"), .link("https://e.example/b")])
    #expect(document.marks.map { document.text[$0.span] } == ["this bridge", "that one"])
  }

  @Test("sets off what is bold or slanted within a paragraph, and no paragraphs of bold parts")
  func emphasis() throws {
    let page = """
      <body><p>নৌকা <span><b>আজ</b></span> ছাড়বে, <i class="x">কাল</i> নয়।</p><b><p>ভাড়া আগের মতোই থাকবে।</p></b>
      """
    let document = try Pages.document(Array(page.utf8))
    #expect(document.marks.map { document.text[$0.span] } == ["আজ", "কাল"])
    #expect(document.marks.allSatisfy { $0.kind == .emphasis })
  }

  @Test("is none where scripts draw the page: the text is found in their data, be they in a string")
  func drawn() throws {
    let sentences = (1...6).map { "ফেরি নম্বর \($0) সোমবার থেকে আবার চলবে, জানিয়েছে বন্দর কর্তৃপক্ষ; ভাড়া আগের মতোই থাকবে।" }
    let list = sentences.map { "{\"text\":\"\($0)\"}" }.joined(separator: ",")
    let data = "{\"story\":{\"blocks\":[\(list)]}}"
    let quoted = data.replacing("\"", with: "\\\"")
    for script in ["window.state = \(data);", "window.state = JSON.parse(\"\(quoted)\");"] {
      let page = "<body><div id=app></div><script>\(script) draw(window.state)</script></body>"
      #expect(try Pages.text(page) == sentences.joined(separator: "\n\n"))
    }
  }

  @Test("keeps the first time of a report that goes on, and no time of another one")
  func times() throws {
    let post =
      "<p>The first ferry has left with ninety people on board, the port authority said.</p>"
    let live =
      "<body><h1>The ferry</h1><div>10:30</div>\(post)<div>10:45</div>\(post.replacing("first", with: "second"))"
    #expect(try Pages.text(live).hasPrefix("10:30\n\nThe first ferry"))
    #expect(
      try Pages.text("<body><h1>The ferry</h1><div>10:30</div>\(post)").hasPrefix("The first"))
  }

  @Test("has the words of a gallery's pictures for reading")
  func gallery() throws {
    let page = """
      <body><article><h1>নদীর ছবি</h1><p>সুরমা নদীতে শনিবার নৌকাবাইচ হয়েছে, দেখতে এসেছিলেন হাজারো মানুষ।</p>
      <div class="gallery"><figure><img src="a.jpg"><figcaption>নৌকা ছাড়ার আগে। ছবি: রুমানা হক</figcaption></figure>
      <figure><img src="b.jpg"><figcaption>ঘাটে দর্শক। ছবি: রুমানা হক</figcaption></figure></div></article>
      """
    #expect(try !Pages.text(page).contains("ঘাটে দর্শক"))
    #expect(try Pages.text(page, form: .reading).hasSuffix("ছবি: রুমানা হক\n\nঘাটে দর্শক। ছবি: রুমানা হক"))
  }

  @Test(
    "names a site behind a bar, which is no part of the headline",
    arguments: [
      ("Ferry runs again | Port News", "Ferry runs again"),
      ("Ferry | Port", "Ferry | Port"), ("Rain - and snow", "Rain - and snow"),
    ])
  func titles(written: String, headline: String) throws {
    let page =
      "<head><title>\(written)</title></head><body><p>The ferry runs again from Monday, it is said.</p>"
    #expect(try Pages.document(Array(page.utf8)).metadata.headline == headline)
  }
}
