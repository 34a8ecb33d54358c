#ifndef SUTRA_RESOURCES_H
#define SUTRA_RESOURCES_H

#include <stddef.h>

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

#endif
