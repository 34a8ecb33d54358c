#define _GNU_SOURCE
#include <malloc.h>
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static int pipe_ends[2] = {-1, -1};

static struct termios saved_modes;
static volatile sig_atomic_t has_saved_modes = 0;
static int guarded_file = -1;
static char restore_bytes[512];
static volatile sig_atomic_t restore_count = 0;
static volatile sig_atomic_t was_asked_to_end = 0;

static void tell(const char *bytes, size_t count) {
  int kept = errno;
  ssize_t written = write(pipe_ends[1], bytes, count);
  (void)written;
  errno = kept;
}

/// A crash: gives the terminal back and lets the signal end the process. Calls nothing that is not
/// safe in a handler.
static void on_crash(int number) {
  // To the screen: the keyboard may be open for reading only. A screen that takes nothing, stopped
  // by Ctrl-S or behind a dead line, is left alone, since writing to it would never end.
  struct pollfd screen = {.fd = STDOUT_FILENO, .events = POLLOUT};
  if (restore_count > 0 && poll(&screen, 1, 0) == 1 && screen.revents & POLLOUT) {
    ssize_t written = write(STDOUT_FILENO, restore_bytes, (size_t)restore_count);
    (void)written;
    restore_count = 0;
  }
  if (has_saved_modes) tcsetattr(guarded_file, TCSANOW, &saved_modes);
  signal(number, SIG_DFL);
  raise(number);
}

static void on_signal(int number) {
  char event[2] = {SUTRA_EVENT_END, (char)number};
  switch (number) {
    case SIGWINCH: event[0] = SUTRA_EVENT_RESIZE; tell(event, 1); break;
    case SIGTSTP: event[0] = SUTRA_EVENT_STOP; tell(event, 1); break;
    case SIGINT: event[0] = SUTRA_EVENT_INTERRUPT; tell(event, 1); break;
    default:
      // Asked again, it may be stuck, writing to a screen that takes nothing.
      if (was_asked_to_end) {
        on_crash(number);
        return;
      }
      was_asked_to_end = 1;
      tell(event, 2);
  }
}

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(number, &action, NULL);
}

int sutra_signals_open(void) {
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  static char other_stack[32768];
  stack_t stack = {.ss_sp = other_stack, .ss_size = sizeof other_stack};
  sigaltstack(&stack, NULL);
  int ends[] = {SIGTERM, SIGHUP, SIGQUIT, SIGINT, SIGTSTP, SIGWINCH};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    struct sigaction old;
    sigaction(ends[i], NULL, &old);
    // What the parent ignores (nohup) stays ignored.
    if (old.sa_handler != SIG_IGN) handle(ends[i], on_signal, SA_RESTART);
  }
  int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
    handle(crashes[i], on_crash, SA_ONSTACK | SA_RESETHAND);
  return pipe_ends[0];
}

void sutra_signals_wake(void) {
  char event = SUTRA_EVENT_WAKE;
  tell(&event, 1);
}

void sutra_signals_stop_here(void) {
  sigset_t stop, before;
  handle(SIGTSTP, SIG_DFL, 0);
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &stop, &before);
  raise(SIGTSTP);
  sigprocmask(SIG_SETMASK, &before, NULL);
  handle(SIGTSTP, on_signal, SA_RESTART);
}

static const int lent[] = {SIGINT, SIGQUIT, SIGTSTP};
static struct sigaction before_lending[sizeof lent / sizeof *lent];

void sutra_signals_lend(int may_stop) {
  for (size_t i = 0; i < sizeof lent / sizeof *lent; i++) {
    sigaction(lent[i], NULL, &before_lending[i]);
    if (before_lending[i].sa_handler == SIG_IGN) continue;
    handle(lent[i], lent[i] == SIGTSTP && may_stop ? SIG_DFL : SIG_IGN, 0);
  }
}

void sutra_signals_take_back(void) {
  for (size_t i = 0; i < sizeof lent / sizeof *lent; i++)
    sigaction(lent[i], &before_lending[i], NULL);
}

void sutra_signals_end_by(int number) {
  signal(number, SIG_DFL);
  raise(number);
  _exit(128 + number);
}

void sutra_guard_save(int file) {
  guarded_file = file;
  has_saved_modes = tcgetattr(file, &saved_modes) == 0;
}

void sutra_guard_arm(const char *bytes, size_t count) {
  if (count > sizeof restore_bytes) count = sizeof restore_bytes;
  memcpy(restore_bytes, bytes, count);
  restore_count = (sig_atomic_t)count;
}

void sutra_guard_disarm(void) { restore_count = 0; }

int sutra_terminal_size(int file, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

void sutra_return_large_memory(void) { mallopt(M_MMAP_THRESHOLD, 1 << 20); }
