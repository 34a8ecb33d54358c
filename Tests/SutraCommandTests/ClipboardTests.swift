import Testing

@testable import SutraCommand

@Suite("The clipboard")
struct ClipboardTests {
  @Test(
    "is that of the desktop where a command takes copies",
    arguments: [
      (["WAYLAND_DISPLAY"], ["wl-copy", "xclip"], "wl-copy"),
      (["DISPLAY", "WAYLAND_DISPLAY"], ["xclip"], "xclip -selection clipboard"),
      (["DISPLAY"], ["xsel", "wl-copy"], "xsel --clipboard --input"),
      (["DISPLAY"], ["xsel", "xclip"], "xclip -selection clipboard"),
      ([], ["pbcopy"], "pbcopy"), ([], ["xclip", "wl-copy"], nil), (["DISPLAY"], [], nil),
    ] as [([String], [String], String?)])
  func command(variables: [String], programs: [String], command: String?) {
    let found = Clipboard.command(
      environment: { variables.contains($0) ? "x" : nil }, isInstalled: programs.contains)
    #expect(found == command)
  }
}
