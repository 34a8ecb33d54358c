#define _GNU_SOURCE
#include "CFetch.h"
#include "CLoading.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <locale.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

// The headers say what the functions take; the library itself is found when it is wanted.
#define FUNCTIONS(use)    \
  use(curl_global_init)   \
  use(curl_easy_init)     \
  use(curl_easy_setopt)   \
  use(curl_easy_getinfo)  \
  use(curl_easy_strerror) \
  use(curl_easy_cleanup)  \
  use(curl_slist_append)  \
  use(curl_slist_free_all)\
  use(curl_multi_init)    \
  use(curl_multi_setopt)  \
  use(curl_multi_cleanup) \
  use(curl_multi_add_handle)    \
  use(curl_multi_remove_handle) \
  use(curl_multi_perform) \
  use(curl_multi_poll)    \
  use(curl_multi_info_read)

// curl.h checks the arguments of these by macros.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

#define DECLARE(name) __typeof__(name) *name;
static struct { FUNCTIONS(DECLARE) } lib;
#undef DECLARE

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char trouble[256];

static void load(void) {
#define ENTRY(name) {(void **)&lib.name, #name},
  if (!SUTRA_LOAD("libcurl.so.4", trouble, sizeof trouble, FUNCTIONS(ENTRY))) {
    trouble[0] = 0;
    if (!SUTRA_LOAD("libcurl-gnutls.so.4", trouble, sizeof trouble, FUNCTIONS(ENTRY))) return;
  }
#undef ENTRY
  if (lib.curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
    snprintf(trouble, sizeof trouble, "it cannot be started");
}

const char *sutra_fetch_load(void) {
  pthread_once(&once, load);
  return trouble[0] ? trouble : NULL;
}

struct sutra_fetch {
  CURLM *multi;
  // Transfers that nobody has been told the end of.
  int under_way;
};

struct buffer {
  uint8_t *bytes;
  size_t count, room;
};

struct sutra_transfer {
  CURL *easy;
  struct curl_slist *headers;
  struct buffer body, lines;
  size_t longest;
  bool is_added, allows_local, was_local, was_large, has_length;
  CURLcode code;
  char message[CURL_ERROR_SIZE];
};

static bool add(struct buffer *buffer, const void *bytes, size_t count) {
  if (buffer->room - buffer->count < count) {
    size_t room = buffer->room ? buffer->room : 16384;
    while (room - buffer->count < count) room *= 2;
    uint8_t *larger = realloc(buffer->bytes, room);
    if (!larger) return false;
    buffer->bytes = larger;
    buffer->room = room;
  }
  memcpy(buffer->bytes + buffer->count, bytes, count);
  buffer->count += count;
  return true;
}

static size_t take_body(char *bytes, size_t one, size_t count, void *context) {
  sutra_transfer *transfer = context;
  if (transfer->body.count + count > transfer->longest) {
    transfer->was_large = true;
    return 0;
  }
  return add(&transfer->body, bytes, count) ? count : 0;
}

static size_t take_line(char *bytes, size_t one, size_t count, void *context) {
  sutra_transfer *transfer = context;
  // Each answer begins anew: one that says to go on waiting, and the one behind it.
  if (count > 5 && !memcmp(bytes, "HTTP/", 5)) transfer->lines.count = 0;
  if (count > 15 && !strncasecmp(bytes, "content-length:", 15)) transfer->has_length = true;
  return add(&transfer->lines, bytes, count) ? count : 0;
}

static bool is_local_4(uint32_t address) {
  uint8_t a = address >> 24, b = address >> 16 & 255;
  return a == 0 || a == 10 || a == 127 || a >= 224 || (a == 100 && b >= 64 && b < 128) ||
         (a == 169 && b == 254) || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168) ||
         (a == 198 && (b == 18 || b == 19)) || (a == 192 && b == 0 && (address >> 8 & 255) == 0);
}

