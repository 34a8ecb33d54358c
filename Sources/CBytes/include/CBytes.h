#ifndef SUTRA_BYTES_H
#define SUTRA_BYTES_H

#include <stddef.h>

/// Where a byte stands first; NULL where it does not.
const void *_Nullable sutra_find_byte(const void *_Nonnull bytes, size_t count, unsigned char byte);

/// Where some bytes, at least one, stand first as a whole; NULL where they do not.
const void *_Nullable sutra_find_bytes(const void *_Nonnull bytes, size_t count, const void *_Nonnull mark,
                                       size_t length);

/// Whether two stretches of bytes are the same.
int sutra_are_equal(const void *_Nonnull one, const void *_Nonnull other, size_t count);

/// Converts bytes of an encoding that iconv knows into UTF-8. Returns the new length, with what could not be read
/// written as U+FFFD and counted, or -1 where iconv does not know the encoding. `*out` is for `sutra_bytes_free`.
long sutra_to_utf8(const char *_Nonnull encoding, const char *_Nullable bytes, size_t length,
                   char *_Nullable *_Nonnull out, size_t *_Nonnull replaced);
void sutra_bytes_free(char *_Nullable bytes);

#endif
