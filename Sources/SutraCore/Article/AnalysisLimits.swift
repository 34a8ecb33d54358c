import SutraWords

/// The names of an article, linked to at most so many entities.
struct EntityLimit {
  /// The names up to the first that would be one entity too many.
  let names: [MentionProposal]
  /// For each name the index of its entity.
  let entityOfName: [Int]
  /// What is named.
  let entities: [EntityLinker.Draft]
  /// What is said of the names that are left out.
  let diagnostics: [Diagnostic]

  /// Links names to entities.
  init(_ all: [MentionProposal], _ text: TokenizedDocument, most: Int) {
    let linked = EntityLinker.link(all, text)
    guard linked.drafts.count > most,
      let cut = linked.entities.firstIndex(where: { $0 >= most })
    else {
      (names, entityOfName, entities) = (all, linked.entities, linked.drafts)
      diagnostics = []
      return
    }
    // Names are linked one after the other, so the first ones come out the same without the rest.
    let kept = Array(all[..<cut])
    let fewer = EntityLinker.link(kept, text)
    (names, entityOfName, entities) = (kept, fewer.entities, fewer.drafts)
    diagnostics = [
      LimitDiagnostics.diagnostic(
        text.span(all[cut].tokens),
        Message("note.too-many-names", ["count": all.count - cut]))
    ]
  }
}

/// The quotations of an article without those of a paragraph that are beyond the limit.
struct QuotationLimit {
  /// What is kept, in the same order.
  let kept: [QuotationDraft]
  /// What is said of those that are left out.
  let diagnostics: [Diagnostic]

  /// Counts the quotations of each paragraph.
  init(_ all: [QuotationDraft], _ text: TokenizedDocument) {
    guard all.count > Limits.quotationsInParagraph else {
      (kept, diagnostics) = (all, [])
      return
    }
    var counts: [Int: Int] = [:]
    let leftOut = all.indices.filter { index in
      let start = all[index].content.lowerBound
      let paragraph = text.paragraphs.partitioningIndex { $0.upperBound > start }
      counts[paragraph, default: 0] += 1
      return counts[paragraph, default: 0] > Limits.quotationsInParagraph
    }
    guard let first = leftOut.first else {
      // A copy of so many would be felt.
      (kept, diagnostics) = (all, [])
      return
    }
    var next = 0
    kept = all.indices.filter { index in
      let isLeftOut = next < leftOut.count && leftOut[next] == index
      if isLeftOut { next += 1 }
      return !isLeftOut
    }.map { all[$0] }
    diagnostics = [
      LimitDiagnostics.diagnostic(
        text.span(all[first].content),
        Message(
          "note.too-many-quotes",
          ["most": Limits.quotationsInParagraph, "count": leftOut.count]))
    ]
  }
}
