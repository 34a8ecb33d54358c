#ifndef SUTRA_PICTURES_H
#define SUTRA_PICTURES_H

#include <stddef.h>
#include <stdint.h>

/// A font at the size that fits the rows of a terminal, with what letters of other scripts need.
typedef struct sutra_font sutra_font;

/// Looks of a stretch of text.
enum sutra_look {
  SUTRA_LOOK_BOLD = 1,
  SUTRA_LOOK_ITALIC = 2,
  SUTRA_LOOK_UNDERLINE = 4,
};

/// A stretch of text of one look.
struct sutra_stretch {
  /// Its first byte and the one behind its last.
  int32_t start, end;
  /// Red, green and blue of its letters, 8 bits each.
  uint32_t color;
  /// Bits of sutra_look.
  uint32_t looks;
};

/// Loads what lays text out and draws it, once; safe from any thread.
///
/// Returns NULL, or the name of the first library that is not there.
const char *sutra_pictures_load(void);

/// Loads libsixel, once. Returns NULL, or its name when it is not there.
const char *sutra_sixel_load(void);

/// Opens fonts for rows of a height in pixels.
///
/// `families` are names parted by commas; `language` is the code of the language whose letters come
/// first; `tallest` are letters that reach as far up and down as any: the size is chosen so that
/// they stay in the row. Returns NULL where no font has those letters, or memory is short.
sutra_font *sutra_font_open(
  const char *families, const char *language, const char *tallest, int height);

void sutra_font_close(sutra_font *font);

/// The size in pixels, times 64.
int sutra_font_size(const sutra_font *font);

/// The row of pixels that letters stand on, counted from the top.
int sutra_font_baseline(const sutra_font *font);

/// The name of the family that draws some letters, or NULL; stays valid until the font is closed.
const char *sutra_font_family(sutra_font *font, const char *letters);

/// Measures text in pixels: `advances` gets, at the first byte of each group of letters that are
/// drawn as one, how far it moves on, and 0 at all other bytes.
void sutra_font_measure(sutra_font *font, const char *text, int length, int32_t *advances);

/// Draws text into a picture whose ground is drawn already, at an x that may be outside of it.
///
/// What is bold or slanted takes the room that `advances` gives it, those of the upright letters, so
/// that a change of looks moves nothing; NULL lets it take its own. Nothing is drawn left of
/// `clip_start` or from `clip_end` on. Pixels are 0x00RRGGBB.
void sutra_font_draw(
  sutra_font *font, uint32_t *pixels, int width, int height, int x, const char *text, int length,
  const struct sutra_stretch *stretches, int count, const int32_t *advances, int clip_start,
  int clip_end);

/// Writes a picture as PNG with a palette into memory that `sutra_pictures_free` frees.
///
/// `colors` are those it is to have, from 1 to 256: what is seen of others becomes the nearest of them,
/// or, where none is near, one of the most frequent others. `shown`, when not NULL, gets the pixels as
/// they will be seen. Returns the bytes, or NULL.
uint8_t *sutra_png(
  const uint32_t *pixels, int width, int height, const uint32_t *colors, int color_count,
  uint32_t *shown, size_t *count);

/// Writes a picture as a sixel sequence, DCS to ST, as `sutra_png` does.
uint8_t *sutra_sixel(
  const uint32_t *pixels, int width, int height, const uint32_t *colors, int color_count,
  uint32_t *shown, size_t *count);

void sutra_pictures_free(void *memory);

/// Unpacks what zlib packed, for tests: returns the bytes that came out, or -1.
int64_t sutra_inflate(const uint8_t *bytes, size_t count, uint8_t *output, size_t room);

/// The names of the font families that have the letters of a language, parted by newlines, in memory
/// that `sutra_pictures_free` frees; NULL where there is none.
char *sutra_fonts_of(const char *language);

#endif
