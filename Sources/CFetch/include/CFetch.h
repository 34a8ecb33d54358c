#ifndef SUTRA_FETCH_H
#define SUTRA_FETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Several transfers that one thread drives. libcurl is loaded when the first one is opened.
typedef struct sutra_fetch sutra_fetch;

/// One address on its way, with what has come of it so far. It belongs to one thread.
typedef struct sutra_transfer sutra_transfer;

/// What a transfer has ended with.
enum sutra_fetch_end {
  SUTRA_FETCH_DONE,
  SUTRA_FETCH_BAD_ADDRESS,
  SUTRA_FETCH_BAD_SCHEME,
  SUTRA_FETCH_NO_PROXY,
  SUTRA_FETCH_NO_NAME,
  SUTRA_FETCH_NO_CONNECTION,
  SUTRA_FETCH_TIMEOUT,
  SUTRA_FETCH_TLS,
  SUTRA_FETCH_CERTIFICATE,
  SUTRA_FETCH_NO_CERTIFICATES,
  SUTRA_FETCH_CUT_OFF,
  SUTRA_FETCH_WRONG_LENGTH,
  SUTRA_FETCH_NOTHING,
  SUTRA_FETCH_NOT_HTTP,
  SUTRA_FETCH_TOO_LARGE,
  SUTRA_FETCH_BAD_CODING,
  /// The address is one of this machine's network, and that was not allowed.
  SUTRA_FETCH_LOCAL,
  SUTRA_FETCH_OTHER,
};

/// How a request is to be made.
struct sutra_fetch_request {
  const char *url;
  const char *user_agent;
  /// The proxy that is asked in its place; empty for none.
  const char *proxy;
  /// Header lines, each with its name; the last is NULL.
  const char *const *headers;
  /// A file of certificates that are trusted in place of the system's, or NULL.
  const char *certificates;
  long connect_milliseconds;
  long whole_milliseconds;
  /// Most bytes of a body, unpacked.
  size_t longest;
  /// Whether addresses of this machine's network may be connected to.
  bool allows_local;
};

/// Loads libcurl unless it is loaded. May be called by any thread.
///
/// Returns NULL where it is there, else what the loader says.
const char *sutra_fetch_load(void);

/// Opens a room for transfers, or gives NULL where memory or libcurl is missing.
sutra_fetch *sutra_fetch_open(void);

/// Closes it; its transfers are to be freed before.
void sutra_fetch_close(sutra_fetch *fetch);

/// Works on all transfers, and waits until there is something to do, a file can be read or a time
/// is over.
///
/// Returns how many transfers go on, or -1.
int sutra_fetch_work(sutra_fetch *fetch, int wake_file, int milliseconds);

/// A transfer that has ended since the last call, or NULL.
sutra_transfer *sutra_fetch_ended(sutra_fetch *fetch);

/// Makes a transfer, which keeps its cookies in memory until it is freed.
sutra_transfer *sutra_transfer_new(void);

/// Sends a request; what came of an earlier one is forgotten.
///
/// Returns whether it is on its way.
bool sutra_transfer_start(sutra_transfer *, sutra_fetch *, const struct sutra_fetch_request *);

/// Gives a transfer up, at once, and frees it.
void sutra_transfer_free(sutra_transfer *, sutra_fetch *);

/// What the transfer has ended with.
enum sutra_fetch_end sutra_transfer_end(const sutra_transfer *);
/// What libcurl says of the end; never NULL.
const char *sutra_transfer_message(const sutra_transfer *);
/// The status of the answer, or 0.
long sutra_transfer_status(const sutra_transfer *);
/// The number of the system's error, as of a connection that was refused; 0 where there is none.
int sutra_transfer_errno(const sutra_transfer *);
/// Whether there has been a connection, with TLS where the address wants it.
bool sutra_transfer_is_connected(const sutra_transfer *);
/// The version of HTTP it came by: 10, 11, 20, 30, or 0.
int sutra_transfer_http_version(const sutra_transfer *);
/// Where the answer leads on to, as a whole address, or NULL.
const char *sutra_transfer_redirect(const sutra_transfer *);
/// The bytes of the body that have come, unpacked.
const uint8_t *sutra_transfer_body(const sutra_transfer *, size_t *count);
/// The header lines of the last answer.
const uint8_t *sutra_transfer_headers(const sutra_transfer *, size_t *count);
/// Bytes of the body that have come, as they were sent, and how many there will be; -1 unknown.
void sutra_transfer_sizes(const sutra_transfer *, int64_t *received, int64_t *expected);

/// A file that becomes readable when eight bytes that are not zero are written into it, or -1.
int sutra_wake_file(void);
/// Makes it readable.
void sutra_wake(int file);
/// Whether it is.
bool sutra_is_awake(int file);
void sutra_wake_file_close(int file);

/// How names with other letters than ASCII's are written, which libcurl takes from the thread's locale.
typedef struct {
  void *own, *before;
} sutra_names;
/// Writes them as UTF-8 in this thread.
sutra_names sutra_names_begin(void);
/// Writes them as before.
void sutra_names_end(sutra_names names);

/// Whether a host, written as an IP address or as localhost, is of this machine's network:
/// loopback, private, link-local and the like.
bool sutra_is_local_address(const char *host);

#endif
