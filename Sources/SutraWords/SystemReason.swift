import CWords

/// Why the system would not do something, in the language that this thread speaks.
///
/// - Parameter error: The number of the error, as `errno` has it.
/// - Returns: A few words; in the system's own words where the tables have none.
public func systemReason(_ error: Int32) -> String {
  guard let name = sutra_reason_of_system(error) else {
    return String(cString: sutra_words_of_system(error))
  }
  return say("system.\(String(cString: name))")
}
