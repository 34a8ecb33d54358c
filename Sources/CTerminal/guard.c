#define _GNU_SOURCE
#include "guard.h"

#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved_modes;
static volatile sig_atomic_t has_saved_modes = 0;
static int guarded_file = -1;
static char restore_bytes[512];
static volatile sig_atomic_t restore_count = 0;
/// Whether the terminal is the program's now, so that there is something to give back.
static volatile sig_atomic_t holds_terminal = 0;

/// Answers of the terminal that have not come yet, and when they were asked for.
static volatile sig_atomic_t awaited = 0;
static long long asked_at = 0;

/// Milliseconds that an answer may take.
static const long long slowest_answer = 600;
/// Milliseconds that the screen has to take what gives it back.
static const int screen_patience = 200;

void sutra_guard_save(int file) {
  guarded_file = file;
  has_saved_modes = tcgetattr(file, &saved_modes) == 0;
}

void sutra_guard_arm(const char *bytes, size_t count) {
  holds_terminal = 0;
  if (count > sizeof restore_bytes) count = sizeof restore_bytes;
  memcpy(restore_bytes, bytes, count);
  restore_count = (sig_atomic_t)count;
  holds_terminal = 1;
}

void sutra_guard_disarm(void) { holds_terminal = 0; }

void sutra_guard_rearm(void) { holds_terminal = 1; }

void sutra_guard_expect(int count) {
  if (count > awaited) asked_at = sutra_milliseconds();
  awaited = count;
}

/// Where a byte stands that the terminal sent: in nothing, behind ESC, in a sequence or one of a
/// private kind, in a string, behind ESC in a string.
enum place { NOWHERE, ESCAPED, SEQUENCE, PRIVATE, STRING, STRING_END };

/// Goes on by a byte and tells whether an answer ends with it: of a cursor's place (R), of what the
/// terminal can do (c), or that it is well (n). What stands in a string, as a colour does, is none.
static int ends_answer(enum place *place, unsigned char byte) {
  switch (*place) {
    case NOWHERE:
      if (byte == 0x1B) *place = ESCAPED;
      return 0;
    case ESCAPED:
      if (byte == '[') *place = SEQUENCE;
      else if (byte == ']' || byte == 'P' || byte == '_' || byte == '^' || byte == 'X') *place = STRING;
      else if (byte != 0x1B) *place = NOWHERE;
      return 0;
    case SEQUENCE:
    case PRIVATE:
      if (byte == '?' && *place == SEQUENCE) *place = PRIVATE;
      if (byte < 0x40 || byte > 0x7E) return 0;
      int isPrivate = *place == PRIVATE;
      *place = NOWHERE;
      return byte == 'R' || byte == 'c' || (byte == 'n' && !isPrivate);
    case STRING:
      if (byte == 0x07) *place = NOWHERE;
      if (byte == 0x1B) *place = STRING_END;
      return 0;
    case STRING_END: *place = byte == '\\' ? NOWHERE : STRING; return 0;
  }
  return 0;
}

void sutra_guard_drop_answers(void) {
  if (awaited == 0) return;
  enum place place = NOWHERE;
  for (;;) {
    long long left = asked_at + slowest_answer - sutra_milliseconds();
    struct pollfd keyboard = {.fd = guarded_file, .events = POLLIN};
    char bytes[256];
    if (awaited <= 0 || left <= 0 || poll(&keyboard, 1, (int)left) <= 0) break;
    ssize_t count = read(guarded_file, bytes, sizeof bytes);
    if (count <= 0) break;
    for (ssize_t i = 0; i < count; i++)
      if (ends_answer(&place, (unsigned char)bytes[i])) awaited--;
  }
  if (awaited > 0) tcflush(guarded_file, TCIFLUSH);
  awaited = 0;
}

/// Writes what gives the screen back, to the screen since the keyboard may be open for reading only.
/// Where the screen takes nothing, stopped by Ctrl-S or behind a reader that has stopped reading,
/// what it has not taken yet is thrown away: it is the picture of a screen that goes.
static void write_screen(void) {
  size_t start = 0, count = (size_t)restore_count;
  int attempts = 0;
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (flags < 0) return;
  fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  while (start < count) {
    ssize_t written = write(STDOUT_FILENO, restore_bytes + start, count - start);
    if (written > 0) {
      start += (size_t)written;
      continue;
    }
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno != EAGAIN) break;
    if (attempts == 0) tcflow(STDOUT_FILENO, TCOON);
    if (attempts == 1) {
      tcflush(STDOUT_FILENO, TCOFLUSH);
      start = 0;
    }
    if (++attempts > 3) break;
    struct pollfd screen = {.fd = STDOUT_FILENO, .events = POLLOUT};
    poll(&screen, 1, screen_patience);
  }
  fcntl(STDOUT_FILENO, F_SETFL, flags);
}

void guard_give_back(void) {
  if (!holds_terminal) return;
  holds_terminal = 0;
  // In the background the terminal is somebody else's, who has set its modes already.
  pid_t foreground = tcgetpgrp(guarded_file);
  int is_ours = foreground <= 0 || foreground == getpgrp();
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &stop, &before);
  write_screen();
  if (is_ours) {
    sutra_guard_drop_answers();
    if (has_saved_modes) tcsetattr(guarded_file, TCSANOW, &saved_modes);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

_Noreturn void end_by(int number) {
  sigset_t one;
  signal(number, SIG_DFL);
  sigemptyset(&one);
  sigaddset(&one, number);
  pthread_sigmask(SIG_UNBLOCK, &one, NULL);
  raise(number);
  _exit(128 + number);
}
