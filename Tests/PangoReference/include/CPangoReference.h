#ifndef SUTRA_PANGO_REFERENCE_H
#define SUTRA_PANGO_REFERENCE_H

#include <stdint.h>

/// Draws one line of text with Pango as plainly as can be, for comparison: letters of one colour on
/// the pixels that are there, from the left edge on a line.
///
/// `size` is in pixels times 64. Returns whether there is Pango.
int pango_reference(
  const char *text, int length, int size, int baseline, uint32_t color, uint32_t *pixels, int width,
  int height);

#endif
