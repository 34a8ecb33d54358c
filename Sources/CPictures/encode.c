#include "libraries.h"

#include "CLoading.h"
#include "CPictures.h"

#include <pthread.h>
#include <sixel/sixel.h>
#include <stdlib.h>
#include <string.h>

/// The colours of a picture, by open addressing: each with its number and how often it is seen.
struct palette {
  uint32_t slots[4096];
  uint16_t numbers[4096];
  uint32_t colors[2048];
  uint32_t counts[2048];
  int count;
};

/// The number of a colour, which is noted when it is new; -1 when there are too many.
static int number_of(struct palette *palette, uint32_t color) {
  color &= 0xFFFFFF;
  uint32_t slot = (color * 2654435761u) >> 20;
  while (palette->numbers[slot] != 0) {
    if (palette->slots[slot] == color) return palette->numbers[slot] - 1;
    slot = (slot + 1) & 4095;
  }
  if (palette->count == 2048) return -1;
  palette->slots[slot] = color;
  palette->colors[palette->count] = color;
  palette->numbers[slot] = (uint16_t)++palette->count;
  return palette->count - 1;
}

static uint8_t *put_number(uint8_t *at, uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) *at++ = (uint8_t)(number >> shift);
  return at;
}

static uint8_t *put_chunk(uint8_t *at, const char *name, const uint8_t *bytes, size_t count) {
  at = put_number(at, (uint32_t)count);
  uint8_t *start = at;
  memcpy(at, name, 4);
  at += 4;
  if (count > 0) memmove(at, bytes, count);
  at += count;
  return put_number(at, (uint32_t)lib_crc32(0, start, (uInt)count + 4));
}

/// A picture of few colours: a number for each pixel, and the colours under their numbers.
struct reduced {
  uint8_t *indexes;
  uint8_t rgb[768];
  int colors;
};

/// How far two colours are from each other, as the eye weighs them.
static int distance(uint32_t one, uint32_t other) {
  int red = (int)(one >> 16 & 255) - (int)(other >> 16 & 255);
  int green = (int)(one >> 8 & 255) - (int)(other >> 8 & 255);
  int blue = (int)(one & 255) - (int)(other & 255);
  return 2 * red * red + 4 * green * green + 3 * blue * blue;
}

/// The colours that a picture is reduced to, and what each of its own becomes.
struct matching {
  const struct palette *palette;
  uint32_t wanted[256];
  int count;
  uint8_t found[2048];
  int distances[2048];
};

/// Takes one more colour, which those become that are nearer to it than to any before.
static void add_wanted(struct matching *matching, uint32_t color) {
  int number = matching->count++;
  matching->wanted[number] = color & 0xFFFFFF;
  for (int i = 0; i < matching->palette->count; i++) {
    int far = distance(matching->palette->colors[i], color);
    if (number > 0 && far >= matching->distances[i]) continue;
    matching->distances[i] = far;
    matching->found[i] = (uint8_t)number;
  }
}

/// A distance from which on a colour is another one, not a shade of one that is wanted: letters have
/// colours of their own, as emoji.
static const int far_off = 9 * 32 * 32;
/// Most colours that are taken besides those that are wanted.
static const int most_others = 40;

static uint8_t nearest(const struct matching *matching, uint32_t color) {
  int best = 0;
  for (int i = 1; i < matching->count; i++)
    if (distance(matching->wanted[i], color) < distance(matching->wanted[best], color)) best = i;
  return (uint8_t)best;
}

static void match(struct matching *matching, const uint32_t *colors, int count) {
  for (int i = 0; i < count; i++) add_wanted(matching, colors[i]);
  for (int other = 0; other < most_others && matching->count < 256; other++) {
    int best = -1;
    for (int i = 0; i < matching->palette->count; i++) {
      if (matching->distances[i] < far_off) continue;
      if (best < 0 || matching->palette->counts[i] > matching->palette->counts[best]) best = i;
    }
    if (best < 0) break;
    add_wanted(matching, matching->palette->colors[best]);
  }
}

