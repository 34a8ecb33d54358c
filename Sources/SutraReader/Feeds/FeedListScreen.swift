import SutraCore
import SutraWords

extension FeedListState {
  /// The screen that shows the list.
  public func screen() -> Screen {
    var screen = Screen(size: size)
    guard size.isLargeEnough else { return .tooSmall(FeedWords.tooSmall, size, measure) }
    if let helpTop { return FeedListKeys.help.screen(from: helpTop, size, measure) }
    let frame = FeedListFrame(self)
    if let area = frame.feeds { drawFeeds(area, &screen) }
    if let column = frame.border {
      for row in 0..<frame.statusRow {
        var writer = RowWriter(from: column, to: column + 1, measure: measure)
        writer.write("│", RoleSet(.border))
        screen.rows[row] += writer.runs
      }
    }
    if let area = frame.articles { drawArticles(area, &screen) }
    drawStatus(frame, &screen)
    placeCursor(frame, &screen)
    return screen
  }

  private func writer(_ area: ScreenArea) -> RowWriter {
    RowWriter(from: area.column, to: area.endColumn, measure: measure)
  }

  // MARK: Feeds

  private func drawFeeds(_ area: ScreenArea, _ screen: inout Screen) {
    let base = RoleSet(.pane)
    var head = writer(area)
    head.write(" " + FeedWords.feeds, base.with(.paneTitle))
    head.fill(base.with(.paneTitle))
    screen.rows[area.row] += head.runs
    for row in 1..<max(1, area.rows) {
      let place = feedTop + row - 1
      var line = writer(area)
      if place <= feeds.count { write(feed: place, &line) }
      line.fill(base)
      screen.rows[area.row + row] += line.runs
    }
  }

  private func write(feed place: Int, _ line: inout RowWriter) {
    let isChosen = place == feed
    var roles = RoleSet(.pane)
    if isChosen { roles = roles.with(.paneSelected) }
    let row = place == 0 ? nil : feeds[place - 1]
    let unread = row?.unread ?? self.unread
    line.write(isChosen && focus == .feeds ? "▌" : " ", roles)
    if row?.failure != nil { line.write("! ", roles.with(.doubtful)) }
    let count = unread > 0 ? " \(digits(unread)) " : " "
    let room = max(1, line.left - measure.columns(of: count))
    let name = row?.name ?? FeedWords.allFeeds
    line.write(name, unread > 0 ? roles.with(.speakerName) : roles, atMost: room)
    if let folder = row?.folder, !folder.isEmpty, line.left > measure.columns(of: count) + 6 {
      let left = line.left - measure.columns(of: count)
      line.write("  " + folder, roles.with(.paneDetail), atMost: left)
    }
    line.writeRight(count, roles)
  }

  // MARK: Articles

  /// The columns of an article's row.
  private struct Columns {
    let date: Int
    /// Whether the date has its year.
    let hasYear: Bool
    let source: Int
    let found: Int
  }

  private func columns(_ area: ScreenArea) -> Columns {
    let isWide = area.columns >= 90
    let source = chosenFeed != nil ? 0 : min(24, area.columns / 5)
    return Columns(
      date: CalendarDay.longest.map { measure.columns(of: isWide ? $0.text : $0.short) }.max() ?? 0,
      hasYear: isWide, source: area.columns >= 50 ? source : 0,
      found: area.columns >= 110 ? 22 : area.columns >= 60 ? 7 : 0)
  }

  private func drawArticles(_ area: ScreenArea, _ screen: inout Screen) {
    let columns = columns(area)
    var head = writer(area)
    let title = RoleSet(.paneTitle)
    let heading = FeedWords.heading(
      listed.count, feed: chosenFeed?.name, isUnreadOnly: isUnreadOnly, query: query)
    head.write(" " + heading, title, atMost: max(1, head.left - columns.found - 1))
    if columns.found > 0 { head.writeRight(FeedWords.foundHeading(columns.found) + " ", title) }
    head.fill(title)
    screen.rows[area.row] += head.runs
    for row in 1..<max(1, area.rows) {
      let place = articleTop + row - 1
      var line = writer(area)
      if listed.indices.contains(place) {
        write(article: place, columns, &line)
      } else if listed.isEmpty, row == 2 {
        line.write("  " + emptyText, RoleSet(.text))
      }
      line.fill(RoleSet(.text))
      screen.rows[area.row + row] += line.runs
    }
  }

