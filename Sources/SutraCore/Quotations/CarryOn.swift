/// Finds the sentences that carry on with a speaker's words without a cue of their own.
struct CarryOn {
  private let context: QuotationContext

  init(_ context: QuotationContext) { self.context = context }

  /// The quotations with those that carry on added, in text order.
  func completed(_ drafts: [QuotationDraft]) -> [QuotationDraft] {
    drafts
  }
}
