import SutraFeeds
import Testing

@Suite("Dates of feeds")
struct FeedDateTests {
  @Test(
    "are read in the forms that feeds have",
    arguments: [
      ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"),
      ("Thu, 1 Jan 04 19:48 +0600", "2004-01-01T13:48:00Z"),
      ("01 Jan 2004 19:48:21 EST", "2004-01-02T00:48:21Z"),
      ("Thu, 01-Jan-2004 19:48:21 -0500", "2004-01-02T00:48:21Z"),
      ("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z"),
      ("Sat Nov 28 2026 10:00:00 GMT+0600 (BDT)", "2026-11-28T04:00:00Z"),
      ("Sat Nov 28 2026 10:00:00 GMT-0500", "2026-11-28T15:00:00Z"),
      ("2004-6-5T1:2:3Z", "2004-06-05T01:02:03Z"),
      ("January 1, 2004 7:48 PM", "2004-01-01T19:48:00Z"),
      ("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z"),
      ("2003-12-31T10:14:55.123+08:00", "2003-12-31T02:14:55Z"),
      ("2003-12-31 10:14:55", "2003-12-31T10:14:55Z"),
      ("2003-12-31T10:14", "2003-12-31T10:14:00Z"),
      ("20031231T101455Z", "2003-12-31T10:14:55Z"), ("20031231", "2003-12-31T00:00:00Z"),
      ("2003-365", "2003-12-31T00:00:00Z"), ("2003-12", "2003-12-01T00:00:00Z"),
      ("2003", "2003-01-01T00:00:00Z"), ("2024-02-29T00:00:00+0600", "2024-02-28T18:00:00Z"),
    ])
  func forms(text: String, wanted: String) {
    #expect(FeedDate.seconds(text).map(FeedDate.text) == wanted)
  }

  @Test(
    "are none where there is none",
    arguments: [
      "", "yesterday", "গতকাল", "32 Jan 2004", "2003-13-01", "12:00", "99999999999999999999",
    ])
  func none(text: String) {
    #expect(FeedDate.seconds(text) == nil)
  }
}
