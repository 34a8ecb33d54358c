import SutraWords

/// The head of a page of HTML that stands in one file, without anything from elsewhere.
enum PageHead {
  /// Writes it, up to the beginning of the body.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - html: Where to.
  static func write(_ title: String, to html: inout MarkupWriter) {
    html.raw("<!DOCTYPE html>\n")
    html.open("html", [("lang", InterfaceLanguage.current.code)])
    html.raw("<head><meta charset=\"utf-8\">")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    // Whatever stands in an article, nothing of it is run or fetched.
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    html.raw("style-src 'unsafe-inline'; img-src data:\">")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">")
    html.raw("<link rel=\"icon\" href=\"data:,\">")
    html.element("title", text: title)
    html.raw("<style>\(ReportStyle.sheet)</style></head>\n<body>\n")
  }

  /// Writes the end of the page.
  static func writeEnd(to html: inout MarkupWriter) {
    html.raw("<footer>")
    html.element("p", text: say("html.made"))
    html.raw("</footer>\n</body>\n</html>\n")
  }
}
