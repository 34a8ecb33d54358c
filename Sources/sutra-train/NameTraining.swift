import Foundation
import SutraCore

/// Trains a model of names and measures it.
struct NameTraining {
  private static let classBits = 16

  let options: TrainingOptions
  private let labels: [NameLabel]

  init(_ options: TrainingOptions) {
    self.options = options
    labels = NameLabel.labels(for: options.kinds)
  }

  /// Does all that the options ask for.
  func run() throws(TrainingError) {
    guard labels.count <= NameLabel.most else { throw .usage("too many kinds") }
    let classes =
      try options.frequencies.map { (path) throws(TrainingError) in
        try Corpus.wordClasses(path, bits: Self.classBits)
      } ?? [UInt8](repeating: 0, count: 1 << Self.classBits)
    var learnt: [(document: CorpusDocument, fold: Int)] = []
    var held: [(document: CorpusDocument, fold: Int)] = []
    var counts: [String: Int] = [:]
    for path in options.train {
      for document in try Corpus.documents(path) {
        let number = counts[document.style, default: 0]
        counts[document.style] = number + 1
        if options.holdOut > 0, options.folded.contains(document.style),
          number % options.holdOut == options.heldPart
        {
          held.append((document, options.foldCount - 1))
          continue
        }
        let share = options.shares[document.style] ?? 1
        guard Int(Double(number + 1) * share) > Int(Double(number) * share) else { continue }
        // The last part is that of the documents to measure on, where there are any.
        let parts = options.holdOut > 0 ? options.foldCount - 1 : options.foldCount
        let isFolded = options.folded.contains(document.style)
        learnt.append((document, isFolded ? number % parts : options.foldCount))
      }
    }
    let hidden = try HiddenNames(
      learnt.filter { $0.fold < options.foldCount } + held, language: options.language,
      tables: options.hidden, foldCount: options.foldCount)
    let classMask = classes.count - 1
    let wordClass = { (hash: UInt64) in classes[Int(truncatingIfNeeded: hash >> 24) & classMask] }
    var chains: [TrainingChain] = []
    for (document, fold) in learnt {
      chains += self.chains(document, hidden.packs[fold], wordClass)
    }
    let tokens = chains.reduce(0) { $0 + $1.ends.count }
    let rows = chains.reduce(0) { $0 + $1.rows.count }
    print("\(learnt.count) documents, \(chains.count) chains, \(tokens) tokens, \(rows) features")

    var trainer = FieldTrainer(labels: labels, options: options, seed: options.seed)
    trainer.learn(chains) { epoch, loss in
      print("epoch \(epoch + 1): loss \(Measure.rounded(loss / Double(tokens) * 100))")
    }
    for more in 1..<max(1, options.seedCount) {
      var other = FieldTrainer(labels: labels, options: options, seed: options.seed + UInt64(more))
      other.learn(chains) { _, _ in }
      trainer.add(other)
    }
    let assumed = options.assumed.flatMap { options.styles.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    var file = ModelFile(
      language: options.language, labels: labels, styleCount: options.styles.count, style: assumed,
      rowBits: options.rowBits, weights: trainer.weights, transitions: trainer.transitions,
      wordClasses: classes, outsideShift: options.outsideShift, least: options.least)
    let pack = hidden.packs[options.foldCount]
    func texts(
      _ documents: [CorpusDocument], _ pack: TrainingPack
    ) -> [(CorpusDocument, TrainingText)] {
      documents.map {
        ($0, TrainingText($0.text, language: options.language, pack: pack, wordClass: wordClass))
      }
    }
    if !options.calibrate.isEmpty {
      // A corpus says nothing of the kinds that it does not mark.
      let model = try file.model()
      var fit = LogisticFit(count: NameCalibration.count)
      for path in options.calibrate {
        let documents = try Corpus.documents(path)
        let kinds = Self.kinds(documents)
        for (document, text) in texts(documents, pack) {
          let gold = Set(document.names.map { Named(span: $0.span, kind: $0.kind) })
          for (span, name) in text.candidates(model, style: assumed)
          where kinds[document.style]?.contains(name.kind) ?? false {
            fit.add(
              NameCalibration.inputs(name).map(Double.init),
              gold.contains(Named(span: span, kind: name.kind)))
          }
        }
      }
      file.calibration = NameCalibration(factors: fit.factors().map(Float.init))
      print("calibration: \(file.calibration.factors)")
    }
    if let out = options.out {
      do {
        try Data(file.bytes()).write(to: URL(fileURLWithPath: out))
      } catch {
        throw .unreadable(file: out, reason: error.localizedDescription)
      }
    }
    var sets: [(String, [CorpusDocument])] =
      held.isEmpty ? [] : [("held out", held.map(\.document))]
    for path in options.evaluate { sets.append((path, try Corpus.documents(path))) }
    for (name, documents) in sets {
      let read = texts(documents, name == "held out" ? hidden.packs[options.foldCount - 1] : pack)
      for least in options.sweep {
        file.least = least
        let model = try file.model()
        measure(read, model, "\(name), least \(least)", styles: [assumed], brief: true)
      }
      file.least = options.least
      measure(
        read, try file.model(), name, styles: [-1] + Array(0...options.styles.count), brief: false)
    }
  }

  private func style(_ document: CorpusDocument) -> Int {
    (options.styles.firstIndex(of: document.style) ?? -1) + 1
  }

  private func chains(
    _ document: CorpusDocument, _ pack: TrainingPack, _ wordClass: @escaping (UInt64) -> UInt8
  ) -> [TrainingChain] {
    let text = TrainingText(
      document.text, language: options.language, pack: pack, wordClass: wordClass)
    var name = 0
    return text.chains().map { range in
      var chain = TrainingChain()
      var last: Int?
      for token in range {
        chain.rows += text.rows(of: token, in: range, style: style(document))
        chain.ends.append(chain.rows.count)
        let span = text.span(token)
        while name < document.names.count, document.names[name].span.end <= span.start { name += 1 }
        var label = 0
        if name < document.names.count {
          let gold = document.names[name]
          let shared = min(gold.span.end, span.end) - max(gold.span.start, span.start)
          if shared * 2 > span.length {
            label =
              labels.firstIndex(of: NameLabel(kind: gold.kind, begins: last != name)) ?? 0
            last = name
          }
        }
        chain.labels.append(label)
      }
      return chain
    }
  }

  /// Prints how many names are found, for each style; -1 are the rules alone.
  private func measure(
    _ texts: [(CorpusDocument, TrainingText)], _ model: NameModel, _ title: String, styles: [Int],
    brief: Bool
  ) {
    print("== \(title)")
    let kinds = Self.kinds(texts.map(\.0))
    for style in styles {
      var totals: [String: Measure] = [:]
      var bins = ReliabilityBins()
      for (document, text) in texts {
        let wanted = kinds[document.style] ?? []
        let gold = Set(document.names.map { Named(span: $0.span, kind: $0.kind) })
        let names = text.names(style < 0 ? nil : model, style: max(0, style))
          .filter { wanted.contains($0.kind) }
        let found = Set(names.map { Named(span: $0.span, kind: $0.kind) })
        for name in names {
          bins.add(name.confidence, gold.contains(Named(span: name.span, kind: name.kind)))
        }
        func add(_ key: String, _ wanted: (Named) -> Bool) {
          totals[key, default: Measure()].hits += gold.intersection(found).count(where: wanted)
          totals[key, default: Measure()].gold += gold.count(where: wanted)
          totals[key, default: Measure()].found += found.count(where: wanted)
        }
        add(document.style) { _ in true }
        for kind in EntityKind.allCases where !brief && wanted.contains(kind) {
          add(document.style + " " + kind.rawValue) { $0.kind == kind }
        }
      }
      let name =
        style < 0 ? "rules" : style == 0 ? "no style" : "style " + options.styles[style - 1]
      for key in totals.keys.sorted() {
        if let total = totals[key] { print("\(name), \(key): \(total.line)") }
      }
      if !brief, style == model.style { print(bins.lines.joined(separator: "\n")) }
    }
  }

  /// The kinds that each corpus marks.
  private static func kinds(_ documents: [CorpusDocument]) -> [String: Set<EntityKind>] {
    documents.reduce(into: [:]) { $0[$1.style, default: []].formUnion($1.names.map(\.kind)) }
  }

  private struct Named: Hashable {
    let span: Span
    let kind: EntityKind
  }
}