static bool is_local_6(const struct in6_addr *address) {
  const uint8_t *bytes = address->s6_addr;
  static const uint8_t zeros[12];
  uint32_t last = (uint32_t)bytes[12] << 24 | bytes[13] << 16 | bytes[14] << 8 | bytes[15];
  if (IN6_IS_ADDR_V4MAPPED(address)) return is_local_4(last);
  // ::, ::1 and the old form of an IPv4 address; 64:ff9b::/96 leads to IPv4 as well.
  if (!memcmp(bytes, zeros, 12)) return true;
  static const uint8_t nat64[12] = {0, 0x64, 0xff, 0x9b};
  if (!memcmp(bytes, nat64, 12)) return is_local_4(last);
  if (bytes[0] == 0x20 && bytes[1] == 0x02)
    return is_local_4((uint32_t)bytes[2] << 24 | bytes[3] << 16 | bytes[4] << 8 | bytes[5]);
  return (bytes[0] & 0xfe) == 0xfc || (bytes[0] == 0xfe && bytes[1] >= 0x80) || bytes[0] == 0xff;
}

bool sutra_is_local_address(const char *host) {
  struct in_addr four;
  struct in6_addr six;
  // inet_aton knows 127.1, 0x7f000001 and the like, as resolvers do.
  if (inet_aton(host, &four)) return is_local_4(ntohl(four.s_addr));
  char name[64];
  size_t length = strlen(host);
  if (length >= 2 && host[0] == '[' && length < sizeof name) {
    memcpy(name, host + 1, length - 2);
    name[length - 2] = 0;
    char *zone = strchr(name, '%');
    if (zone) *zone = 0;
    host = name;
  }
  if (inet_pton(AF_INET6, host, &six) == 1) return is_local_6(&six);
  return !strcasecmp(host, "localhost") ||
         (length > 10 && !strcasecmp(host + length - 10, ".localhost"));
}

// Looks at the address that a name has led to, so that no name of the world leads inside.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *to) {
  sutra_transfer *transfer = context;
  if (!transfer->allows_local) {
    bool is_local = true;
    if (to->family == AF_INET)
      is_local = is_local_4(ntohl(((struct sockaddr_in *)&to->addr)->sin_addr.s_addr));
    if (to->family == AF_INET6) is_local = is_local_6(&((struct sockaddr_in6 *)&to->addr)->sin6_addr);
    if (is_local) {
      transfer->was_local = true;
      return CURL_SOCKET_BAD;
    }
  }
  return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

sutra_fetch *sutra_fetch_open(void) {
  if (sutra_fetch_load()) return NULL;
  sutra_fetch *fetch = calloc(1, sizeof *fetch);
  if (fetch && !(fetch->multi = lib.curl_multi_init())) {
    free(fetch);
    return NULL;
  }
  return fetch;
}

void sutra_fetch_close(sutra_fetch *fetch) {
  lib.curl_multi_cleanup(fetch->multi);
  free(fetch);
}

int sutra_fetch_work(sutra_fetch *fetch, int wake_file, int milliseconds) {
  int running = 0;
  if (lib.curl_multi_perform(fetch->multi, &running) != CURLM_OK) return -1;
  // Where one has ended it is seen to before anything is waited for.
  struct curl_waitfd wake = {.fd = wake_file, .events = CURL_WAIT_POLLIN};
  if (running > 0 && running == fetch->under_way && milliseconds > 0)
    lib.curl_multi_poll(fetch->multi, &wake, wake_file >= 0, milliseconds, NULL);
  return running;
}

sutra_transfer *sutra_fetch_ended(sutra_fetch *fetch) {
  CURLMsg *news;
  int left;
  while ((news = lib.curl_multi_info_read(fetch->multi, &left))) {
    if (news->msg != CURLMSG_DONE) continue;
    CURLcode code = news->data.result;
    CURL *easy = news->easy_handle;
    sutra_transfer *transfer = NULL;
    lib.curl_easy_getinfo(easy, CURLINFO_PRIVATE, &transfer);
    lib.curl_multi_remove_handle(fetch->multi, easy);
    if (!transfer) continue;
    transfer->is_added = false;
    fetch->under_way--;
    transfer->code = code;
    return transfer;
  }
  return NULL;
}

