/// The elements that say something of a page's parts.
enum PageTag: String, CaseIterable {
  case text = "#text"
  case other = "#other"
  case html, head, body, title, meta, link, base, script, style, noscript, template
  case main, article, section, header, footer, nav, aside, div, p, blockquote, q, pre, hr, br,
    center
  case h1, h2, h3, h4, h5, h6, hgroup, ul, ol, li, dl, dt, dd, menu
  case table, thead, tbody, tfoot, tr, td, th, caption
  case figure, figcaption, picture, img, video, audio, iframe, object, embed, canvas, svg, math,
    annotation, map
  case form, input, button, select, option, textarea, label, fieldset, dialog, details, summary
  case a, b, strong, i, em, u, s, small, big, sub, sup, span, font, cite, code, time, address, mark
  case abbr, del, ins, kbd, samp, tt
  case ampImg = "amp-img"
  case ampAd = "amp-ad"
  case ampEmbed = "amp-embed"
  case ampSidebar = "amp-sidebar"
  case ampConsent = "amp-consent"

  /// All of them by their names.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// Whether text in it is never shown as such.
  var isHidden: Bool {
    switch self {
    case .head, .script, .style, .template, .title, .svg, .object, .embed, .canvas, .iframe, .audio,
      .video, .select, .option, .textarea, .input, .button, .map, .ampAd, .ampEmbed, .ampSidebar,
      .ampConsent, .dialog, .picture, .annotation:
      true
    default: false
    }
  }

  /// Whether it stands within a line.
  var isInline: Bool {
    switch self {
    case .text, .a, .b, .strong, .i, .em, .u, .s, .small, .big, .sub, .sup, .span, .font, .cite,
      .code,
      .time, .mark, .abbr, .q, .label, .other, .del, .ins, .kbd, .samp, .tt, .img, .ampImg,
      .noscript, .math:
      true
    default: false
    }
  }

  /// The level of a heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}

/// The attributes that are read; `shorten.c` of `CMarkup` keeps these and no others.
enum PageKey: String, CaseIterable {
  case other = "#other"
  case id, `class`, href, src, content, name, property, rel, role, style, type, lang
  case itemprop, datetime, hidden, media
  case ariaHidden = "aria-hidden"
  case xmlLang = "xml:lang"

  /// All of them by their names.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
