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

/// Whether a path has a part, and behind it, at its end, an ending.
static inline int sutra_path_has(const char *_Nonnull path, const char *_Nonnull part, const char *_Nonnull ending) {
  const char *found = strstr(path, part);
  if (!found) return 0;
  size_t rest = strlen(found + strlen(part)), length = strlen(ending);
  return rest >= length && strcmp(path + strlen(path) - length, ending) == 0;
}

#endif
