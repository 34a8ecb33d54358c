#include "CUnicode.h"

#include "tables.h"

int sutra_scalar_width(uint32_t scalar, int profile) {
  uint32_t properties = sutra_scalar_properties(scalar);
  switch (profile) {
  // A selector with a cell of its own is one that made an emoji wide.
  case SUTRA_WIDTH_CLUSTER:
  case SUTRA_WIDTH_CONJUNCT:
    return scalar == 0xFE0F ? 1 : (int)(properties >> SUTRA_SHIFT_CLUSTER_COLUMNS & 3);
  // A sign with a cell of its own has no letter before it.
  case SUTRA_WIDTH_SYLLABLE:
    if (properties >> SUTRA_SHIFT_SPACING_MARK & 1) return 1;
    return (int)(properties >> SUTRA_SHIFT_CLUSTER_COLUMNS & 3);
  case SUTRA_WIDTH_KONSOLE: return (int)(properties >> SUTRA_SHIFT_KONSOLE_COLUMNS & 3);
  default: return (int)(properties >> SUTRA_SHIFT_COLUMNS & 3);
  }
}
