import SutraWords

extension Construction {
  /// What it looks for, in words for readers; completes "It is quoted because ...".
  var account: Message { Message("because.construction.\(rawValue.keyPart)") }

  /// Its name in the reader's language.
  var title: Message { Message("rule.construction.\(rawValue.keyPart)") }
}

extension AttributionRule {
  /// Why that is the speaker, in words for readers; completes "That is X, because ...".
  var account: Message { Message("because.attribution.\(rawValue.keyPart)") }

  /// Its name in the reader's language.
  var title: Message { Message("rule.attribution.\(rawValue.keyPart)") }
}

extension String {
  /// A name in words as a part of the key of a sentence: small letters and hyphens.
  fileprivate var keyPart: String {
    split { !$0.isLetter }.joined(separator: "-").lowercased()
  }
}
