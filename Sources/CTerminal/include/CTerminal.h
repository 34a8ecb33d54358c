#ifndef SUTRA_TERMINAL_H
#define SUTRA_TERMINAL_H

#include <stddef.h>

/// What the signal pipe says has happened.
enum sutra_event {
  SUTRA_EVENT_RESIZE = 'W',
  SUTRA_EVENT_STOP = 'Z',
  SUTRA_EVENT_INTERRUPT = 'I',
  /// The byte after it is the number of the signal that asks the program to end.
  SUTRA_EVENT_END = 'E',
  /// Written by the program itself: something from beside the reader is ready.
  SUTRA_EVENT_WAKE = 'A',
};

/// Opens the signal pipe and installs the handlers.
///
/// Returns the pipe's end to read from, or -1 with errno.
int sutra_signals_open(void);

/// Writes an event into the signal pipe; may be called from any thread.
void sutra_signals_wake(void);

/// Stops the process as its terminal asked for, and returns when it goes on.
void sutra_signals_stop_here(void);

/// Leaves the signals of the keyboard to another program that is waited for: Ctrl-C and Ctrl-\
/// do nothing here, and Ctrl-Z stops this process with the other, or does nothing either.
void sutra_signals_lend(int may_stop);

/// Takes the signals of the keyboard again.
void sutra_signals_take_back(void);

/// Ends the process by a signal, so that its exit status tells the truth.
void sutra_signals_end_by(int signal_number);

/// Notes the modes of a terminal, before they are changed.
void sutra_guard_save(int file);

/// Notes the bytes that undo what was done to the terminal's screen; at most 512 are kept.
void sutra_guard_arm(const char *bytes, size_t count);

/// Forgets the bytes: the terminal is as it was.
void sutra_guard_disarm(void);

/// The size of a terminal; returns 0, or -1 when it tells none.
int sutra_terminal_size(int file, int *columns, int *rows);

/// Gives arrays of a megabyte and more back to the system as soon as they are done with; by itself
/// the C library learns from the first large one to keep them.
void sutra_return_large_memory(void);

#endif
