/// What the names and classes of an element say it is.
struct PageMarks: OptionSet {
  let rawValue: UInt16
  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Not shown.
  static let hidden = PageMarks(rawValue: 1 << 0)
  /// Comments of readers.
  static let comments = PageMarks(rawValue: 1 << 1)
  /// Menus, related articles, adverts, buttons, sign-up boxes.
  static let aside = PageMarks(rawValue: 1 << 2)
  /// Who wrote it and when, tags, section.
  static let about = PageMarks(rawValue: 1 << 3)
  /// Words below a picture.
  static let caption = PageMarks(rawValue: 1 << 4)
  /// The body of an article.
  static let body = PageMarks(rawValue: 1 << 5)
  /// Within a link.
  static let link = PageMarks(rawValue: 1 << 6)
  /// A quotation set as a block.
  static let quotation = PageMarks(rawValue: 1 << 7)
  /// Words of the text again, drawn large.
  static let pullQuote = PageMarks(rawValue: 1 << 8)

  /// Pictures with words, one after another.
  static let gallery = PageMarks(rawValue: 1 << 9)

  /// Players of films and sounds, with what is written on them.
  static let media = PageMarks(rawValue: 1 << 10)

  /// The sentences that open an article, set apart from it.
  static let lead = PageMarks(rawValue: 1 << 11)

  /// Who made a picture.
  static let credit = PageMarks(rawValue: 1 << 12)

  /// What is left out of an article.
  static let leftOut: PageMarks = [.hidden, .comments, .aside, .caption, .pullQuote, .gallery]

  /// Parts of class names: these are words of markup, the same on pages of every language.
  private static let words: WordMarks = {
    var table = WordMarks()
    table.add(
      .comments,
      "comment comments disqus livefyre respond coral replies commentlist discussion")
    table.add(
      .aside,
      """
      nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs footer sidebar sidebars related \
      recommended recommendation recommendations recirc recirculation promo promos promotion promoted advert \
      adverts advertisement advertising ad ads adbox adslot adunit adsense dfp sponsor sponsored sponsors outbrain \
      taboola zergnet share shares sharing sharebar sharetools sharethis addthis social newsletter newsletters \
      subscribe subscription signup popup modal overlay lightbox cookie cookies consent gdpr popular trending mostread \
      mostpopular teaser teasers pagination pager pagenav prevnext toolbar widget widgets paywall piano login \
      signin masthead skip skiplink tooltip dropdown ticker poll quiz survey rating ratings upsell cta readmore \
      morelink seealso readnext moreon morefrom followus follow feedback print printonly rss syndication jumplink \
      nextprev alsoread interstitial donate donation shop shopping buy deals offscreen infobox-ad toc-mobile \
      legal copyright disclaimer copyrights relatedposts relatedarticles relatedlinks yarpp jp-relatedposts \
      suggestions suggested latest marketing editorspick editorspicks spotlight tout touts foot noprint regist \
      register registration regwall metered support supportus appeal outstream inread emailsignup subscribebox \
      followbox sharebox socialbar socialshare relatedstory relatedstories relatednews morenews mostviewed viral \
      mailchimp onetrust bookmark bookmarks backtotop scrolltop printfriendly onward contributions \
      toprelated inlinerelated storylinks storylink relatedlink relatedcontent relateditems promobox adwrapper \
      adcontainer adplaceholder googlead googleads doubleclick mgid revcontent nativo teads
      """)
    table.add(
      .about,
      """
      byline bylines author authors meta metadata postmeta entrymeta dateline timestamp pubdate date datetime \
      published posted updated tags taglist tag keywords topics categories category section-label kicker eyebrow \
      flag slug bio authorbio contributor contributors credit credits source readtime readingtime dek-meta writer \
      reporter staff published-date
      """)
    table.add(
      .caption,
      """
      caption captions figcaption imagecaption photocaption wp-caption-text cutline mediacaption photocredit \
      imagecredit
      """)
    table.add(
      .body,
      """
      articlebody articlecontent articletext articlebodytext bodytext storybody storycontent storytext entrycontent postcontent \
      postbody maincontent bodycopy articlecopy newsbody newstext newscontent contentbody article story entry post content body \
      hentry text richtext
      """)
    table.add(.pullQuote, "pullquote pullquotes pull-quote")
    table.add(
      .media,
      """
      video videos player videoplayer jwplayer brightcove videoresource audioplayer audio podcast mediaplayer vjs playlist \
      videocontainer videowrapper
      """)
    table.add(
      .lead,
      "lead lede intro standfirst dek deck abstract ingress sapo chapo chapeau entradilla bajada sommario vorspann"
    )
    table.add(
      .credit,
      "credit credits photocredit imagecredit photographer attribution copyright copyrights courtesy"
    )
    table.add(.gallery, "gallery galleries slideshow slideshows carousel slider")
    table.add(.hidden, "hidden hide invisible visuallyhidden screenreadertext sronly")
    return table
  }()

