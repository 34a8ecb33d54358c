// Functions of the C library that stand in this program's own form before the library's, for ncurses.
//
// ncurses asks `wcwidth` how many columns a letter takes, and believes it of the terminal. Terminals count
// in ways that no C library knows (`sutra_width_profile`), so that with the library's answers every row of
// Bengali would be cut and overpainted at wrong places. It asks `wcrtomb` and `wctob` for every letter of a
// cell, again at each update: the library looks the answers up in the locale each time, which took a tenth
// of a key. A terminal is opened in a locale of UTF-8 only, where the answers are these.
//
// They are in force on the thread that has chosen a profile, which is the one that paints; everywhere else
// the library answers itself. Of the 74 libraries that the program may load on Debian 12 these ask for one
// of them beside ncurses: libstdc++ (`wcrtomb`, `wctob`, for locales), and libblkid, libmount and
// libunistring (`wcwidth`), none of which the painting thread calls. `sutra doctor` tells when an
// executable was linked so that the library's stand first after all.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <wchar.h>

#include "CUnicode.h"

static _Thread_local int profile_in_force = -1;

void sutra_use_width_profile(int profile) { profile_in_force = profile; }

/// The library's own function of a name.
static void *library_function(const char *name, _Atomic(void *) *known) {
  void *function = atomic_load_explicit(known, memory_order_relaxed);
  if (function == NULL) {
    function = dlsym(RTLD_NEXT, name);
    atomic_store_explicit(known, function, memory_order_relaxed);
  }
  return function;
}

int wcwidth(wchar_t character) {
  if (profile_in_force < 0) {
    static _Atomic(void *) known;
    int (*function)(wchar_t) = (int (*)(wchar_t))library_function("wcwidth", &known);
    return function == NULL ? -1 : function(character);
  }
  uint32_t scalar = (uint32_t)character;
  if (scalar == 0) return 0;
  if (scalar & SUTRA_WIDE_CELL) return 2;
  if (scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0)) return -1;
  return sutra_scalar_width(scalar, profile_in_force);
}

size_t wcrtomb(char *restrict bytes, wchar_t character, mbstate_t *restrict state) {
  if (profile_in_force < 0) {
    static _Atomic(void *) known;
    size_t (*function)(char *, wchar_t, mbstate_t *) =
        (size_t(*)(char *, wchar_t, mbstate_t *))library_function("wcrtomb", &known);
    if (function != NULL) return function(bytes, character, state);
  }
  uint32_t scalar = (uint32_t)character & ~(uint32_t)SUTRA_WIDE_CELL;
  if (bytes == NULL) return 1;
  if (scalar < 0x80) {
    bytes[0] = (char)scalar;
    return 1;
  }
  if (scalar < 0x800) {
    bytes[0] = (char)(0xC0 | scalar >> 6);
    bytes[1] = (char)(0x80 | (scalar & 0x3F));
    return 2;
  }
  if (scalar < 0x10000 && (scalar & 0xF800) != 0xD800) {
    bytes[0] = (char)(0xE0 | scalar >> 12);
    bytes[1] = (char)(0x80 | (scalar >> 6 & 0x3F));
    bytes[2] = (char)(0x80 | (scalar & 0x3F));
    return 3;
  }
  if (scalar >= 0x10000 && scalar < 0x110000) {
    bytes[0] = (char)(0xF0 | scalar >> 18);
    bytes[1] = (char)(0x80 | (scalar >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (scalar >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (scalar & 0x3F));
    return 4;
  }
  errno = EILSEQ;
  return (size_t)-1;
}

int wctob(wint_t character) {
  if (profile_in_force < 0) {
    static _Atomic(void *) known;
    int (*function)(wint_t) = (int (*)(wint_t))library_function("wctob", &known);
    if (function != NULL) return function(character);
  }
  return character < 0x80 ? (int)character : EOF;
}

int sutra_stands_before_library(void) {
  return dlsym(RTLD_DEFAULT, "wcwidth") == (void *)wcwidth && dlsym(RTLD_DEFAULT, "wcrtomb") == (void *)wcrtomb &&
         dlsym(RTLD_DEFAULT, "wctob") == (void *)wctob;
}
