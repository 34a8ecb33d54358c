import SutraCore

/// What the command line asks for.
struct TrainingOptions {
  static let usage = """
    usage: sutra-train lexicon
           sutra-train examples FILE...
           sutra-train ner --language CODE --train FILE --out FILE [options]

    The first writes the lexicons that travel inside the program, made from the tables of all
    languages; do it when a table has changed. The second writes what a second reading learns from:
    for each document of files of one JSON object a line, with an id, a language and a text, its
    tokens, their features and what the rules find. The third trains a model of names:

      --language CODE     the language, as in bn
      --train FILE        documents with names, one JSON object a line; may be repeated
      --evaluate FILE     documents to measure on; may be repeated
      --calibrate FILE    documents to learn from how sure a name is; may be repeated
      --frequencies FILE  words with their Zipf frequency
      --out FILE          where the model goes
      --kinds A,B         the kinds of names (PERSON,PLACE,ORGANIZATION,DATE)
      --styles A,B        prefixes of document ids, each a style of annotation of its own
      --assume A          the style the program assumes
      --share A=0.5       the share of a style's documents to learn from; may be repeated
      --fold A,B          the styles whose names the tables may have been made from
      --hide A,B          the tables made from them (given-names.tsv,family-names.tsv)
      --folds N           parts to hide their names by (10)
      --hold-out N        measure on every Nth folded document and do not learn from it (0: none)
      --hold-part N       with which of them to begin, counted from 0 (0)
      --epochs N          passes over the documents (12)
      --rate R            rate of learning (0.1)
      --dropout P         share of features left out at random (0.2)
      --decay D           share by which weights shrink each pass (0.02)
      --rows N            rows of weights, as power of 2 (18)
      --seed N            of all that is random (1)
      --seeds N           take the mean of so many models, of this seed and those after it (1)
      --outside-shift S   added to the score of no name (0)
      --sweep A,B         other least confidences to measure with
      --least P           least confidence of a name (0)
    """

  var language = ""
  var train: [String] = []
  var evaluate: [String] = []
  var calibrate: [String] = []
  var frequencies: String?
  var out: String?
  var kinds: [EntityKind] = [.person, .place, .organization, .date]
  var styles: [String] = []
  var assumed: String?
  var shares: [String: Double] = [:]
  var folded: Set<String> = []
  var hidden: Set<String> = ["given-names.tsv", "family-names.tsv"]
  var foldCount = 10
  var holdOut = 0
  var heldPart = 0
  var epochs = 12
  var rate: Float = 0.1
  var dropout: Float = 0.2
  var decay: Float = 0.02
  var rowBits = 18
  var seed: UInt64 = 1
  var seedCount = 1
  var outsideShift: Float = 0
  var least: Float = 0
  var sweep: [Float] = []

  /// Reads the arguments after the program's name.
  ///
  /// - Throws: `TrainingError` for the first argument that does not fit.
  init(_ arguments: [String]) throws(TrainingError) {
    guard arguments.first == "ner" else {
      throw .usage("the first argument must be lexicon, examples or ner")
    }
    var rest = arguments.dropFirst()
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw .usage("\(name) needs a value") }
      func read<T>(_ make: (String) -> T?) throws(TrainingError) -> T {
        guard let made = make(value) else { throw .usage("\(name) cannot be \(value)") }
        return made
      }
      let list = value.split(separator: ",").map(String.init)
      switch name {
      case "--language": language = value
      case "--train": train.append(value)
      case "--evaluate": evaluate.append(value)
      case "--calibrate": calibrate.append(value)
      case "--frequencies": frequencies = value
      case "--out": out = value
      case "--kinds":
        kinds = list.compactMap(EntityKind.init)
        guard kinds.count == list.count else { throw .usage("\(name) cannot be \(value)") }
      case "--styles": styles = list
      case "--assume": assumed = value
      case "--share":
        let parts = value.split(separator: "=").map(String.init)
        guard parts.count == 2, let share = Double(parts[1]) else {
          throw .usage("\(name) cannot be \(value)")
        }
        shares[parts[0]] = share
      case "--fold": folded = Set(list)
      case "--hide": hidden = Set(list)
      case "--folds": foldCount = max(2, try read { Int($0) })
      case "--hold-out": holdOut = try read { Int($0) }
      case "--hold-part": heldPart = try read { Int($0) }
      case "--epochs": epochs = try read { Int($0) }
      case "--rate": rate = try read { Float($0) }
      case "--dropout": dropout = try read { Float($0) }
      case "--decay": decay = try read { Float($0) }
      case "--rows": rowBits = try read { Int($0) }
      case "--seed": seed = try read { UInt64($0) }
      case "--seeds": seedCount = max(1, try read { Int($0) })
      case "--outside-shift": outsideShift = try read { Float($0) }
      case "--sweep": sweep = list.compactMap(Float.init)
      case "--least": least = try read { Float($0) }
      default: throw .usage("there is no option \(name)")
      }
    }
    guard !language.isEmpty, !train.isEmpty else {
      throw .usage("--language and --train are needed")
    }
  }
}

/// Why no model was trained.
enum TrainingError: Error {
  case usage(String)
  case unreadable(file: String, reason: String)
  case unusable(String)
}