  private var emptyText: String {
    if feeds.isEmpty { return FeedWords.noFeeds }
    if !query.isEmpty { return FeedWords.noMatch(query) }
    if isUnreadOnly { return FeedWords.noneUnread }
    return FeedWords.noArticles
  }

  private func write(article place: Int, _ columns: Columns, _ line: inout RowWriter) {
    let row = Int(listed[place])
    let isChosen = place == article
    let isUnread = !table.isRead(row)
    var roles = RoleSet(.text)
    if isChosen { roles = roles.with(.paneSelected) }
    let detail = isChosen ? roles : roles.with(.paneDetail)
    // Marks have columns of their own, however wide their letters are drawn.
    let first = line.column
    if isChosen, focus == .articles { line.write("▌", roles, atMost: 1) }
    line.fill(to: first + 1, roles)
    if isUnread { line.write("•", roles.with(.key), atMost: 1) }
    line.fill(to: first + 3, roles.with(.key))
    let date = CalendarDay(seconds: table.dates[row])
    let behind = line.column + columns.date
    line.write(columns.hasYear ? date.text : date.short, detail, atMost: columns.date)
    line.fill(to: behind, detail)
    line.write(" ", roles)
    if columns.source > 0 {
      let end = line.column + columns.source + 1
      line.write(feedName(row), detail, atMost: columns.source)
      line.fill(to: end, detail)
    }
    let title = table.title(row)
    let room = max(1, line.left - columns.found - 1)
    let end = line.column + room
    line.write(
      title.isEmpty ? FeedWords.untitled : title, isUnread ? roles.with(.title) : roles,
      atMost: room)
    guard columns.found > 0 else { return line.fill(roles) }
    line.fill(to: end, roles)
    let found = table.found(row).map { FeedWords.found($0.quotes, $0.sources, columns.found) } ?? ""
    line.writeRight(found + " ", detail)
  }

  // MARK: The bottom line, help

  private func drawStatus(_ frame: FeedListFrame, _ screen: inout Screen) {
    var line = RowWriter(from: 0, to: size.columns, measure: measure)
    if isTyping {
      typed.draw(&line, count: listed.count)
    } else {
      let status = RoleSet(.status)
      line.write(" ", status)
      let hint = size.columns >= 60 ? FeedWords.hint : ""
      let room = max(1, line.left - measure.columns(of: hint) - 2)
      if let message {
        let isLong = measure.columns(of: message) > room
        line.write(message, status.with(.statusMessage), atMost: isLong ? line.left : room)
      } else if let refreshing {
        line.write(FeedWords.refreshing(refreshing), status.with(.statusMessage), atMost: room)
      } else if let failure = chosenFeed?.failure {
        line.write(failure, status, atMost: room)
      } else {
        line.write(FeedWords.status(feeds.count, unread, table.count), status, atMost: room)
      }
      if line.left > measure.columns(of: hint) + 1 { line.writeRight(hint + " ", status) }
      line.fill(status)
    }
    screen.rows[frame.statusRow] = line.runs
  }

  private func placeCursor(_ frame: FeedListFrame, _ screen: inout Screen) {
    if isTyping {
      screen.cursor = (typed.cursor(measure, size), frame.statusRow)
    } else if focus == .feeds, let area = frame.feeds {
      screen.cursor = (area.column, area.row + 1 + feed - feedTop)
    } else if let area = frame.articles {
      screen.cursor = (area.column, area.row + 1 + article - articleTop)
    }
  }
}
