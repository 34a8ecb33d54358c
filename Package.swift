// swift-tools-version: 6.1
import PackageDescription

// The Swift runtime is linked into the release binary, so that `sutra` starts fast and still works
// when it alone is copied to a machine without Swift.
let standalone: LinkerSetting = .unsafeFlags(["-static-stdlib"], .when(configuration: .release))

// Only the types are taken of these; the libraries are loaded when a picture is wanted.
#if arch(arm64)
  let system = "aarch64-linux-gnu"
#elseif arch(riscv64)
  let system = "riscv64-linux-gnu"
#else
  let system = "x86_64-linux-gnu"
#endif
let pictureHeaders = [
  "/usr/include/pango-1.0", "/usr/include/cairo", "/usr/include/glib-2.0",
  "/usr/lib/\(system)/glib-2.0/include", "/usr/include/harfbuzz",
].map { "-I" + $0 }

let package = Package(
  name: "sutra",
  products: [
    .executable(name: "sutra", targets: ["sutra"]),
    .library(name: "SutraCore", targets: ["SutraCore", "SutraResources"]),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    // Headers of libxml2 alone: the library is loaded when the first page is opened.
    // Loads libraries of the system when they are wanted.
    .target(name: "CLoading"),
    .target(
      name: "CMarkup", dependencies: ["CLoading"],
      cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    // Bytes looked for as fast as memory is read, and put into UTF-8 by iconv.
    .target(name: "CBytes"),
    .target(name: "CResources", exclude: ["generate.py"]),
    .target(name: "CFetch", dependencies: ["CLoading"]),
    // Types of zlib alone: it and libzstd are loaded when a packed stream is read.
    .target(name: "CPacking", dependencies: ["CLoading"]),
    .target(name: "CSQLite", dependencies: ["CLoading"]),
    .target(name: "CTerminal"),
    .target(
      name: "CPictures", dependencies: ["CLoading"],
      cSettings: [.unsafeFlags(pictureHeaders)]),
    .target(name: "CUnicode", exclude: ["generate-tables.py"]),
    .target(name: "CWords"),
    // Arithmetic of second readings: fast in debug builds too, since tests read much.
    .target(name: "CNetwork", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    // What the program says to people, one table a language.
    .target(name: "SutraWords", dependencies: ["CResources", "CWords"]),
    .target(name: "SutraCore", dependencies: ["SutraWords", "CNetwork"], exclude: ["document"]),
    // The system: files, watching, threads, clock, signals, environment.
    .target(name: "SutraSystem", dependencies: ["SutraWords", "CTerminal"]),
    .target(
      name: "SutraInput",
      dependencies: ["SutraCore", "SutraWords", "CBytes", "CMarkup", "CPacking"]),
    .target(
      name: "SutraResources", dependencies: ["SutraCore", "CResources"],
      exclude: ["Interface", "Languages", "Models", "Samples"]),
    .target(
      name: "SutraExport", dependencies: ["SutraCore", "SutraWords", "SutraAudit", "SutraCompare"]),
    .target(
      name: "SutraAudit",
      dependencies: ["SutraCore", "SutraCompare", "SutraResources", "SutraWords"]),
    .target(name: "SutraCompare", dependencies: ["SutraCore", "SutraResources", "SutraWords"]),
    .target(
      name: "SutraImport", dependencies: ["SutraCore", "SutraWords", "SutraExport", "SutraFeeds"]),
    .target(
      name: "SutraReader",
      dependencies: [
        "SutraCore", "SutraExport", "SutraAudit", "SutraCompare", "SutraResources", "SutraWords",
        "CUnicode",
      ]),
    .target(name: "SutraPictures", dependencies: ["SutraReader", "SutraSystem", "CPictures"]),
    .target(
      name: "SutraTerminal",
      dependencies: [
        "SutraCore", "SutraReader", "SutraPictures", "CNcurses", "CTerminal", "CUnicode",
      ]),
    .target(name: "SutraFetch", dependencies: ["SutraSystem", "SutraWords", "CFetch"]),
    .target(name: "SutraFeeds", dependencies: ["SutraCore", "CBytes"]),
    .target(
      name: "SutraLibrary",
      dependencies: ["SutraCore", "SutraSystem", "SutraWords", "CBytes", "CSQLite"]),
    .target(
      name: "SutraCommand",
      dependencies: [
        "SutraCore", "SutraExport", "SutraAudit", "SutraCompare", "SutraImport", "SutraInput",
        "SutraResources",
        "SutraReader", "SutraPictures", "SutraTerminal", "SutraFetch", "SutraFeeds", "SutraLibrary",
        "SutraSystem", "SutraWords", "CUnicode",
      ]),
    .executableTarget(
      name: "sutra", dependencies: ["SutraCommand", "SutraSystem"], exclude: ["Manual"],
      linkerSettings: [standalone]),
    // What tests of several rooms share: articles, and marks written into sentences.
    .target(name: "SutraTestSupport", path: "Tests/Support"),
    .testTarget(
      name: "SutraCoreTests",
      dependencies: ["CNetwork", "SutraCore", "SutraResources", "SutraTestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(name: "SutraSystemTests", dependencies: ["SutraSystem", "SutraTestSupport"]),
    .testTarget(
      name: "SutraInputTests", dependencies: ["SutraInput", "SutraResources"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "SutraReaderTests", dependencies: ["SutraReader", "SutraResources", "SutraWords"],
      exclude: ["Screens"]),
    .testTarget(
      name: "SutraExportTests",
      dependencies: [
        "SutraCore", "SutraExport", "SutraImport", "SutraResources", "SutraTestSupport",
      ]),
    .testTarget(name: "SutraAuditTests", dependencies: ["SutraAudit", "SutraResources"]),
    .testTarget(name: "SutraCompareTests", dependencies: ["SutraCompare", "SutraResources"]),
    .target(
      name: "CPangoReference", path: "Tests/PangoReference",
      cSettings: [.unsafeFlags(pictureHeaders)]),
    .testTarget(
      name: "SutraPicturesTests",
      dependencies: ["SutraPictures", "SutraResources", "CPictures", "CPangoReference"]),
    .testTarget(name: "SutraTerminalTests", dependencies: ["SutraTerminal"]),
    .testTarget(name: "SutraFeedsTests", dependencies: ["SutraFeeds"]),
    .testTarget(name: "SutraLibraryTests", dependencies: ["SutraCore", "SutraLibrary"]),
    // A small server of the web, for the tests of what is fetched.
    .target(name: "LoopbackServer", path: "Tests/LoopbackServer"),
    .testTarget(name: "SutraFetchTests", dependencies: ["SutraFetch", "LoopbackServer"]),
    // A program that crashes and one that is killed, for the tests of ends.
    .executableTarget(
      name: "sutra-ends",
      dependencies: [
        "CTerminal", "SutraCommand", "SutraCore", "SutraReader", "SutraResources", "SutraSystem",
        "SutraTerminal",
      ],
      path: "Tests/EndsProgram"),
    .testTarget(
      name: "SutraCommandTests",
      dependencies: [
        "SutraCommand", "SutraInput", "SutraLibrary", "SutraResources", "SutraSystem",
        "SutraTestSupport", "SutraWords",
        "LoopbackServer", "sutra", "sutra-ends",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// Who trains models and measures asks for it: users and the gate need not wait for that.
if Context.environment["SUTRA_TOOLS"] != nil {
  package.targets += [
    .executableTarget(
      name: "sutra-bench",
      dependencies: [
        "SutraCommand", "SutraCore", "SutraResources", "SutraReader", "SutraLibrary", "SutraSystem",
      ]),
    .executableTarget(name: "sutra-train", dependencies: ["SutraCore", "SutraResources"]),
  ]
}
