import Foundation
import Testing

/// What the rooms of the package may see, as `Package.swift` and the map in Architecture.md have it.
@Suite("Rooms")
struct RoomTests {
  private static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: top.appending(path: path), encoding: .utf8)
  }

  /// Modules of the system, and the rooms that may see them.
  private static let rooms: [String: Set<String>] = [
    "Glibc": ["SutraSystem", "SutraTerminal"],
    // Training is for people who have the data, and no part of the program.
    "Foundation": ["sutra-train"],
  ]
  private static let everywhere: Set = ["Swift", "Synchronization"]

  /// What each target may import, by Package.swift.
  private static func declared() throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    let targets = try text("Package.swift").split(
      separator: /\.(executableT|t)arget\(|\.systemLibrary\(/)
    for target in targets.dropFirst() {
      guard let name = target.firstMatch(of: /name: "([^"]+)"/) else { continue }
      let list = target.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.1 ?? ""
      found[String(name.1)] = Set(list.matches(of: /"([^"]+)"/).map { String($0.1) })
    }
    return found
  }

  /// What the files of a room import.
  private static func imported(in room: String) throws -> [(file: String, module: String)] {
    let folder = top.appending(path: "Sources/\(room)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var found: [(file: String, module: String)] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.matches(
        of: /(?m)^(?:@\w+ )*(?:\w+ )?import (?:(?:struct|enum|func|class) )?(\w+)/)
      {
        found.append((file.lastPathComponent, String(line.1)))
      }
    }
    return found
  }

  @Test("import what Package.swift says, and of the system what is theirs")
  func imports() throws {
    let declared = try Self.declared()
    let rooms = try FileManager.default.contentsOfDirectory(
      atPath: Self.top.appending(path: "Sources").path)
    var count = 0
    for room in rooms {
      let allowed = (declared[room] ?? []).union(Self.everywhere)
        .union(Self.rooms.filter { $0.value.contains(room) }.keys)
      for (file, module) in try Self.imported(in: room) {
        #expect(allowed.contains(module), "\(room)/\(file) imports \(module)")
        count += 1
      }
    }
    #expect(count > 500)
  }

  @Test("are in the map with all that they may see")
  func map() throws {
    let declared = try Self.declared()
    var told: [String: Set<String>] = [:]
    let rows = try Self.text("Sources/SutraCore/SutraCore.docc/Architecture.md")
      .matches(of: /(?m)^\| `(\w+)` \| .* \|(.*)\|$/)
    for row in rows where !row.2.contains("all of the above") {
      told[String(row.1)] = Set(row.2.matches(of: /`([^`]+)`/).map { String($0.1) })
    }
    for (room, modules) in told {
      let own = declared[room].map { $0.subtracting(["CLoading"]) }
      #expect(own == modules, "\(room)")
    }
    for room in declared.keys where room.hasPrefix("Sutra") && !room.contains("Test") {
      #expect(told[room] != nil || room == "SutraCommand", "\(room) is not in the map")
    }
  }
}
