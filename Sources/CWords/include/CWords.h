#ifndef SUTRA_WORDS_H
#define SUTRA_WORDS_H

/// The language in which this thread speaks to people; -1 where it has none of its own.
int sutra_scoped_language(void);
/// Gives this thread a language; -1 takes it away.
void sutra_scope_language(int language);
/// The language of all threads that have none of their own.
int sutra_standard_language(void);
/// Sets it.
void sutra_set_standard_language(int language);

/// The language of the user's system, which counts where no other is asked for.
int sutra_system_language(void);
/// Sets it.
void sutra_set_system_language(int language);

#endif
