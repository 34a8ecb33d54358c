/// What saying something does; the raw value is the class in the analysis format.
public enum SpeechAct: String, Sendable, CaseIterable {
  /// Says or tells.
  case statement
  /// Says what others may doubt.
  case claim
  /// Says that something is not so.
  case denial
  /// Orders, asks for or advises.
  case demand
  /// Asks.
  case question
  /// Thinks, hopes or fears.
  case belief
  /// Promises.
  case promise
  /// Says that somebody did wrong.
  case allegation
}

/// How the tables read a cue: the row that it matched.
public struct CueReading: Hashable, Sendable {
  /// The phrase in its dictionary form.
  public let lemma: String
  /// What it does.
  public let act: SpeechAct
  /// How it takes what is said, as in `cues.tsv`: `verb`, `participle`, `phrase` and so on.
  public var frame: String { cueFrame.word }
  private let cueFrame: CueFrame
  /// From 0 to 1: the share of its uses that report where no word or mark introduces a content.
  public var share: Double { Double(hundredths) / 100 }
  private let hundredths: UInt8

  /// Makes a reading of a share in hundredths.
  init(lemma: String, act: SpeechAct, frame: CueFrame, share: UInt8) {
    self.lemma = lemma
    self.act = act
    cueFrame = frame
    hundredths = share
  }

  /// Makes a reading that was written down: its words as they stand in the analysis, the frame's
  /// too.
  package init(lemma: String, act: SpeechAct, frame: String) {
    self.init(
      lemma: lemma, act: act, frame: CueFrame.allCases.first { $0.word == frame } ?? .verb,
      share: 100)
  }
}

extension CueClass {
  /// The same, as the analysis tells it.
  var act: SpeechAct { SpeechAct(rawValue: word) ?? .statement }
}

extension Cue {
  /// The row of the tables, with its lemma from a lexicon.
  func reading(in lexicon: Lexicon, text: String) -> CueReading {
    CueReading(
      lemma: lemma < 0 ? text : lexicon.string(lemma), act: cueClass.act, frame: frame,
      share: share)
  }
}
