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

/// The properties of a scalar: see generate-tables.py for the bits.
uint16_t sutra_scalar_properties(uint32_t scalar);

/// The columns of one scalar by itself in a profile: 0, 1 or 2.
int sutra_scalar_width(uint32_t scalar, int profile);

/// Chooses the profile that the process's `wcwidth`, and with it ncurses, follows.
void sutra_use_width_profile(int profile);

#endif
