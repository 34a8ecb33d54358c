#include "CLoading.h"
#include "CPacking.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

// libzstd's interface of streams, which its ABI keeps as it is; the headers are not needed for these few functions.
typedef struct {
  const void *bytes;
  size_t size, at;
} zstd_in;
typedef struct {
  void *bytes;
  size_t size, at;
} zstd_out;

static struct {
  int (*begin)(z_streamp, int, const char *, int);
  int (*take)(z_streamp, int);
  int (*again)(z_streamp);
  int (*again_as)(z_streamp, int);
  int (*end)(z_streamp);
  int (*pack_begin)(z_streamp, int, int, int, int, int, const char *, int);
  int (*pack)(z_streamp, int);
  int (*pack_end)(z_streamp);
  uLong (*bound)(z_streamp, uLong);
  int is_there;
} zlib;

static struct {
  void *(*create)(void);
  size_t (*release)(void *);
  size_t (*begin)(void *);
  size_t (*take)(void *, zstd_out *, zstd_in *);
  unsigned (*is_error)(size_t);
  size_t (*bound)(size_t);
  size_t (*pack)(void *, size_t, const void *, size_t, int);
  int is_there;
} zstd;

static pthread_once_t zlib_once = PTHREAD_ONCE_INIT, zstd_once = PTHREAD_ONCE_INIT;

static void load_zlib(void) {
  zlib.is_there = SUTRA_LOAD(
      "libz.so.1", NULL, 0, {(void **)&zlib.begin, "inflateInit2_"}, {(void **)&zlib.take, "inflate"},
      {(void **)&zlib.again, "inflateReset"}, {(void **)&zlib.again_as, "inflateReset2"},
      {(void **)&zlib.end, "inflateEnd"}, {(void **)&zlib.pack_begin, "deflateInit2_"},
      {(void **)&zlib.pack, "deflate"}, {(void **)&zlib.pack_end, "deflateEnd"},
      {(void **)&zlib.bound, "deflateBound"});
}

static void load_zstd(void) {
  zstd.is_there = SUTRA_LOAD(
      "libzstd.so.1", NULL, 0, {(void **)&zstd.create, "ZSTD_createDStream"},
      {(void **)&zstd.release, "ZSTD_freeDStream"}, {(void **)&zstd.begin, "ZSTD_initDStream"},
      {(void **)&zstd.take, "ZSTD_decompressStream"}, {(void **)&zstd.is_error, "ZSTD_isError"},
      {(void **)&zstd.bound, "ZSTD_compressBound"}, {(void **)&zstd.pack, "ZSTD_compress"});
}

const char *sutra_packing_load(int kind) {
  if (kind == sutra_packing_zstd) {
    pthread_once(&zstd_once, load_zstd);
    return zstd.is_there ? NULL : "libzstd1";
  }
  pthread_once(&zlib_once, load_zlib);
  return zlib.is_there ? NULL : "zlib1g";
}

struct sutra_unpacker {
  int kind;
  // Whether nothing of the member has been taken, so that another form may still be tried.
  int is_fresh;
  z_stream zlib;
  void *zstd;
};

sutra_unpacker *sutra_unpacker_open(int kind) {
  if (sutra_packing_load(kind)) return NULL;
  sutra_unpacker *u = calloc(1, sizeof *u);
  if (!u) return NULL;
  u->kind = kind;
  u->is_fresh = 1;
  int is_open;
  if (kind == sutra_packing_zstd) {
    u->zstd = zstd.create();
    is_open = u->zstd && !zstd.is_error(zstd.begin(u->zstd));
  } else {
    int bits = kind == sutra_packing_gzip ? 15 + 16 : 15;
    is_open = zlib.begin(&u->zlib, bits, ZLIB_VERSION, (int)sizeof u->zlib) == Z_OK;
  }
  if (!is_open) {
    if (u->zstd) zstd.release(u->zstd);
    free(u);
    return NULL;
  }
  return u;
}

int sutra_unpacker_take(sutra_unpacker *u, const void *in, size_t length, size_t *used, void *out, size_t room,
                        size_t *made) {
  *used = *made = 0;
  if (u->kind == sutra_packing_zstd) {
    zstd_in from = {in, length, 0};
    zstd_out to = {out, room, 0};
    size_t answer = zstd.take(u->zstd, &to, &from);
    *used = from.at;
    *made = to.at;
    if (zstd.is_error(answer)) return sutra_unpack_damaged;
    return answer == 0 ? sutra_unpack_end : sutra_unpack_more;
  }
  if (length > 1 << 30) length = 1 << 30;
  if (room > 1 << 30) room = 1 << 30;
  u->zlib.next_in = (Bytef *)in;
  u->zlib.avail_in = (uInt)length;
  u->zlib.next_out = out;
  u->zlib.avail_out = (uInt)room;
  int answer = zlib.take(&u->zlib, Z_NO_FLUSH);
  if (answer == Z_DATA_ERROR && u->kind == sutra_packing_deflate && u->is_fresh && u->zlib.avail_out == room) {
    // Some servers leave the head out.
    zlib.again_as(&u->zlib, -15);
    u->zlib.next_in = (Bytef *)in;
    u->zlib.avail_in = (uInt)length;
    answer = zlib.take(&u->zlib, Z_NO_FLUSH);
  }
  u->is_fresh = 0;
  *used = length - u->zlib.avail_in;
  *made = room - u->zlib.avail_out;
  if (answer == Z_STREAM_END) return sutra_unpack_end;
  return answer == Z_OK || answer == Z_BUF_ERROR ? sutra_unpack_more : sutra_unpack_damaged;
}

void sutra_unpacker_begin(sutra_unpacker *u) {
  u->is_fresh = 1;
  if (u->kind == sutra_packing_zstd) {
    zstd.begin(u->zstd);
  } else {
    zlib.again(&u->zlib);
  }
}

void sutra_unpacker_close(sutra_unpacker *u) {
  if (!u) return;
  if (u->kind == sutra_packing_zstd) {
    zstd.release(u->zstd);
  } else {
    zlib.end(&u->zlib);
  }
  free(u);
}

long sutra_pack(int kind, const void *in, size_t length, void **out) {
  *out = NULL;
  if (sutra_packing_load(kind) || length > 1 << 30) return -1;
  if (kind == sutra_packing_zstd) {
    size_t room = zstd.bound(length);
    *out = malloc(room);
    size_t made = *out ? zstd.pack(*out, room, in, length, 3) : 0;
    if (*out && !zstd.is_error(made)) return (long)made;
    free(*out);
    *out = NULL;
    return -1;
  }
  z_stream stream = {0};
  if (zlib.pack_begin(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                      (int)sizeof stream) != Z_OK)
    return -1;
  size_t room = zlib.bound(&stream, length) + 32;
  *out = malloc(room);
  int answer = Z_MEM_ERROR;
  if (*out) {
    stream.next_in = (Bytef *)in;
    stream.avail_in = (uInt)length;
    stream.next_out = *out;
    stream.avail_out = (uInt)room;
    answer = zlib.pack(&stream, Z_FINISH);
  }
  long made = (long)(room - stream.avail_out);
  zlib.pack_end(&stream);
  if (answer == Z_STREAM_END) return made;
  free(*out);
  *out = NULL;
  return -1;
}

void sutra_free(void *bytes) { free(bytes); }
