#ifndef SUTRA_GUARD_H
#define SUTRA_GUARD_H

/// Gives the terminal back as it was found, whatever the program is in the middle of.
///
/// Calls nothing that is not safe in a handler, and never waits long.
void guard_give_back(void);

/// Ends the process by a signal, from a handler or not.
_Noreturn void end_by(int signal_number);

#endif
