#ifndef SUTRA_UNICODE_H
#define SUTRA_UNICODE_H

#include <stdint.h>

/// How a terminal counts the columns of text.
enum sutra_width_profile {
  /// glibc's rule: every spacing mark takes a column.
  SUTRA_WIDTH_SPACING = 0,
  /// A grapheme cluster takes the columns of its base; marks take none.
  SUTRA_WIDTH_CLUSTER = 1,
  /// As spacing, but only the first spacing mark of a base takes a column.
  SUTRA_WIDTH_KONSOLE = 2,
};

/// Where a property starts in the bits of a scalar; generate-tables.py says what it holds.
enum sutra_property_shift {
  SUTRA_SHIFT_CLUSTER_CLASS = 0,
  SUTRA_SHIFT_CONJUNCT = 4,
  SUTRA_SHIFT_COLUMNS = 6,
  SUTRA_SHIFT_LINE_CLASS = 8,
  SUTRA_SHIFT_BASE_COLUMNS = 14,
  SUTRA_SHIFT_SPACING_MARK = 16,
  SUTRA_SHIFT_JOINER_MAY_FOLLOW = 17,
  SUTRA_SHIFT_STARTS_CLUSTER = 18,
  SUTRA_SHIFT_MARK = 20,
};

/// The properties of a scalar; a number beyond the scalars has those of U+0000.
static inline uint32_t sutra_scalar_properties(uint32_t scalar) {
  extern const uint8_t sutra_scalar_blocks[];
  extern const uint32_t sutra_scalar_entries[];
  if (scalar > 0x10FFFF) scalar = 0;
  return sutra_scalar_entries[(uint32_t)sutra_scalar_blocks[scalar >> 7] << 7 | (scalar & 127)];
}

/// The columns of one scalar by itself in a profile: 0, 1 or 2.
int sutra_scalar_width(uint32_t scalar, int profile);

/// Chooses the profile that the process's `wcwidth`, and with it ncurses, follows.
void sutra_use_width_profile(int profile);

#endif
