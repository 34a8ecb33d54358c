import SutraCore
import SutraWords

/// A line that is being typed below the screen.
public struct Prompt: Hashable, Sendable {
  /// What the line is for.
  public enum Purpose: Hashable, Sendable {
    /// What is searched for.
    case search
    /// A command by its name.
    case command
    /// A command of the system that gets the article or quotes.
    case pipe
    /// The file that gets the quotes.
    case export
    /// A question that is answered by y or n, and what yes does.
    case confirm(String, ReaderEffect)
  }

  /// Most scalars of a line.
  public static let longest = Limits.promptScalars

  /// What the line is for.
  public let purpose: Purpose
  /// What has been typed.
  public var text = ""
  /// Whether nobody has typed any of it yet: the first letter takes the place of it all.
  var isFilledIn = false
  /// How far back in the history the line is.
  var historyIndex: Int?
  /// What was typed before the history was looked through.
  var draft = ""
  /// The completions that Tab goes through, and the one it is at.
  var completions: [String] = []
  var completion = 0

  /// Begins a line, with a text that somebody may want.
  init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    self.text = text
    isFilledIn = !text.isEmpty
  }

  /// What stands before the text.
  var lead: String {
    switch purpose {
    case .search: "/"
    case .command: ":"
    case .pipe: "| "
    case .export: say("prompt.write") + " "
    case .confirm(let question, _): say("prompt.confirm", ["question": question]) + " "
    }
  }

  /// The name its history is kept under; `nil` when nothing is kept.
  var historyName: String? {
    switch purpose {
    case .search: "search"
    case .command: "command"
    case .pipe: "pipe"
    case .export, .confirm: nil
    }
  }
}
