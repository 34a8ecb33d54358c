#ifndef SUTRA_UNICODE_H
#define SUTRA_UNICODE_H

#include <stddef.h>
#include <stdint.h>

/// How a terminal counts the columns of text.
enum sutra_width_profile {
  /// glibc's rule: every spacing mark takes a column.
  SUTRA_WIDTH_SPACING = 0,
  /// As kitty: marks take none, letters one each.
  SUTRA_WIDTH_CLUSTER = 1,
  /// As konsole: of the marks on a base only the first takes its column.
  SUTRA_WIDTH_KONSOLE = 2,
  /// As kitty from 0.40 on and ghostty: a conjunct is one cluster, of its first letter's columns.
  SUTRA_WIDTH_CONJUNCT = 3,
};

/// Where a property starts in the bits of a scalar; generate-tables.py says what it holds.
enum sutra_property_shift {
  SUTRA_SHIFT_CLUSTER_CLASS = 0,
  SUTRA_SHIFT_CONJUNCT = 4,
  SUTRA_SHIFT_COLUMNS = 6,
  SUTRA_SHIFT_LINE_CLASS = 8,
  SUTRA_SHIFT_CLUSTER_COLUMNS = 14,
  SUTRA_SHIFT_SPACING_MARK = 16,
  SUTRA_SHIFT_JOINER_MAY_FOLLOW = 17,
  SUTRA_SHIFT_STARTS_CLUSTER = 18,
  SUTRA_SHIFT_EMOJI_VARIATION = 19,
  SUTRA_SHIFT_MARK = 20,
  SUTRA_SHIFT_KONSOLE_COLUMNS = 25,
};

/// The properties of a scalar; a number beyond the scalars has those of U+0000.
static inline uint32_t sutra_scalar_properties(uint32_t scalar) {
  extern const uint8_t sutra_scalar_blocks[];
  extern const uint32_t sutra_scalar_entries[];
  if (scalar > 0x10FFFF) scalar = 0;
  return sutra_scalar_entries[(uint32_t)sutra_scalar_blocks[scalar >> 7] << 7 | (scalar & 127)];
}

/// What a terminal remembers of the scalars it drew last.
struct sutra_run {
  /// The properties of the last scalar that is no mark; 0 before the first.
  uint32_t base;
  /// The properties of the last scalar.
  uint32_t last;
  /// How many marks came after the base.
  uint32_t marks;
};

static inline int sutra_cluster_columns(struct sutra_run *run, uint32_t scalar, uint32_t properties) {
  int columns = (int)(properties >> SUTRA_SHIFT_CLUSTER_COLUMNS & 3);
  uint32_t last = run->last;
  run->last = properties;
  if (scalar >> 1 == 0xFE0E >> 1) {
    int before = (int)(last >> SUTRA_SHIFT_CLUSTER_COLUMNS & 3);
    if (scalar == 0xFE0F) return last >> SUTRA_SHIFT_EMOJI_VARIATION & 1 ? 2 - before : 0;
    return (last & 15) == 14 && before == 2 ? -1 : 0;
  }
  if ((properties & 15) == 6 && (last & 15) == 6) {
    run->last = 0;
    return 0;
  }
  return columns;
}

static inline int sutra_konsole_columns(struct sutra_run *run, uint32_t properties) {
  int columns = (int)(properties >> SUTRA_SHIFT_KONSOLE_COLUMNS & 3);
  uint32_t kind = properties & 15, base_kind = run->base & 15, last_kind = run->last & 15;
  run->last = properties;
  if (kind == 4 || kind == 5 || kind == 8) {
    uint32_t is_first = run->base != 0 && run->marks == 0;
    run->marks++;
    if (properties >> SUTRA_SHIFT_SPACING_MARK & 1) return is_first ? columns : 0;
    return columns == 2 && base_kind == 14 ? 0 : columns;
  }
  if (kind == 14 && base_kind == 14 && last_kind == 5) return 0;
  if (kind == 6 && last_kind == 6) {
    run->last = 0;
    return 0;
  }
  run->base = properties;
  run->marks = 0;
  return columns;
}

static inline int sutra_conjunct_columns(struct sutra_run *run, uint32_t scalar, uint32_t properties) {
  int columns = sutra_cluster_columns(run, scalar, properties);
  uint32_t part = properties >> SUTRA_SHIFT_CONJUNCT & 3, kind = properties & 15;
  // `marks` is 1 behind a letter that a conjunct may begin with, 2 behind its linker.
  if (part == 1 && run->marks == 2) {
    run->marks = 1;
    return 0;
  }
  if (part == 1 || part == 3) run->marks = 1;
  else if (part == 2) run->marks = run->marks ? 2 : 0;
  else if (kind == 4 || kind == 5) {
    // A non-joiner takes the force from a linker.
    if (kind == 4 && (properties >> SUTRA_SHIFT_MARK & 31) != 0 && run->marks == 2) run->marks = 1;
  } else run->marks = 0;
  return columns;
}

/// The columns that one more scalar adds to a run of scalars drawn one after the other.
///
/// -1 for the selector that makes a wide emoji narrow; never less than that.
static inline int sutra_columns_in_run(
    struct sutra_run *run, uint32_t scalar, uint32_t properties, int profile) {
  switch (profile) {
  case SUTRA_WIDTH_CLUSTER: return sutra_cluster_columns(run, scalar, properties);
  case SUTRA_WIDTH_KONSOLE: return sutra_konsole_columns(run, properties);
  case SUTRA_WIDTH_CONJUNCT: return sutra_conjunct_columns(run, scalar, properties);
  default: return (int)(properties >> SUTRA_SHIFT_COLUMNS & 3);
  }
}

/// The columns of one scalar by itself in a profile: 0, 1 or 2.
int sutra_scalar_width(uint32_t scalar, int profile);

/// Chooses the profile that the process's `wcwidth`, and with it ncurses, follows.
void sutra_use_width_profile(int profile);

/// Stands before the C library's, so that ncurses counts columns as the terminal does.
///
/// ncurses asks for the first scalar of each cell, by itself: the answer is the columns that the
/// scalar takes where it begins a cell.
int wcwidth(wchar_t character);

#endif
