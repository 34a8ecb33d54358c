#include "CUnicode.h"

#include <stddef.h>
#include "tables.h"

uint16_t sutra_scalar_properties(uint32_t scalar) {
  if (scalar > 0x10FFFF) return 0;
  return entries[block_of[scalar >> 7]][scalar & 127];
}

int sutra_scalar_width(uint32_t scalar, int profile) {
  uint16_t properties = sutra_scalar_properties(scalar);
  int columns = properties >> 6 & 3;
  if (profile != SUTRA_WIDTH_CLUSTER) return columns;
  int break_class = properties & 15;
  int is_mark = break_class == 4 || break_class == 5 || break_class == 8;
  return is_mark || scalar == 0xAD ? 0 : columns;
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
