// What Swift cannot import from ncurses by itself: mutable globals and cast macros.
#ifndef SUTRA_NCURSES_SHIM_H
#define SUTRA_NCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>

// term.h names capabilities by macros that would collide with words of any program.
#undef lines
#undef columns
#undef buttons
#undef tab
#undef newline
#undef bell

/// Takes the terminal behind standard output; keys come from `input`.
///
/// Its size is asked of the system, unless that is said to be beyond what ncurses counts, which takes such a window for no
/// terminal; LINES and COLUMNS may be left over from another window.
static inline SCREEN *sutra_open_terminal(FILE *input, bool asks_size) {
  use_env(false);
  use_tioctl(asks_size);
  return newterm(NULL, stdout, input);
}

static inline WINDOW *sutra_stdscr(void) { return stdscr; }
static inline int sutra_color_count(void) { return COLORS; }

/// The attributes of a run: bits as TextAttributes has them.
static inline attr_t sutra_attributes(unsigned bits) {
  attr_t found = A_NORMAL;
  if (bits & 1) found |= A_BOLD;
  if (bits & 2) found |= A_DIM;
  if (bits & 4) found |= A_ITALIC;
  if (bits & 8) found |= A_UNDERLINE;
  if (bits & 16) found |= A_REVERSE;
  return found;
}

/// A blank in a look; pairs above 32767 go by the extended argument.
static inline cchar_t sutra_blank(unsigned bits, int pair) {
  cchar_t blank;
  setcchar(&blank, L" ", sutra_attributes(bits), (short)(pair > 32767 ? 0 : pair), &pair);
  return blank;
}

/// Sets the look of cells that nothing is drawn into.
static inline void sutra_set_ground(WINDOW *window, cchar_t blank) {
  wbkgrndset(window, &blank);
}

/// What moves the cursor to a row and column, counted from 0.
static inline const char *sutra_cursor_address(int row, int column) {
  const char *text = tigetstr((char *)"cup");
  return text == NULL || text == (const char *)-1 ? NULL : tiparm(text, row, column);
}

/// A capability's bytes, or NULL when the terminal lacks it.
static inline const char *sutra_capability(const char *name) {
  const char *text = tigetstr((char *)name);
  return text == (const char *)-1 ? NULL : text;
}

#endif
