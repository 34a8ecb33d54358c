#define _GNU_SOURCE
#include "CTerminal.h"
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/// The signals of a crash, a trap of the Swift runtime included.
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS};

static int pipe_ends[2] = {-1, -1};
static pthread_t main_thread;

/// The signal that asked the program to end, and whether a Ctrl-C has not been taken up yet.
static volatile sig_atomic_t asked_to_end_by = 0;
static volatile sig_atomic_t has_interrupt = 0;

/// Ends a program that does not end by itself: one counts time, the other the main thread's work.
static timer_t patience, workload;
static int has_timers = 0;

/// Seconds and milliseconds until a program that was asked to end is ended; a Ctrl-C that closes a
/// prompt has longer, unless the program is at some work all the while.
static const int longest_ending = 1000, longest_interrupt = 3000, longest_work = 300;

static void arm(timer_t timer, int milliseconds) {
  if (!has_timers) return;
  struct itimerspec after = {0};
  after.it_value.tv_sec = milliseconds / 1000;
  after.it_value.tv_nsec = milliseconds % 1000 * 1000000L;
  timer_settime(timer, 0, &after, NULL);
}

static void tell(const char *bytes, size_t count) {
  int kept = errno;
  ssize_t written = write(pipe_ends[1], bytes, count);
  (void)written;
  errno = kept;
}

/// A crash: gives the terminal back and lets the signal end the process.
///
/// The main thread does it, which so is kept from painting on afterwards.
static void on_crash(int number) {
  static int was_handed_over = 0;
  if (!pthread_equal(pthread_self(), main_thread)) {
    if (!__atomic_exchange_n(&was_handed_over, 1, __ATOMIC_SEQ_CST)) {
      pthread_kill(main_thread, number);
    }
    poll(NULL, 0, 2 * longest_ending);
  }
  guard_give_back();
  end_by(number);
}

static void on_overdue(int number) {
  (void)number;
  if (!asked_to_end_by && !has_interrupt) return;
  guard_give_back();
  end_by(asked_to_end_by ? asked_to_end_by : SIGINT);
}

/// Whether the last interrupt was sent by another program, and is no Ctrl-C of the terminal.
static volatile sig_atomic_t was_sent = 0;

static void on_signal(int number);

static void ask_to_end(int number) {
  // Asked again, it may be stuck, writing to a screen that takes nothing.
  if (asked_to_end_by) {
    guard_give_back();
    end_by(number);
  }
  asked_to_end_by = number;
  arm(patience, longest_ending);
}

static void on_interrupt(int number, siginfo_t *info, void *context) {
  (void)context;
  was_sent = info != NULL && info->si_code != SI_KERNEL;
  on_signal(number);
}

static void handle_interrupt(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_sigaction = on_interrupt;
  action.sa_flags = SA_RESTART | SA_SIGINFO;
  sigaction(SIGINT, &action, NULL);
}

static void on_signal(int number) {
  char event[2] = {SUTRA_EVENT_END, (char)number};
  int kept = errno;
  switch (number) {
    case SIGWINCH: event[0] = SUTRA_EVENT_RESIZE; tell(event, 1); break;
    case SIGTSTP: event[0] = SUTRA_EVENT_STOP; tell(event, 1); break;
    case SIGCONT: event[0] = SUTRA_EVENT_RESUME; tell(event, 1); break;
    case SIGXFSZ: break;
    case SIGINT:
      if (has_interrupt) {
        guard_give_back();
        end_by(number);
      }
      has_interrupt = 1;
      arm(workload, longest_work);
      arm(patience, longest_interrupt);
      event[0] = was_sent ? SUTRA_EVENT_SENT_INTERRUPT : SUTRA_EVENT_INTERRUPT;
      tell(event, 1);
      break;
    default:
      ask_to_end(number);
      tell(event, 2);
  }
  errno = kept;
}

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(number, &action, NULL);
}

static void make_timers(void) {
  struct sigevent alarm;
  clockid_t work;
  memset(&alarm, 0, sizeof alarm);
  alarm.sigev_notify = SIGEV_SIGNAL;
  alarm.sigev_signo = SIGALRM;
  has_timers = pthread_getcpuclockid(main_thread, &work) == 0 &&
               timer_create(CLOCK_MONOTONIC, &alarm, &patience) == 0 &&
               timer_create(work, &alarm, &workload) == 0;
  handle(SIGALRM, on_overdue, SA_RESTART);
}

int sutra_signals_open(void) {
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  main_thread = pthread_self();
  static char other_stack[65536];
  stack_t stack = {.ss_sp = other_stack, .ss_size = sizeof other_stack};
  sigaltstack(&stack, NULL);
  make_timers();
  int ends[] = {SIGTERM, SIGHUP,  SIGQUIT, SIGINT,    SIGPIPE, SIGUSR1, SIGUSR2,  SIGXCPU, SIGIO,
                SIGPROF, SIGPWR, SIGVTALRM, SIGTSTP, SIGCONT, SIGXFSZ, SIGWINCH};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    struct sigaction old;
    sigaction(ends[i], NULL, &old);
    // What the parent ignores (nohup) stays ignored.
    if (old.sa_handler == SIG_IGN) continue;
    if (ends[i] == SIGINT) handle_interrupt(); else handle(ends[i], on_signal, SA_RESTART);
  }
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
    handle(crashes[i], on_crash, SA_ONSTACK);
  return pipe_ends[0];
}

void *sutra_signals_leave_to_main(void) {
  sigset_t others;
  sigfillset(&others);
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) sigdelset(&others, crashes[i]);
  pthread_sigmask(SIG_BLOCK, &others, NULL);
  stack_t stack = {.ss_sp = malloc(65536), .ss_size = 65536};
  if (stack.ss_sp != NULL) sigaltstack(&stack, NULL);
  return stack.ss_sp;
}

void sutra_signals_free_stack(void *memory) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  free(memory);
}

void sutra_signals_wake(void) {
  char event = SUTRA_EVENT_WAKE;
  tell(&event, 1);
}

void sutra_signals_interrupt_taken(void) {
  if (!has_interrupt) return;
  has_interrupt = 0;
  arm(workload, 0);
  if (!asked_to_end_by) arm(patience, 0);
}

int sutra_signals_asked(void) {
  return asked_to_end_by ? asked_to_end_by : has_interrupt ? SIGINT : 0;
}

void sutra_signals_stop_here(int keyboard) {
  sigset_t stop, before;
  handle(SIGTSTP, SIG_DFL, 0);
  handle(SIGCONT, SIG_DFL, 0);
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &stop, &before);
  raise(SIGTSTP);
  sutra_signals_await_foreground(keyboard);
  sigprocmask(SIG_SETMASK, &before, NULL);
  handle(SIGCONT, on_signal, SA_RESTART);
  handle(SIGTSTP, on_signal, SA_RESTART);
}

void sutra_signals_await_foreground(int keyboard) {
  // An orphan cannot be stopped: it finds out by reading that there is nothing to read.
  for (int i = 0; i < 3; i++) {
    pid_t foreground = tcgetpgrp(keyboard);
    if (foreground <= 0 || foreground == getpgrp()) return;
    kill(0, SIGTTIN);
  }
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

void sutra_signals_end_soon(int number) {
  asked_to_end_by = number;
  arm(patience, longest_ending);
}

void sutra_signals_end_by(int number) { end_by(number); }
