import SutraCore
import SutraWords

/// An audit in lines for people.
public enum AuditReport {
  /// Most findings of a section that are told.
  private static let most = 40
  /// Places of a bar.
  private static let barLength = 10

  /// The lines; they hold text of the article as it stands, which may have to be made safe.
  ///
  /// - Parameters:
  ///   - audit: The audit.
  ///   - article: Its article.
  /// - Returns: Lines without their ends.
  public static func lines(_ audit: SourceAudit, of article: Article) -> [String] {
    let numbers = LineNumbers(article.document.text)
    var lines = [article.document.id]
    var told = 0
    for line in audit.lines(of: article) {
      if case .heading(let count) = line.content {
        told = 0
        lines.append("  " + line.text(audit, of: article))
        if count > most { lines.append("    " + say("audit.first-of-them", ["count": most])) }
        continue
      }
      told += 1
      guard told <= most else { continue }
      let text = line.text(audit, of: article)
      if let share = line.share {
        lines.append("    \(bar(share)) \(text)")
      } else {
        let number = line.places.first.map { numbers.number(of: $0.start) } ?? 1
        lines.append("    " + say("audit.at-line", ["line": number, "text": text]))
      }
    }
    return lines
  }

  /// A bar with its share.
  private static func bar(_ share: Double) -> String {
    let filled = Int((share * Double(barLength)).rounded())
    let percent = say("status.percent", ["count": share.percent])
    return String(repeating: "#", count: filled) + String(repeating: "-", count: barLength - filled)
      + String(repeating: " ", count: max(1, 6 - percent.count)) + percent
  }
}