  /// Two parts beside each other.
  private static let pairs: WordMarks = {
    var table = WordMarks()
    table.add(.hidden, "sr-only screen-reader visually-hidden is-hidden u-hidden reader-text")
    table.add(
      .aside,
      """
      read-more more-stories see-also read-next also-read most-read more-on more-from follow-us jump-link sign-up \
      read-also you-may up-next no-print print-none hide-print email-signup mc-embed inline-related related-inline \
      more-news next-story next-article prev-next post-navigation nav-links our-journalism google-news \
      whats-app apple-news text-size font-size back-top scroll-top most-viewed read-later save-article \
      report-error load-more view-more show-more see-more view-all newsletter-box join-us stay-connected \
      editors-picks editor-pick site-footer site-header page-header call-action in-brief \
      key-takeaways-ad around-web story-links social-links link-list top-stories latest-news recent-posts
      """)
    table.add(
      .caption,
      "image-caption photo-caption media-caption caption-text photo-credit image-credit img-caption image-copyright media-credit"
    )
    table.add(
      .about,
      "author-bio about-author author-box entry-meta post-meta article-meta post-tags article-tags entry-footer post-info article-info"
    )
    table.add(
      .body,
      """
      article-body article-content article-text story-body story-content entry-content post-content post-body \
      main-content body-content body-copy body-text news-body news-content content-body field-body article-main \
      td-post story-text article-detail news-details details-body content-detail
      """)
    table.add(.credit, "photo-by image-source photo-source picture-source")
    table.add(.pullQuote, "pull-quote")
    return table
  }()

  /// The end of words such as `pagecomments`.
  private static let commentsWord = Array("comments".utf8)

  /// The marks of a class or identifier.
  static func of(_ bytes: ArraySlice<UInt8>) -> PageMarks {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = NameReader(all: bytes, words: words, pairs: pairs)
      reader.read()
      return reader.marks
    }
  }

  /// Reads a class or identifier word by word.
  private struct NameReader {
    let all: UnsafeBufferPointer<UInt8>
    let words: WordMarks
    let pairs: WordMarks
    var marks: PageMarks = []
    /// Where the word at hand begins, and its hash so far.
    private var start = 0
    private var own = WordMarks.begin
    /// The word before it in the same name.
    private var before: (range: Range<Int>, hash: UInt64)?

    /// Most letters of a word that says something.
    private static let longest = 24
    /// Most bytes that are read.
    private static let most = 400

    init(all: UnsafeBufferPointer<UInt8>, words: WordMarks, pairs: WordMarks) {
      (self.all, self.words, self.pairs) = (all, words, pairs)
    }

    mutating func read() {
      var wasSmall = false
      let end = min(all.count, Self.most)
      for at in 0..<end {
        switch all[at] {
        case 0x41...0x5A:
          if wasSmall {
            endWord(at, endsName: false)
            start = at
          }
          own = WordMarks.taking(all[at] | 0x20, own)
          wasSmall = false
        case 0x61...0x7A:
          own = WordMarks.taking(all[at], own)
          wasSmall = true
        case let byte:
          endWord(at, endsName: byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D)
          start = at + 1
          wasSmall = false
        }
      }
      endWord(end, endsName: true)
    }

    private mutating func endWord(_ end: Int, endsName: Bool) {
      if end > start {
        let word = start..<end
        if word.count <= Self.longest {
          marks.formUnion(words.marks(of: all[word], own))
          if word.count > 9, PageText.contains(ArraySlice(all[word]), PageMarks.commentsWord) {
            marks.insert(.comments)
          }
          if let before, before.range.count <= Self.longest {
            var both = WordMarks.taking(UInt8(ascii: "-"), before.hash)
            for byte in all[word] { both = WordMarks.taking(byte | 0x20, both) }
            marks.formUnion(pairs.marks(of: all[before.range], all[word], both))
          }
        }
        before = (word, own)
        own = WordMarks.begin
      }
      if endsName { before = nil }
    }
  }
}
