// What ncurses asks the C library for every letter of a cell, again at each update: the library looks
// the answer up in the locale each time, which took a tenth of a key. The reader only opens a terminal
// in a locale of UTF-8, where the answers are these.
#include <errno.h>
#include <stdint.h>
#include <stdio.h>

#include "CTerminal.h"

size_t wcrtomb(char *restrict bytes, wchar_t character, mbstate_t *restrict state) {
  (void)state;
  uint32_t scalar = (uint32_t)character;
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

int wctob(wint_t character) { return character < 0x80 ? (int)character : EOF; }
