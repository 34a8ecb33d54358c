import Foundation

/// Programs that others have written in Python, where they are installed.
///
/// `SUTRA_PYTHON` names the Python that has them, as the gate does; otherwise it is `python3`.
enum Python {
  private static let path = ProcessInfo.processInfo.environment["SUTRA_PYTHON"]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("OtherPrograms")

  /// The folder of schemas beside the project, if it is there.
  static let schemas: String? = {
    let shared = folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("shared/data/schemas").path
    return FileManager.default.fileExists(atPath: shared) ? shared : nil
  }()

  /// Whether modules can be imported.
  static func has(_ modules: [String]) -> Bool {
    run(["-c", modules.map { "import \($0)" }.joined(separator: "\n")])?.status == 0
  }

  /// Runs a script of the folder of other programs; returns what it complains of, or `nil`.
  static func complaint(of script: String, _ arguments: [String]) -> String? {
    guard let outcome = run([folder.appendingPathComponent(script).path] + arguments) else {
      return "there is no Python"
    }
    return outcome.status == 0 ? nil : outcome.errors
  }

  private static func run(_ arguments: [String]) -> (status: Int32, errors: String)? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "/usr/bin/env")
    process.arguments = (path == nil ? ["python3"] : []) + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SUTRA_SCHEMAS": schemas ?? "", "PYTHONDONTWRITEBYTECODE": "1"], uniquingKeysWith: { $1 })
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    let told = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: told, as: UTF8.self))
  }
}