sutra_transfer *sutra_transfer_new(void) {
  sutra_transfer *transfer = calloc(1, sizeof *transfer);
  if (!transfer) return NULL;
  if (!(transfer->easy = lib.curl_easy_init())) {
    free(transfer);
    return NULL;
  }
  // Cookies are kept as long as the handle lives, and nowhere else.
  lib.curl_easy_setopt(transfer->easy, CURLOPT_COOKIEFILE, "");
  return transfer;
}

bool sutra_transfer_start(
    sutra_transfer *transfer, sutra_fetch *fetch, const struct sutra_fetch_request *request) {
  CURL *easy = transfer->easy;
  transfer->body.count = transfer->lines.count = 0;
  transfer->longest = request->longest;
  transfer->allows_local = request->allows_local;
  transfer->was_local = transfer->was_large = transfer->has_length = false;
  transfer->message[0] = 0;
  transfer->code = CURLE_OK;
  struct curl_slist *headers = NULL;
  for (const char *const *line = request->headers; line && *line; line++) {
    struct curl_slist *longer = lib.curl_slist_append(headers, *line);
    if (!longer) break;
    headers = longer;
  }
  bool is_set = true;
#define SET(option, value) \
  is_set = lib.curl_easy_setopt(easy, option, value) == CURLE_OK && is_set
  SET(CURLOPT_URL, request->url);
  SET(CURLOPT_HTTPGET, 1L);
  SET(CURLOPT_HTTPHEADER, headers);
  SET(CURLOPT_USERAGENT, request->user_agent);
  // Neither is left to the environment.
  SET(CURLOPT_PROXY, request->proxy);
  SET(CURLOPT_NOPROXY, "");
  SET(CURLOPT_PROTOCOLS_STR, "http,https");
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  SET(CURLOPT_TIMEOUT_MS, request->whole_milliseconds);
  SET(CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->longest);
  SET(CURLOPT_WRITEFUNCTION, take_body);
  SET(CURLOPT_WRITEDATA, (void *)transfer);
  SET(CURLOPT_HEADERFUNCTION, take_line);
  SET(CURLOPT_HEADERDATA, (void *)transfer);
  SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  SET(CURLOPT_OPENSOCKETDATA, (void *)transfer);
  SET(CURLOPT_ERRORBUFFER, transfer->message);
  SET(CURLOPT_PRIVATE, (void *)transfer);
  if (request->certificates) SET(CURLOPT_CAINFO, request->certificates);
#undef SET
  // A library that was built without these does without them.
  lib.curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  lib.curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
  lib.curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
  lib.curl_slist_free_all(transfer->headers);
  transfer->headers = headers;
  if (!is_set || lib.curl_multi_add_handle(fetch->multi, easy) != CURLM_OK) return false;
  transfer->is_added = true;
  fetch->under_way++;
  return true;
}

void sutra_transfer_free(sutra_transfer *transfer, sutra_fetch *fetch) {
  if (transfer->is_added) {
    lib.curl_multi_remove_handle(fetch->multi, transfer->easy);
    fetch->under_way--;
  }
  lib.curl_easy_cleanup(transfer->easy);
  lib.curl_slist_free_all(transfer->headers);
  free(transfer->body.bytes);
  free(transfer->lines.bytes);
  free(transfer);
}

