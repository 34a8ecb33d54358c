#ifndef SUTRA_LOADING_H
#define SUTRA_LOADING_H

// Loads libraries of the system when they are wanted, so that a start needs none of them.

#include <stddef.h>

/// A function to be found: where its pointer goes, and its name.
struct sutra_function {
  void **pointer;
  const char *name;
};

/// Loads a library and finds its functions; 1 when all of them are there.
///
/// What is missing is told in `trouble`, of `room` bytes, where that is not null.
int sutra_load(
    const char *library, const struct sutra_function *functions, size_t count, char *trouble, size_t room);

/// The same with the functions of a list, which uses a macro that makes a `sutra_function` of each.
#define SUTRA_LOAD(library, trouble, room, ...)                              \
  sutra_load(                                                                \
      library, (const struct sutra_function[]){__VA_ARGS__},                 \
      sizeof((const struct sutra_function[]){__VA_ARGS__}) / sizeof(struct sutra_function), trouble, room)

#endif
