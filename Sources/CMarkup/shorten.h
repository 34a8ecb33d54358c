#ifndef SUTRA_SHORTEN_H
#define SUTRA_SHORTEN_H

#include <stddef.h>

// A copy of a page without what says nothing of its article, so that libxml2, which goes through a page letter by
// letter, has less to go through: comments, styles, programs, blanks behind blanks, attributes that are not kept, and
// those of a tag beyond the most, as libxml2 compares each with all before it. Begins with a byte order mark and holds no NUL.
//
// `out` has room for `length + 3` bytes. Returns the length of the copy.
size_t sutra_shorten(const char *bytes, size_t length, size_t most_attributes, char *out, size_t *left_out);

#endif
