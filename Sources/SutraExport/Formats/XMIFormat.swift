import SutraCore
import SutraWords

/// A CAS of UIMA as XMI, for INCEpTION; places in code units of UTF-16, as Java counts them.
///
/// Names are `NamedEntity` of DKPro, quotes and their parts layers of their own; the type system
/// stands beside in a folder.
package struct XMIFormat: ArticleFormat {
  package let name = "xmi"
  package var help: String { say("format.xmi") }
  package let holdsOne = true

  /// What types of DKPro begin with.
  private static let dkpro = "de.tudarmstadt.ukp.dkpro.core.api"

  /// A type of annotation with its features.
  private struct Kind {
    let prefix: String
    let space: String
    let package: String
    let name: String
    let features: [(name: String, range: String)]
  }

  private static let text = "uima.cas.String"
  private static let kinds = [
    Kind(
      prefix: "segmentation", space: "de/tudarmstadt/ukp/dkpro/core/api/segmentation/type",
      package: "\(dkpro).segmentation.type", name: "Sentence", features: []),
    Kind(
      prefix: "segmentation", space: "de/tudarmstadt/ukp/dkpro/core/api/segmentation/type",
      package: "\(dkpro).segmentation.type", name: "Token", features: []),
    Kind(
      prefix: "ner", space: "de/tudarmstadt/ukp/dkpro/core/api/ner/type",
      package: "\(dkpro).ner.type", name: "NamedEntity",
      features: [("value", text), ("identifier", text)]),
    Kind(
      prefix: "custom", space: "webanno/custom", package: "webanno.custom", name: "Quote",
      features: [
        ("number", text), ("form", text), ("stance", text), ("act", text), ("speaker", text),
        ("speakerKind", text), ("role", text), ("negated", "uima.cas.Boolean"),
        ("certainty", "uima.cas.Double"),
      ]),
    Kind(
      prefix: "custom", space: "webanno/custom", package: "webanno.custom", name: "QuotePart",
      features: [("quote", text), ("part", text)]),
    Kind(
      prefix: "custom", space: "webanno/custom", package: "webanno.custom", name: "Note",
      features: [("text", text)]),
  ]

  package init() {}

  package var folderFiles: [ExportedFile] {
    [ExportedFile(name: "TypeSystem.xml", bytes: Self.typeSystem)]
  }

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    let text = article.document.text.bytesAsTheyCame
    let units = CodePointIndex(text, unit: .utf16)
    var xml = MarkupWriter()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open(
      "xmi:XMI",
      [
        ("xmlns:xmi", "http://www.omg.org/XMI"), ("xmlns:cas", "http:///uima/cas.ecore"),
        ("xmlns:tcas", "http:///uima/tcas.ecore"),
      ] + Self.spaces + [("xmi:version", "2.0")])
    xml.raw("\n")
    xml.empty("cas:NULL", [("xmi:id", "0")])
    var last = 1
    func annotation(
      _ type: String, asItCame span: Span, _ features: [(String, String?)] = []
    ) {
      last += 1
      xml.raw("\n")
      xml.empty(
        type,
        [
          ("xmi:id", String(last)), ("sofa", "1"),
          ("begin", String(units.codePoints(before: span.start))),
          ("end", String(units.codePoints(before: span.end))),
        ] + features)
    }
    func annotation(_ type: String, _ span: Span, _ features: [(String, String?)] = []) {
      annotation(type, asItCame: article.document.text.spanAsItCame(span), features)
    }
    annotation(
      "tcas:DocumentAnnotation", asItCame: Span(start: 0, end: text.count),
      [("language", article.document.language)])
    let facts = ArticleFacts(article)
    let quotes = facts.quotes(quotations)
    let names = Set(article.mentions.flatMap { [$0.span.start, $0.span.end] })
    for sentence in ExportTokens(article, borders: names).sentences {
      annotation("segmentation:Sentence", sentence.span)
      for token in sentence.tokens { annotation("segmentation:Token", token) }
    }
    for mention in article.mentions {
      annotation(
        "ner:NamedEntity", mention.span,
        [
          ("value", mention.kind.rawValue),
          ("identifier", article.entities[mention.entity].name),
        ])
    }
    let records = QuotationRecords(article)
    for (record, number) in zip(quotes, quotations) {
      let flat = records.record(number)
      for segment in record.spans(.segments) {
        annotation(
          "custom:Quote", segment,
          [
            ("number", record.id), ("form", flat.form.rawValue), ("stance", flat.stance.rawValue),
            ("act", flat.act?.rawValue), ("speaker", flat.speaker),
            ("speakerKind", flat.speakerKind?.rawValue), ("role", flat.role),
            ("negated", flat.isNegated ? "true" : "false"), ("certainty", flat.certaintyText),
          ])
      }
      for part in BratFormat.roles {
        for span in record.spans(part.fact) {
          annotation(
            "custom:QuotePart", span, [("quote", record.id), ("part", part.role.lowercased())])
        }
      }
    }
    for note in article.notes { annotation("custom:Note", note.span, [("text", note.text)]) }
    xml.raw("\n")
    xml.empty(
      "cas:Sofa",
      [
        ("xmi:id", "1"), ("sofaNum", "1"), ("sofaID", "_InitialView"), ("mimeType", "text"),
        ("sofaString", String(decoding: text, as: UTF8.self)),
      ])
    xml.raw("\n")
    let members = last >= 2 ? (2...last).map(String.init).joined(separator: " ") : ""
    xml.empty("cas:View", [("sofa", "1"), ("members", members)])
    xml.raw("\n</xmi:XMI>\n")
    return xml.bytes
  }

  private static var spaces: [(String, String?)] {
    var spaces: [(String, String?)] = []
    for kind in kinds where !spaces.contains(where: { $0.0 == "xmlns:\(kind.prefix)" }) {
      spaces.append(("xmlns:\(kind.prefix)", "http:///\(kind.space).ecore"))
    }
    return spaces
  }

  private static var typeSystem: [UInt8] {
    var xml = MarkupWriter()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open(
      "typeSystemDescription", [("xmlns", "http://uima.apache.org/resourceSpecifier")])
    xml.raw("\n<name>sutra</name>\n<types>\n")
    for kind in kinds {
      xml.raw("<typeDescription>")
      xml.element("name", text: "\(kind.package).\(kind.name)")
      xml.raw("<description/><supertypeName>uima.tcas.Annotation</supertypeName><features>")
      for feature in kind.features {
        xml.raw("<featureDescription>")
        xml.element("name", text: feature.name)
        xml.raw("<description/>")
        xml.element("rangeTypeName", text: feature.range)
        xml.raw("</featureDescription>")
      }
      xml.raw("</features></typeDescription>\n")
    }
    xml.raw("</types>\n</typeSystemDescription>\n")
    return xml.bytes
  }
}
