import SutraCore
import SutraWords

/// What is asked of everything that was read.
public enum LibraryQuestion: Hashable, Sendable {
  /// What quotes are asked for; an empty text asks for nothing.
  public struct Said: Hashable, Sendable {
    /// A part of the speaker's name.
    public var speaker: String?
    /// What the quotes must hold.
    public var about = ""
    /// From when on, as on the command line.
    public var since: String?
    /// A part of the outlet's name.
    public var outlet: String?
    /// How the speaker is named.
    public var kind: String?
    /// `direct`, `indirect` or `mixed`.
    public var type: String?

    /// Asks for all quotes.
    public init() {}
  }

  /// All articles.
  case articles
  /// What is known of somebody.
  case who(String)
  /// Quotes.
  case said(Said)
  /// Quotes with the same words, or nearly.
  case same(String)
  /// Groups of quotes with the same words, or nearly, among the newest.
  case groups
  /// Texts that hold words.
  case find(String)
}

extension LibraryQuestion.Said {
  /// What was typed behind `:said`: words, and options as on the command line; `nil` where an
  /// option is none.
  init?(_ typed: String) {
    self.init()
    var about: [Substring] = []
    var option: Substring?
    var values: [Substring: [Substring]] = [:]
    for word in typed.split(whereSeparator: \.isWhitespace) {
      if word.hasPrefix("--") {
        option = word.dropFirst(2)
        values[word.dropFirst(2)] = []
      } else if let name = option {
        values[name, default: []].append(word)
      } else {
        about.append(word)
      }
    }
    for (name, words) in values {
      let value = words.joined(separator: " ")
      guard !value.isEmpty else { return nil }
      switch name {
      case "speaker": speaker = value
      case "about": about += words
      case "outlet": outlet = value
      case "kind":
        guard SpeakerKind(rawValue: value) != nil else { return nil }
        kind = value
      case "type":
        guard QuotationForm(rawValue: value) != nil else { return nil }
        type = value
      case "since": since = value
      default: return nil
      }
    }
    self.about = about.joined(separator: " ")
  }
}

extension ReaderState {
  /// Asks the library for somebody: whoever is named, or else is chosen in the pane, or speaks there.
  mutating func askWho(_ name: String = "") -> [ReaderEffect] {
    let name = name.isEmpty ? nameAtHand ?? "" : name
    guard !name.isEmpty else {
      message = say("who.no-name")
      return []
    }
    return [.ask(.who(name))]
  }

  /// Asks the library who else has what was typed, or the chosen quotation.
  mutating func askSame(_ typed: String) -> [ReaderEffect] {
    if !typed.isEmpty { return [.ask(.same(typed))] }
    guard let number = quotationAtHand else {
      message = noQuotation
      return []
    }
    return [.ask(.same(article.words(of: article.quotations[number], longest: 4_000)))]
  }

  /// Asks the library for quotes.
  mutating func askSaid(_ typed: String) -> [ReaderEffect] {
    guard let question = LibraryQuestion.Said(typed) else {
      message = say("said.usage")
      return []
    }
    return [.ask(.said(question))]
  }

  /// Says that two names are one person, or two: both are typed, or the other one of who is chosen;
  /// `undo` takes the last word on that back.
  func rule(_ typed: String, isSame: Bool) -> [ReaderEffect] {
    var names = typed.split(separator: "=").map { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
    if names.count == 1, names[0] != "undo", let own = nameAtHand { names.insert(own, at: 0) }
    return [.rule(names, isSame: isSame)]
  }

  /// The name of what is chosen: an entity, a source, or the speaker of a quotation.
  var nameAtHand: String? {
    if view != .quotations, let item = selection[view], item < itemTotal(of: view) {
      return view.content.name(of: item, in: article)
    }
    return quotationAtHand.flatMap { article.attributions[$0].speaker?.name }
  }

  /// Goes to words that somebody has chosen in the library.
  mutating func go(to anchor: TextAnchor) {
    guard let span = anchor.span(in: article.document.text) else {
      message = say("shelf.words-gone")
      return
    }
    noteJump()
    reveal(span)
    file.rechosen = span.start
    // A word that was looked for is shown as by a search.
    if !anchor.exact.contains(where: \.isWhitespace) {
      var found = search(for: anchor.exact)
      let current = found?.index(atOrAfter: span.start) ?? 0
      found?.current = current
      searching.found = found
    }
  }
}
