import SutraLibrary
import SutraSystem
import SutraWords

/// The user's library, as commands open and ask it.
enum UserLibrary {
  /// Its file; `nil` where there is no folder for it.
  static var file: String? { Environment.dataFolder.map { "\($0)/library.db" } }

  /// Its file.
  static func path() throws(CommandError) -> String {
    guard let file else { throw .input(say("error.no-home")) }
    return file
  }

  /// Opens it.
  ///
  /// - Parameter patience: Milliseconds that another program may hold it.
  /// - Returns: The library.
  /// - Throws: `CommandError` where it cannot be used.
  static func open(patience: Int = Library.patience) throws(CommandError) -> Library {
    let path = try path()
    do throws(LibraryError) {
      return try Library(path: path, patience: patience) { () throws(LibraryError) in
        Output.complain(say("library.upgrading"))
      }
    } catch {
      throw explained(error)
    }
  }

  /// Does something with it; what goes wrong there ends the program.
  static func using<Answer>(
    _ body: () throws(LibraryError) -> Answer
  ) throws(CommandError) -> Answer {
    do throws(LibraryError) {
      return try body()
    } catch {
      throw explained(error)
    }
  }

  /// The error that ends the program for one of the library.
  static func explained(_ error: LibraryError) -> CommandError { .inputOutput(error.sentence) }

  /// Seconds since 1970, as the library counts times.
  static var now: Int { Clock.secondsSince1970 }
}
