#include "CUnicode.h"

#include <stddef.h>
#include "tables.h"

int sutra_scalar_width(uint32_t scalar, int profile) {
  uint32_t properties = sutra_scalar_properties(scalar);
  int shift = profile == SUTRA_WIDTH_CLUSTER ? SUTRA_SHIFT_BASE_COLUMNS : SUTRA_SHIFT_COLUMNS;
  return (int)(properties >> shift & 3);
}

static int current_profile = SUTRA_WIDTH_SPACING;

void sutra_use_width_profile(int profile) { current_profile = profile; }

/// Stands before the C library's, so that ncurses counts columns as the terminal does.
int wcwidth(wchar_t character);
int wcwidth(wchar_t character) {
  if (character == 0) return 0;
  if (character < 0x20 || (character >= 0x7F && character < 0xA0)) return -1;
  return sutra_scalar_width((uint32_t)character, current_profile);
}
