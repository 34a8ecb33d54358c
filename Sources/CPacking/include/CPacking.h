#ifndef SUTRA_CPACKING_H
#define SUTRA_CPACKING_H

#include <stddef.h>

// Packed streams: zlib and libzstd, each loaded when the first stream of its kind comes.

enum {
  sutra_packing_gzip = 1,
  sutra_packing_zstd = 2,
  // The body of an HTTP answer: zlib's own form, or without any head.
  sutra_packing_deflate = 3,
};

enum {
  sutra_unpack_damaged = -1,
  // There is more to come, in or out.
  sutra_unpack_more = 0,
  // A member of the stream has ended as it should.
  sutra_unpack_end = 1,
};

// Loads what a kind needs; the name of the library that is missing, or NULL.
const char *sutra_packing_load(int kind);

typedef struct sutra_unpacker sutra_unpacker;

// Begins a stream; NULL where there is no memory or no library.
sutra_unpacker *sutra_unpacker_open(int kind);
// Takes some bytes of a member and gives some of what they hold.
int sutra_unpacker_take(sutra_unpacker *unpacker, const void *in, size_t length, size_t *used, void *out, size_t room,
                        size_t *made);
// Begins the next member.
void sutra_unpacker_begin(sutra_unpacker *unpacker);
void sutra_unpacker_close(sutra_unpacker *unpacker);

// Packs bytes as one member. Returns its length, or -1; `*out` is for `sutra_free`.
long sutra_pack(int kind, const void *in, size_t length, void **out);

void sutra_free(void *bytes);

#endif
