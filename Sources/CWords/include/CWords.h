#ifndef SUTRA_WORDS_H
#define SUTRA_WORDS_H

#include <stddef.h>

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

/// Finds what stands behind a key and a tab among sorted lines; NULL where no line begins so. The count is that of the
/// bytes up to the line's end.
const unsigned char *_Nullable sutra_text_of_key(const unsigned char *_Nonnull lines, size_t bytes,
                                                 const unsigned char *_Nonnull key, size_t length,
                                                 size_t *_Nonnull count);

/// The word by which the tables of sentences call an error of the system; NULL where they have none for it.
const char *_Nullable sutra_reason_of_system(int error);

/// The system's own words for one of its errors.
const char *_Nonnull sutra_words_of_system(int error);

#endif
