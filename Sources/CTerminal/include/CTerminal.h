#ifndef SUTRA_TERMINAL_H
#define SUTRA_TERMINAL_H

#include <stddef.h>

/// What the signal pipe says has happened.
enum sutra_event {
  SUTRA_EVENT_RESIZE = 'W',
  SUTRA_EVENT_STOP = 'Z',
  SUTRA_EVENT_RESUME = 'C',
  SUTRA_EVENT_INTERRUPT = 'I',
  /// The same, and sent by another program.
  SUTRA_EVENT_SENT_INTERRUPT = 'S',
  /// The byte after it is the number of the signal that asks the program to end.
  SUTRA_EVENT_END = 'E',
  /// Written by the program itself: something from beside the reader is ready.
  SUTRA_EVENT_WAKE = 'A',
};

/// Opens the signal pipe and installs the handlers; the calling thread is the one they run in.
///
/// A program that is asked to end and does not within a second, because it writes to a screen that
/// takes nothing, gives the terminal back and is ended. So is one that works on and on without
/// taking a Ctrl-C up.
///
/// Returns the pipe's end to read from, or -1 with errno.
int sutra_signals_open(void);

/// Writes an event into the signal pipe; may be called from any thread.
void sutra_signals_wake(void);

/// Leaves all signals of the calling thread to the one that reads keys, but for its own crashes,
/// and gives it a stack for their handler, since its own may be what has overflowed.
///
/// Returns what `sutra_signals_free_stack` takes when the thread ends.
void *sutra_signals_leave_to_main(void);

/// Frees the stack of a thread that ends.
void sutra_signals_free_stack(void *memory);

/// Says that a Ctrl-C has been taken up.
void sutra_signals_interrupt_taken(void);

/// The signal that has asked the program to end, a Ctrl-C included; 0 for none.
int sutra_signals_asked(void);

/// Stops the process as its terminal asked for, and returns when it goes on in the foreground of
/// the terminal behind `keyboard`.
void sutra_signals_stop_here(int keyboard);

/// Stops the process as long as it is in the background of the terminal behind `keyboard`.
void sutra_signals_await_foreground(int keyboard);

/// Leaves the signals of the keyboard to another program that is waited for: Ctrl-C and Ctrl-\
/// do nothing here, and Ctrl-Z stops this process with the other, or does nothing either.
void sutra_signals_lend(int may_stop);

/// Takes the signals of the keyboard again.
void sutra_signals_take_back(void);

/// Says that the program is about to end by a signal; when it does not within a second it is ended.
void sutra_signals_end_soon(int signal_number);

/// Ends the process by a signal, so that its exit status tells the truth.
void sutra_signals_end_by(int signal_number);

/// Notes the modes of a terminal, before they are changed.
void sutra_guard_save(int file);

/// Notes the bytes that undo what is done to the terminal's screen; at most 512 are kept. From now
/// on a crash gives the terminal back.
void sutra_guard_arm(const char *bytes, size_t count);

/// Says that the terminal is as it was, or somebody else's for a while.
void sutra_guard_disarm(void);

/// Says that the terminal is the program's again.
void sutra_guard_rearm(void);

/// Notes how many answers of the terminal are still to come.
void sutra_guard_expect(int count);

/// Waits shortly for answers that are still to come and drops them, so that they do not end up as
/// typed text in whatever reads the terminal next.
void sutra_guard_drop_answers(void);

/// Milliseconds of a clock that nobody sets; safe in a handler.
long long sutra_milliseconds(void);

/// The size of a terminal; returns 0, or -1 when it tells none.
int sutra_terminal_size(int file, int *columns, int *rows);

/// The size in pixels of a cell of a terminal; returns 0, or -1 when it tells none.
int sutra_cell_size(int file, int *width, int *height);

/// Whether a file is on a disk of this machine, so that the system knows of every change of it.
int sutra_is_local(const char *path);

/// Gives arrays of a megabyte and more back to the system as soon as they are done with; by itself
/// the C library learns from the first large one to keep them.
void sutra_return_large_memory(void);

/// Waits until all that was written to the file system of an open file is on its disk; returns 0, or
/// -1 with `errno`.
int sutra_write_all(int file);

#endif
