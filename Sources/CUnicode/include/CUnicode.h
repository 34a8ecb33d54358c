#ifndef SUTRA_UNICODE_H
#define SUTRA_UNICODE_H

#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

/// How a terminal counts the columns of text.
enum sutra_width_profile {
  /// glibc's rule: every spacing mark takes a column.
  SUTRA_WIDTH_SPACING = 0,
  /// As kitty: marks take none, letters one each.
  SUTRA_WIDTH_CLUSTER = 1,
  /// As konsole: of the marks on a base only the first takes its column.
  SUTRA_WIDTH_KONSOLE = 2,
  /// As kitty from 0.40 on: a conjunct is one cluster, of its first letter's columns.
  SUTRA_WIDTH_CONJUNCT = 3,
  /// As ghostty from 1.3 on: a conjunct is one cluster, of two columns where more than its first letter
  /// takes room, be it a letter or a sign.
  SUTRA_WIDTH_SYLLABLE = 4,
};

/// Set in the first scalar of a cell that takes two columns because of what follows it in the cell, so
/// that ncurses, which asks for that scalar by itself, keeps both columns together.
#define SUTRA_WIDE_CELL 0x200000

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
  /// How many marks came after the base; where conjuncts are clusters, how far one has come.
  uint32_t marks;
  /// The columns of the cluster so far, where it is counted as a whole.
  uint32_t columns;
  /// Whether the last scalar made the cell before it wider instead of taking one of its own.
  uint32_t widens;
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

/// Whether a scalar that is no mark carries the cluster before it on, as UAX #29 has it from Unicode
/// 15.1 on: a letter behind a linker (GB9c), an emoji behind a joiner (GB11).
static inline int sutra_carries_on(struct sutra_run *run, uint32_t last, uint32_t properties) {
  uint32_t part = properties >> SUTRA_SHIFT_CONJUNCT & 3, kind = properties & 15;
  if (kind == 4 || kind == 5 || kind == 8) {
    // `marks` is 1 behind a letter that a conjunct may begin with, 2 behind its linker, whose force a
    // non-joiner takes.
    if (part == 2) run->marks = run->marks ? 2 : 0;
    else if (kind == 4 && (properties >> SUTRA_SHIFT_MARK & 31) != 0 && run->marks == 2) run->marks = 1;
    return 0;
  }
  int carries = (part == 1 && run->marks == 2) || (kind == 14 && (run->base & 15) == 14 && (last & 15) == 5);
  run->marks = part == 1;
  run->base = properties;
  return carries;
}

static inline int sutra_conjunct_columns(struct sutra_run *run, uint32_t scalar, uint32_t properties) {
  uint32_t last = run->last;
  int columns = sutra_cluster_columns(run, scalar, properties);
  return sutra_carries_on(run, last, properties) ? 0 : columns;
}

static inline int sutra_syllable_columns(struct sutra_run *run, uint32_t scalar, uint32_t properties) {
  uint32_t last = run->last, kind = properties & 15;
  int columns = sutra_cluster_columns(run, scalar, properties);
  int carries = sutra_carries_on(run, last, properties);
  if (properties >> SUTRA_SHIFT_SPACING_MARK & 1) columns = 1;
  if (kind == 4 || kind == 5 || kind == 8) carries = run->columns != 0;
  run->widens = 0;
  if (carries) {
    // Marks without room, and what makes emoji wide or narrow, count as everywhere.
    if (columns > 0) columns = run->columns == 1;
    run->widens = columns > 0;
    run->columns += (uint32_t)columns;
  } else if (columns > 0) run->columns = (uint32_t)columns;
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
  case SUTRA_WIDTH_SYLLABLE: return sutra_syllable_columns(run, scalar, properties);
  default: return (int)(properties >> SUTRA_SHIFT_COLUMNS & 3);
  }
}

/// The columns of one scalar by itself in a profile: 0, 1 or 2.
int sutra_scalar_width(uint32_t scalar, int profile);

/// Chooses the profile that `wcwidth`, and with it ncurses, follows on this thread; from then on the
/// functions of `interposed.c` are in force there.
void sutra_use_width_profile(int profile);

/// Whether what ncurses asks the C library for reaches `interposed.c`.
int sutra_stands_before_library(void);

/// Stands before the C library's, so that ncurses counts columns as the terminal does.
///
/// ncurses asks for the first scalar of each cell, by itself: the answer is the columns that the
/// scalar takes where it begins a cell.
int wcwidth(wchar_t character);

/// The bytes of a character in UTF-8, as the C standard has it.
size_t wcrtomb(char *restrict bytes, wchar_t character, mbstate_t *restrict state);

/// The character where it is one byte, or EOF.
int wctob(wint_t character);

#endif
