#include "CBytes.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

long sutra_to_utf8(const char *encoding, const char *bytes, size_t length, char **out, size_t *replaced) {
  *replaced = 0;
  iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == (iconv_t)-1) return -1;
  size_t capacity = length + length / 2 + 64;
  char *made = malloc(capacity);
  if (!made) {
    iconv_close(converter);
    return -1;
  }
  char *from = (char *)bytes, *to = made;
  size_t left = length, room = capacity;
  while (left) {
    // Room for a letter, and for the sign of one that is missing.
    if (room < 16) {
      size_t used = (size_t)(to - made);
      char *moved = realloc(made, capacity * 2);
      if (!moved) break;
      made = moved;
      capacity *= 2;
      to = made + used;
      room = capacity - used;
    }
    if (iconv(converter, &from, &left, &to, &room) != (size_t)-1) break;
    // Where the room has run out, or nearly, there is more the next time.
    if (errno == E2BIG || room < 16) {
      if (room >= 16) room = 0;
      continue;
    }
    // A byte that stands for nothing, or a letter that is cut off at the end.
    memcpy(to, "\xEF\xBF\xBD", 3);
    to += 3;
    room -= 3;
    from++;
    left--;
    ++*replaced;
  }
  iconv_close(converter);
  *out = made;
  return (long)(to - made);
}