/// Makes a picture one of few colours. Returns whether there was memory for it; `indexes` is to be
/// freed.
static int reduce(
  const uint32_t *pixels, size_t all, const uint32_t *colors, int count, struct reduced *reduced,
  uint32_t *shown
) {
  struct palette *palette = calloc(1, sizeof *palette);
  struct matching *matching = malloc(sizeof *matching);
  uint16_t *numbers = malloc(all * sizeof *numbers);
  uint8_t *indexes = malloc(all);
  memset(reduced, 0, sizeof *reduced);
  int is_whole = palette != NULL && matching != NULL && numbers != NULL && indexes != NULL;
  if (is_whole) {
    // Most pixels are as the one before them.
    for (size_t i = 0; i < all;) {
      uint32_t color = pixels[i] & 0xFFFFFF;
      int number = number_of(palette, color);
      size_t start = i;
      while (i < all && (pixels[i] & 0xFFFFFF) == color) numbers[i++] = (uint16_t)number;
      if (number >= 0) palette->counts[number] += (uint32_t)(i - start);
    }
    matching->palette = palette;
    matching->count = 0;
    match(matching, colors, count);
    for (size_t i = 0; i < all; i++) {
      uint16_t number = numbers[i];
      indexes[i] = number < 2048 ? matching->found[number] : nearest(matching, pixels[i]);
    }
    if (shown != NULL)
      for (size_t i = 0; i < all; i++) shown[i] = matching->wanted[indexes[i]];
    for (int i = 0; i < matching->count; i++) {
      reduced->rgb[3 * i] = (uint8_t)(matching->wanted[i] >> 16);
      reduced->rgb[3 * i + 1] = (uint8_t)(matching->wanted[i] >> 8);
      reduced->rgb[3 * i + 2] = (uint8_t)matching->wanted[i];
    }
    reduced->indexes = indexes;
    reduced->colors = matching->count;
  } else {
    free(indexes);
  }
  free(numbers);
  free(matching);
  free(palette);
  return is_whole;
}

/// The lines of pixels as PNG packs them: a byte that says how, then half a byte or one a pixel.
static void fill_lines(
  uint8_t *lines, size_t line, const struct reduced *picture, int width, int height, int bits
) {
  memset(lines, 0, line * (size_t)height);
  for (int y = 0; y < height; y++) {
    uint8_t *at = lines + (size_t)y * line + 1;
    const uint8_t *indexes = picture->indexes + (size_t)y * (size_t)width;
    if (bits == 8) {
      memcpy(at, indexes, (size_t)width);
    } else {
      for (int x = 0; x < width; x++) at[x / 2] |= (uint8_t)(indexes[x] << (x % 2 == 0 ? 4 : 0));
    }
  }
}

uint8_t *sutra_png(
  const uint32_t *pixels, int width, int height, const uint32_t *colors, int color_count,
  uint32_t *shown, size_t *count
) {
  struct reduced picture;
  if (sutra_pictures_load() != NULL || color_count < 1 || color_count > 256) return NULL;
  size_t all = (size_t)width * (size_t)height;
  if (!reduce(pixels, all, colors, color_count, &picture, shown)) return NULL;
  int bits = picture.colors <= 16 ? 4 : 8;
  size_t line = ((size_t)width * (size_t)bits + 7) / 8 + 1;
  uLong room = lib_compressBound((uLong)(line * (size_t)height)), packed = room;
  uint8_t *lines = malloc(line * (size_t)height);
  uint8_t *output = malloc(room + 1024);
  uint8_t *bytes = malloc(room);
  if (lines == NULL || output == NULL || bytes == NULL) {
    free(output);
    output = NULL;
  } else {
    fill_lines(lines, line, &picture, width, height, bits);
    lib_compress2(bytes, &packed, lines, (uLong)(line * (size_t)height), 5);
    memcpy(output, "\x89PNG\r\n\x1A\n", 8);
    uint8_t header[13] = {0};
    put_number(put_number(header, (uint32_t)width), (uint32_t)height);
    header[8] = (uint8_t)bits;
    header[9] = 3;
    uint8_t *at = put_chunk(output + 8, "IHDR", header, 13);
    at = put_chunk(at, "PLTE", picture.rgb, 3 * (size_t)picture.colors);
    at = put_chunk(at, "IDAT", bytes, packed);
    at = put_chunk(at, "IEND", NULL, 0);
    *count = (size_t)(at - output);
  }
  free(lines);
  free(bytes);
  free(picture.indexes);
  return output;
}

