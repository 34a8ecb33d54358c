// swift-tools-version: 6.1
import PackageDescription

// The Swift runtime is linked into the release binary, so that `sutra` starts fast and still works
// when it alone is copied to a machine without Swift.
let standalone: LinkerSetting = .unsafeFlags(["-static-stdlib"], .when(configuration: .release))

let package = Package(
  name: "sutra",
  products: [
    .executable(name: "sutra", targets: ["sutra"]),
    .library(name: "SutraCore", targets: ["SutraCore"]),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .target(name: "CResources"),
    .target(name: "SutraCore", dependencies: ["CResources"], exclude: ["Languages"]),
    .target(name: "SutraReader", dependencies: ["SutraCore"]),
    .target(name: "SutraTerminal", dependencies: ["SutraReader", "CNcurses"]),
    .executableTarget(
      name: "sutra",
      dependencies: ["SutraCore", "SutraReader", "SutraTerminal"],
      linkerSettings: [standalone]),
    .testTarget(name: "SutraCoreTests", dependencies: ["SutraCore"]),
    .testTarget(name: "SutraReaderTests", dependencies: ["SutraReader"], exclude: ["Screens"]),
    .testTarget(name: "SutraTerminalTests", dependencies: ["SutraTerminal"]),
    .testTarget(name: "SutraCommandTests", dependencies: ["sutra"]),
  ],
  swiftLanguageModes: [.v6]
)
