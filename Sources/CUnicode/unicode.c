#include "CUnicode.h"

#include "tables.h"

int sutra_scalar_width(uint32_t scalar, int profile) {
  uint32_t properties = sutra_scalar_properties(scalar);
  switch (profile) {
  // A selector with a cell of its own is one that made an emoji wide.
  case SUTRA_WIDTH_CLUSTER:
  case SUTRA_WIDTH_CONJUNCT:
    return scalar == 0xFE0F ? 1 : (int)(properties >> SUTRA_SHIFT_CLUSTER_COLUMNS & 3);
  case SUTRA_WIDTH_KONSOLE: return (int)(properties >> SUTRA_SHIFT_KONSOLE_COLUMNS & 3);
  default: return (int)(properties >> SUTRA_SHIFT_COLUMNS & 3);
  }
}

static int current_profile = SUTRA_WIDTH_SPACING;

void sutra_use_width_profile(int profile) { current_profile = profile; }

int wcwidth(wchar_t character) {
  uint32_t scalar = (uint32_t)character;
  if (scalar == 0) return 0;
  if (scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0)) return -1;
  return sutra_scalar_width(scalar, current_profile);
}