int64_t sutra_inflate(const uint8_t *bytes, size_t count, uint8_t *output, size_t room) {
  uLongf length = (uLongf)room;
  if (sutra_pictures_load() != NULL) return -1;
  return lib_uncompress(output, &length, bytes, (uLong)count) == Z_OK ? (int64_t)length : -1;
}

#define SUTRA_SIXEL(F) \
  F(sixel_output_new) F(sixel_output_unref) F(sixel_dither_new) F(sixel_dither_unref) \
  F(sixel_dither_set_palette) F(sixel_dither_set_pixelformat) F(sixel_encode)
#define SUTRA_SIXEL_DEFINE(name) static __typeof__(name) *lib_##name;
SUTRA_SIXEL(SUTRA_SIXEL_DEFINE)

static const char sixel_library[] = "libsixel.so.1";
static int has_sixel;
static pthread_once_t sixel_once = PTHREAD_ONCE_INIT;

static void load_sixel(void) {
#define SUTRA_SIXEL_ENTRY(name) {(void **)&lib_##name, #name},
  has_sixel = SUTRA_LOAD(sixel_library, NULL, 0, SUTRA_SIXEL(SUTRA_SIXEL_ENTRY));
}

const char *sutra_sixel_load(void) {
  pthread_once(&sixel_once, load_sixel);
  return has_sixel ? NULL : sixel_library;
}

struct bytes {
  uint8_t *bytes;
  size_t count, room;
  int is_broken;
};

static int take(char *data, int size, void *context) {
  struct bytes *taken = context;
  if (taken->count + (size_t)size > taken->room) {
    size_t room = 2 * (taken->room + (size_t)size);
    uint8_t *larger = realloc(taken->bytes, room);
    if (larger == NULL) {
      taken->is_broken = 1;
      return size;
    }
    taken->bytes = larger;
    taken->room = room;
  }
  memcpy(taken->bytes + taken->count, data, (size_t)size);
  taken->count += (size_t)size;
  return size;
}

uint8_t *sutra_sixel(
  const uint32_t *pixels, int width, int height, const uint32_t *colors, int color_count,
  uint32_t *shown, size_t *count
) {
  struct reduced picture;
  if (sutra_sixel_load() != NULL || color_count < 1 || color_count > 256) return NULL;
  size_t all = (size_t)width * (size_t)height;
  if (!reduce(pixels, all, colors, color_count, &picture, shown)) return NULL;
  struct bytes taken = {0};
  sixel_output_t *output = NULL;
  sixel_dither_t *dither = NULL;
  int least = picture.colors < 2 ? 2 : picture.colors;
  if (SIXEL_SUCCEEDED(lib_sixel_output_new(&output, take, &taken, NULL)) &&
      SIXEL_SUCCEEDED(lib_sixel_dither_new(&dither, least, NULL))) {
    lib_sixel_dither_set_palette(dither, picture.rgb);
    lib_sixel_dither_set_pixelformat(dither, SIXEL_PIXELFORMAT_PAL8);
    if (SIXEL_FAILED(lib_sixel_encode(picture.indexes, width, height, 8, dither, output)))
      taken.is_broken = 1;
  } else {
    taken.is_broken = 1;
  }
  if (dither != NULL) lib_sixel_dither_unref(dither);
  if (output != NULL) lib_sixel_output_unref(output);
  free(picture.indexes);
  if (taken.is_broken || taken.count == 0) {
    free(taken.bytes);
    return NULL;
  }
  *count = taken.count;
  return taken.bytes;
}
