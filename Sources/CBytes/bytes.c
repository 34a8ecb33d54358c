// Bytes looked for as fast as memory is read.
#include "CBytes.h"

#include <stdlib.h>
#include <string.h>

const void *sutra_find_byte(const void *bytes, size_t count, unsigned char byte) {
  return memchr(bytes, byte, count);
}

const void *sutra_find_bytes(const void *bytes, size_t count, const void *mark, size_t length) {
  const char *from = bytes, *end = from + count;
  while ((size_t)(end - from) >= length) {
    const char *found = memchr(from, *(const unsigned char *)mark, (size_t)(end - from) - length + 1);
    if (found == NULL) return NULL;
    if (memcmp(found, mark, length) == 0) return found;
    from = found + 1;
  }
  return NULL;
}

int sutra_are_equal(const void *one, const void *other, size_t count) { return memcmp(one, other, count) == 0; }

void sutra_bytes_free(char *bytes) { free(bytes); }