enum sutra_fetch_end sutra_transfer_end(const sutra_transfer *transfer) {
  if (transfer->was_local) return SUTRA_FETCH_LOCAL;
  if (transfer->was_large) return SUTRA_FETCH_TOO_LARGE;
  switch (transfer->code) {
    case CURLE_OK: return SUTRA_FETCH_DONE;
    case CURLE_URL_MALFORMAT: return SUTRA_FETCH_BAD_ADDRESS;
    case CURLE_UNSUPPORTED_PROTOCOL: return SUTRA_FETCH_BAD_SCHEME;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY: return SUTRA_FETCH_NO_PROXY;
    case CURLE_COULDNT_RESOLVE_HOST: return SUTRA_FETCH_NO_NAME;
    case CURLE_COULDNT_CONNECT: return SUTRA_FETCH_NO_CONNECTION;
    case CURLE_OPERATION_TIMEDOUT: return SUTRA_FETCH_TIMEOUT;
    case CURLE_SSL_CACERT_BADFILE: return SUTRA_FETCH_NO_CERTIFICATES;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR: return SUTRA_FETCH_CERTIFICATE;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ENGINE_INITFAILED: return SUTRA_FETCH_TLS;
    case CURLE_PARTIAL_FILE:
      return transfer->has_length ? SUTRA_FETCH_WRONG_LENGTH : SUTRA_FETCH_CUT_OFF;
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return SUTRA_FETCH_CUT_OFF;
    case CURLE_GOT_NOTHING: return SUTRA_FETCH_NOTHING;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP_RETURNED_ERROR: return SUTRA_FETCH_NOT_HTTP;
    case CURLE_FILESIZE_EXCEEDED: return SUTRA_FETCH_TOO_LARGE;
    case CURLE_BAD_CONTENT_ENCODING: return SUTRA_FETCH_BAD_CODING;
    default: return SUTRA_FETCH_OTHER;
  }
}

const char *sutra_transfer_message(const sutra_transfer *transfer) {
  return transfer->message[0] ? transfer->message : lib.curl_easy_strerror(transfer->code);
}

long sutra_transfer_status(const sutra_transfer *transfer) {
  long status = 0;
  lib.curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

int sutra_transfer_errno(const sutra_transfer *transfer) {
  long number = 0;
  lib.curl_easy_getinfo(transfer->easy, CURLINFO_OS_ERRNO, &number);
  return (int)number;
}

bool sutra_transfer_is_connected(const sutra_transfer *transfer) {
  curl_off_t time = 0;
  lib.curl_easy_getinfo(transfer->easy, CURLINFO_PRETRANSFER_TIME_T, &time);
  return time > 0;
}

int sutra_transfer_http_version(const sutra_transfer *transfer) {
  long version = 0;
  lib.curl_easy_getinfo(transfer->easy, CURLINFO_HTTP_VERSION, &version);
  switch (version) {
    case CURL_HTTP_VERSION_1_0: return 10;
    case CURL_HTTP_VERSION_1_1: return 11;
    case CURL_HTTP_VERSION_2_0: return 20;
    case CURL_HTTP_VERSION_3: return 30;
    default: return 0;
  }
}

const char *sutra_transfer_redirect(const sutra_transfer *transfer) {
  char *url = NULL;
  lib.curl_easy_getinfo(transfer->easy, CURLINFO_REDIRECT_URL, &url);
  return url;
}

const uint8_t *sutra_transfer_body(const sutra_transfer *transfer, size_t *count) {
  *count = transfer->body.count;
  return transfer->body.bytes;
}

const uint8_t *sutra_transfer_headers(const sutra_transfer *transfer, size_t *count) {
  *count = transfer->lines.count;
  return transfer->lines.bytes;
}

void sutra_transfer_sizes(const sutra_transfer *transfer, int64_t *received, int64_t *expected) {
  curl_off_t got = 0, whole = -1;
  lib.curl_easy_getinfo(transfer->easy, CURLINFO_SIZE_DOWNLOAD_T, &got);
  lib.curl_easy_getinfo(transfer->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &whole);
  *received = got;
  *expected = whole;
}

int sutra_wake_file(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void sutra_wake(int file) {
  uint64_t one = 1;
  ssize_t written = write(file, &one, sizeof one);
  (void)written;
}

bool sutra_is_awake(int file) {
  struct pollfd waiting = {.fd = file, .events = POLLIN};
  return poll(&waiting, 1, 0) > 0;
}

void sutra_wake_file_close(int file) {
  if (file >= 0) close(file);
}

sutra_names sutra_names_begin(void) {
  sutra_names names = {.own = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0)};
  if (names.own) names.before = uselocale((locale_t)names.own);
  return names;
}

void sutra_names_end(sutra_names names) {
  if (!names.own) return;
  uselocale((locale_t)names.before);
  freelocale((locale_t)names.own);
}
