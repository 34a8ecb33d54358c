#include "CLoading.h"

#include <dlfcn.h>
#include <stdio.h>

int sutra_load(
    const char *library, const struct sutra_function *functions, size_t count, char *trouble, size_t room) {
  // What a library calls is found when it is called: libxml2 alone brings thousands of functions that no page needs.
  void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  if (!handle) {
    const char *why = dlerror();
    if (trouble) snprintf(trouble, room, "%s", why ? why : "not found");
    return 0;
  }
  for (size_t i = 0; i < count; i++) {
    if ((*functions[i].pointer = dlsym(handle, functions[i].name))) continue;
    if (trouble) snprintf(trouble, room, "it is too old: no %s", functions[i].name);
    return 0;
  }
  return 1;
}
