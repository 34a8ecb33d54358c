// Which language the program speaks: one number for the process and one for each thread, so that
// what draws a screen can speak the language of its state for so long as it draws. And the search
// for a sentence, which looks for the ends of lines by the whole vector and not by the byte.
#define _GNU_SOURCE
#include "CWords.h"

#include <errno.h>
#include <stdatomic.h>
#include <string.h>

static _Atomic int standard = 0, system_language = 0;
static _Thread_local int scoped = -1;

int sutra_scoped_language(void) { return scoped; }
void sutra_scope_language(int language) { scoped = language; }
int sutra_standard_language(void) { return atomic_load_explicit(&standard, memory_order_relaxed); }
void sutra_set_standard_language(int language) {
  atomic_store_explicit(&standard, language, memory_order_relaxed);
}
int sutra_system_language(void) {
  return atomic_load_explicit(&system_language, memory_order_relaxed);
}
void sutra_set_system_language(int language) {
  atomic_store_explicit(&system_language, language, memory_order_relaxed);
}

const unsigned char *sutra_text_of_key(const unsigned char *lines, size_t bytes, const unsigned char *key,
                                       size_t length, size_t *count) {
  size_t low = 0, high = bytes;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const unsigned char *before = memrchr(lines + low, '\n', middle - low);
    const unsigned char *row = before ? before + 1 : lines + low;
    const unsigned char *end = memchr(row, '\n', (size_t)(lines + bytes - row));
    if (!end) end = lines + bytes;
    size_t shared = (size_t)(end - row) < length ? (size_t)(end - row) : length;
    int order = memcmp(key, row, shared);
    // A key that begins the row's goes before it.
    if (order == 0) order = shared < length ? 1 : shared < (size_t)(end - row) && row[shared] == '\t' ? 0 : -1;
    if (order == 0) {
      *count = (size_t)(end - row) - length - 1;
      return row + length + 1;
    }
    if (order < 0) high = (size_t)(row - lines);
    else low = (size_t)(end - lines) + 1;
  }
  return NULL;
}

const char *sutra_reason_of_system(int error) {
  switch (error) {
    case EACCES: return "permission";
    case EBUSY: return "busy";
    case ECONNRESET: return "connection-reset";
    case EDQUOT: return "quota";
    case EFBIG: return "too-large";
    case EHOSTUNREACH: return "no-route";
    case EINVAL: return "invalid";
    case EIO: return "device";
    case EISDIR: return "is-folder";
    case ELOOP: return "loop";
    case EMFILE: return "open-files";
    case ENAMETOOLONG: return "name-too-long";
    case ENETUNREACH: return "no-network";
    case ENOENT: return "none";
    case ENOMEM: return "no-memory";
    case ENOSPC: return "no-room";
    case ENOTDIR: return "no-folder";
    case EPERM: return "not-permitted";
    case EPIPE: return "no-reader";
    case EROFS: return "read-only";
    case ETIMEDOUT: return "too-late";
    default: return NULL;
  }
}

const char *sutra_words_of_system(int error) { return strerror(error); }
