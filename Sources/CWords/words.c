// Which language the program speaks: one number for the process and one for each thread, so that
// what draws a screen can speak the language of its state for so long as it draws.
#include "CWords.h"

#include <stdatomic.h>

static _Atomic int standard = 0, system_language = 0;
static _Thread_local int scoped = -1;

int sutra_scoped_language(void) { return scoped; }
void sutra_scope_language(int language) { scoped = language; }
int sutra_standard_language(void) { return atomic_load_explicit(&standard, memory_order_relaxed); }
void sutra_set_standard_language(int language) {
  atomic_store_explicit(&standard, language, memory_order_relaxed);
}
int sutra_system_language(void) {
  return atomic_load_explicit(&system_language, memory_order_relaxed);
}
void sutra_set_system_language(int language) {
  atomic_store_explicit(&system_language, language, memory_order_relaxed);
}
