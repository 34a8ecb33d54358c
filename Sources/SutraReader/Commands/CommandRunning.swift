import SutraCore
import SutraWords

extension ReaderState {
  /// Does what was typed behind `:`.
  mutating func run(_ text: String) -> [ReaderEffect] {
    let text = text.drop(while: \.isWhitespace)
    let name = String(text.prefix { !$0.isWhitespace })
    guard !name.isEmpty else { return [] }
    var rest = String(text.dropFirst(name.count).drop(while: \.isWhitespace))
    while rest.last?.isWhitespace == true { rest.removeLast() }
    if let number = wholeNumber(name) {
      count = max(1, number)
      return perform(.toEnd)
    }
    guard let command = CommandTable.command(named: name) else {
      let near = NearestWord.to(name, among: CommandTable.names)
      message =
        near.map { say("command.unknown-near", ["name": name, "near": $0]) }
        ?? say("command.unknown", ["name": name])
      return []
    }
    return command.run(&self, rest)
  }

  /// Writes the listed quotations to a file.
  mutating func write(to path: String) -> [ReaderEffect] {
    guard listedCount > 0 else {
      message = say("write.nothing")
      return []
    }
    return export(to: path)
  }

  mutating func useTheme(_ name: String) -> [ReaderEffect] {
    guard !name.isEmpty else {
      message = say("theme.list", ["names": themes.joined(separator: ", ")])
      return []
    }
    shared.hasChosenTheme = name != "auto"
    guard shared.hasChosenTheme else {
      shared.followGround()
      message = say("theme.now", ["name": themeName.map { "auto: \($0)" } ?? "auto"])
      return []
    }
    guard let number = themes.firstIndex(of: name) else { return [.loadTheme(name)] }
    shared.theme = number
    message = say("theme.now", ["name": name])
    return []
  }

  /// Binds a key, as a row of the settings file does: `bind KEY = ACTION`.
  private mutating func bind(_ words: [String]) {
    guard words.count == 2 else {
      message = say("bind.usage")
      return
    }
    do throws(Settings.Mistake) {
      try shared.settings.bind(words[0], to: words[1], .reader)
      message = say("bind.done", ["key": words[0], "action": words[1]])
    } catch {
      message = error.message
    }
  }

  mutating func set(_ words: [String]) -> [ReaderEffect] {
    if words.first == "bind" {
      bind(words.dropFirst().filter { $0 != "=" })
      return []
    }
    var words = words
    // Both `name value` and `name=value`; nothing behind the sign is a value as well.
    let isGiven = words.count > 1 || words.first?.contains("=") == true
    if let first = words.first, let equals = first.firstIndex(of: "=") {
      words =
        [String(first[..<equals]), String(first[first.index(after: equals)...])]
        .filter { !$0.isEmpty } + words.dropFirst()
    } else if words.count > 1, words[1] == "=" {
      words.remove(at: 1)
    }
    guard let name = words.first else {
      message = say("set.usage")
      return []
    }
    if !isGiven, let setting = SettingTable.setting(named: name) {
      let (value, origin) = settings.value(of: setting)
      message = "\(name) = \(value) (\(origin))"
      return []
    }
    let value = words.dropFirst().joined(separator: " ")
    do throws(Settings.Mistake) {
      try shared.settings.set(name, to: value, .reader)
    } catch {
      message = error.message
      return []
    }
    return take(settingOf: name, value)
  }

  /// Changes a setting or a key, and has the row that says so kept.
  mutating func setAndKeep(_ words: [String]) -> [ReaderEffect] {
    let (before, bindings) = (settings, settings.bindings.count)
    let effects = set(words)
    if settings.bindings.count > bindings, let bound = settings.bindings.last {
      return effects + [.keep(name: "bind \(bound.key)", value: bound.action)]
    }
    let name = words.first.map { String($0.prefix { $0 != "=" }) } ?? ""
    guard let setting = SettingTable.setting(named: name), words.count > 1 || words[0] != name
    else { return effects }
    let (value, origin) = settings.value(of: setting)
    // A value that was not taken changed nothing.
    guard origin == .reader,
      value != before[name] || before.value(of: setting).origin == .reader
        || message == "\(name) = \(value)"
    else { return effects }
    return effects + [.keep(name: name, value: value)]
  }

  /// Lets a changed setting take effect; settings that others changed since stay as they are.
  private mutating func take(
    settingOf name: String, _ value: String
  ) -> [ReaderEffect] {
    message = "\(name) = \(value)"
    switch name {
    case "theme": return useTheme(value)
    case "highlighting": shared.highlighting.isOn = value == "on"
    case "hide": shared.takeHiddenKinds()
    case "pane": shared.wantsPane = value == "auto" ? nil : value == "on"
    case "pane-width":
      let columns = settings.number("pane-width")
      shared.paneExtent = columns == 0 ? nil : columns
    case "view": show(PaneView(rawValue: value) ?? .quotations)
    case "entity-order": sortEntities(EntityOrder(rawValue: value) ?? .mentions)
    case "join-lines": showLines(value == "off")
    case "keyboard": shared.keyboard = KeyboardLayout(named: value)
    case "widths":
      guard let profile = WidthProfile(rawValue: value) else { return [.applySettings] }
      relayout(measure: Measure(profile, pixels: layout.measure.pixels))
      return [.applySettings, .redraw]
    case "mouse", "color", "pictures", "picture-font", "line-speed":
      return [.applySettings, .redraw]
    case "library": return [.applySettings]
    case "encoding": message = say("set.encoding-at-start")
    case "model": message = say("set.model-at-start")
    case "reading": message = say("set.reading-at-start")
    case "linear": message = say("set.linear-at-start")
    default: break
    }
    relayout()
    return []
  }

  /// Shows lines that were joined to paragraphs as they came, or joined again.
  mutating func showLines(_ lines: Bool) {
    text.show(lines: lines)
    relayout()
    message =
      !article.document.text.hasJoinedLines
      ? say("lines.none-joined") : lines ? say("lines.as-they-came") : say("lines.joined")
  }

  /// The key for that: the other way than now.
  mutating func toggleLines() {
    let lines = !layout.showsLines
    try? shared.settings.set("join-lines", to: lines ? "off" : "on", .reader)
    showLines(lines)
  }

  mutating func filter(by words: [String]) {
    var filter = filter
    let value = words.dropFirst().joined(separator: " ")
    switch words.first {
    case nil, "clear", "none": return clearFilters()
    case "doubtful": filter.isDoubtful.toggle()
    case "speaker":
      let known = speakers
      let part = TypedPart(value, folding)
      guard
        let speaker = known.first(where: { $0 == value })
          ?? known.first(where: { !value.isEmpty && part.isIn($0) })
      else {
        message = say("filter.nobody", ["name": value])
        return
      }
      filter.speaker = speaker
    case "kind":
      guard let kind = SpeakerKind(rawValue: value) else {
        message = say(
          "filter.kinds", ["names": SpeakerKind.allCases.map(\.rawValue).joined(separator: ", ")])
        return
      }
      filter.kinds = filter.kinds.symmetricDifference([kind])
    case "type":
      guard let form = QuotationForm(rawValue: value) else {
        message = say(
          "filter.types", ["names": QuotationForm.allCases.map(\.rawValue).joined(separator: ", ")])
        return
      }
      filter.forms = filter.forms.symmetricDifference([form])
    default:
      message = say("filter.usage")
      return
    }
    setFilter(filter)
  }
}
