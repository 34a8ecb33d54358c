#ifndef SUTRA_RESOURCES_H
#define SUTRA_RESOURCES_H

#include <stddef.h>
#include <string.h>

/// A file that travels inside the binary.
typedef struct {
  /// Its path below the resource root, as in "languages/bn/cues.tsv"; NULL past the last file.
  const char *_Nullable path;
  /// Its bytes.
  const unsigned char *_Nullable bytes;
  /// How many.
  size_t count;
} sutra_resource;

/// The file at an index counted from 0, or one with a NULL path past the last.
sutra_resource sutra_resource_at(size_t index);

/// The file of a path, or one with a NULL path where there is none.
static inline sutra_resource sutra_resource_named(const char *_Nonnull path) {
  size_t index = 0;
  sutra_resource file = sutra_resource_at(index);
  while (file.path && strcmp(file.path, path) != 0) file = sutra_resource_at(++index);
  return file;
}

/// The next file, from an index on, whose path has a part, and behind it, at its end, an ending; one with a NULL path
/// where there is none. The index is then that behind it.
static inline sutra_resource sutra_next_resource(size_t *_Nonnull index, const char *_Nonnull part,
                                                 const char *_Nonnull ending) {
  size_t length = strlen(ending);
  while (1) {
    sutra_resource file = sutra_resource_at((*index)++);
    if (!file.path) return file;
    const char *found = strstr(file.path, part);
    if (!found) continue;
    const char *rest = found + strlen(part);
    size_t left = strlen(rest);
    if (left >= length && strcmp(rest + left - length, ending) == 0) return file;
  }
}

#endif
