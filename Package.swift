// swift-tools-version: 6.1
import PackageDescription

// Targets stand in pipeline order: text, tree, model, scene, picture, then the command line. The
// table of who may import whom is the `dependencies` below; RepositoryTests enforces it, because
// SwiftPM lets a target import what its dependencies depend on.
let package = Package(
  name: "archc",
  products: [
    .executable(name: "archc", targets: ["archc"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // MARK: Text and what is wrong with it
    .target(name: "ArchSource"),
    .target(name: "ArchDiagnostics", dependencies: ["ArchSource"]),
    .target(name: "ArchSyntax", dependencies: ["ArchSource", "ArchDiagnostics"]),
    .target(
      name: "ArchFormat", dependencies: ["ArchSource", "ArchDiagnostics", "ArchSyntax"]),

    // MARK: Meaning
    .target(name: "CArchCatalog", exclude: ["rules", "services"]),
    .target(
      name: "ArchCatalog",
      dependencies: ["ArchSource", "ArchDiagnostics", "ArchSyntax", "CArchCatalog"]),
    .target(
      name: "ArchModel",
      dependencies: ["ArchSource", "ArchDiagnostics", "ArchSyntax", "ArchCatalog"]),
    .target(
      name: "ArchLint",
      dependencies: ["ArchSource", "ArchDiagnostics", "ArchSyntax", "ArchCatalog", "ArchModel"]),
    .target(
      name: "ArchConfiguration",
      dependencies: ["ArchSource", "ArchDiagnostics", "ArchCatalog", "ArchLint"]),

    .target(
      name: "ArchPages", dependencies: ["ArchDiagnostics", "ArchCatalog", "ArchLint"]),

    // MARK: Geometry and pictures
    .target(name: "ArchScene"),
    // Reads Graphviz's headers, from Debian's libgraphviz-dev; its libraries are loaded when a
    // picture is laid out.
    .target(name: "CLayoutWorker"),
    .target(
      name: "ArchLayout",
      dependencies: ["ArchSource", "ArchCatalog", "ArchModel", "ArchScene", "CLayoutWorker"]),
    .target(name: "ArchRender", dependencies: ["ArchScene"]),
    // Pixels and pages, by libraries that are loaded when they are needed.
    .target(name: "ArchRaster"),
    .target(name: "ArchText", dependencies: ["ArchScene"]),

    // MARK: Commands
    .executableTarget(
      name: "archc",
      dependencies: [
        "ArchSource", "ArchDiagnostics", "ArchSyntax", "ArchFormat", "ArchCatalog", "ArchModel",
        "ArchLint", "ArchConfiguration", "ArchPages", "ArchScene", "ArchLayout", "ArchRender",
        "ArchRaster", "ArchText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "archc-dev",
      dependencies: [
        "ArchSource", "ArchDiagnostics", "ArchSyntax", "ArchCatalog", "ArchModel", "ArchLint",
        "ArchPages",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: Tests
    .target(
      name: "ArchTestSupport", dependencies: ["ArchSource", "ArchDiagnostics"],
      path: "Tests/ArchTestSupport"),
    .testTarget(
      name: "ArchSourceTests",
      dependencies: ["ArchSource"]),
    .testTarget(
      name: "ArchDiagnosticsTests",
      dependencies: ["ArchSource", "ArchDiagnostics", "ArchTestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "ArchSyntaxTests",
      dependencies: ["ArchSource", "ArchDiagnostics", "ArchSyntax", "ArchTestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "ArchFormatTests",
      dependencies: [
        "ArchSource", "ArchDiagnostics", "ArchSyntax", "ArchFormat", "ArchTestSupport",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "ArchCatalogTests",
      dependencies: [
        "ArchSource", "ArchDiagnostics", "ArchSyntax", "ArchCatalog", "ArchModel", "ArchLint",
        "ArchPages", "ArchTestSupport",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ArchModelTests",
      dependencies: [
        "ArchSource", "ArchDiagnostics", "ArchSyntax", "ArchCatalog", "ArchModel",
        "ArchTestSupport",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ArchLintTests",
      dependencies: [
        "ArchSource", "ArchDiagnostics", "ArchSyntax", "ArchFormat", "ArchCatalog", "ArchModel",
        "ArchLint", "ArchTestSupport",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ArchConfigurationTests",
      dependencies: [
        "ArchSource", "ArchDiagnostics", "ArchLint", "ArchConfiguration", "ArchTestSupport",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "ArchPagesTests",
      dependencies: [
        "ArchSource", "ArchDiagnostics", "ArchSyntax", "ArchCatalog", "ArchLint", "ArchPages",
      ]),
    .testTarget(
      name: "ArchcFilesTests",
      dependencies: [
        "ArchSource", "ArchDiagnostics", "ArchModel", "ArchLint", "ArchConfiguration", "archc",
        "ArchTestSupport",
      ]),
    .testTarget(
      name: "ArchcTests",
      dependencies: [
        "archc", "ArchTestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "ArchcDevTests", dependencies: ["ArchModel", "archc-dev"]),
    .testTarget(name: "RepositoryTests", dependencies: ["archc", "ArchTestSupport"]),
    .testTarget(
      name: "ArchSceneTests",
      dependencies: ["ArchScene"]),
    .testTarget(
      name: "ArchRenderTests",
      dependencies: ["ArchCatalog", "ArchScene", "ArchRender"],
      exclude: ["Golden"]),
    .testTarget(name: "ArchRasterTests", dependencies: ["ArchRaster"]),
    .testTarget(
      name: "ArchTextTests",
      dependencies: [
        "ArchSource", "ArchSyntax", "ArchCatalog", "ArchModel", "ArchLayout", "ArchScene",
        "ArchText", "ArchTestSupport",
      ],
      exclude: ["Golden"]),
    // Bodies of layout workers that crash, hang and lie.
    .target(
      name: "CFaultyWorkers", dependencies: ["CLayoutWorker"], path: "Tests/CFaultyWorkers"),
    .testTarget(
      name: "ArchLayoutTests",
      dependencies: ["ArchLayout", "ArchScene", "CLayoutWorker", "CFaultyWorkers"]),
  ],
  cLanguageStandard: .c2x
)

// Every Swift target speaks the same dialect: imports stay inside the file's own module unless said
// otherwise, a member is visible only where its module is imported, and `any` is written out.
for target in package.targets where target.type != .system && !target.name.hasPrefix("C") {
  target.swiftSettings = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    // The tree's small accessors are worth inlining across targets: a third of the front end's
    // time.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  ]
}

// What thousands of graphs and rules are tried on is optimised for tests, too: they take a fifth of
// the time, and every check stays on.
let busy = [
  "ArchSource", "ArchSyntax", "ArchCatalog", "ArchModel", "ArchLint", "ArchLayout", "ArchText",
]
for target in package.targets where busy.contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
