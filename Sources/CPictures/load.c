#include "libraries.h"

#include "CLoading.h"
#include "CPictures.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define SUTRA_DEFINE(name) __typeof__(name) *lib_##name;
SUTRA_ALL(SUTRA_DEFINE)

#define SUTRA_ENTRY(name) {(void **)&lib_##name, #name},

static const char *missing;
static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT};
static pthread_once_t once = PTHREAD_ONCE_INIT;

/// Loads a library and finds its functions; 1 when all of them are there.
#define LOAD(library, LIST) \
  (SUTRA_LOAD(library, NULL, 0, LIST(SUTRA_ENTRY)) || (missing = library, 0))

/// Reads the settings of fonts, which takes some milliseconds, while the other libraries are loaded.
static void *read_settings(void *unused) {
  (void)unused;
  lib_FcInit();
  return NULL;
}

/// Begins that; whether there is a thread to wait for.
static int begin_settings(pthread_t *thread) {
  sigset_t all, before;
  // Signals are the reader's, but for those of a fault.
  sigfillset(&all);
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) sigdelset(&all, faults[i]);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  int failed = pthread_create(thread, NULL, read_settings, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return !failed;
}

static void load_all(void) {
  if (!LOAD("libfontconfig.so.1", SUTRA_FONTCONFIG)) return;
  pthread_t settings;
  int is_begun = begin_settings(&settings);
  (void)(LOAD("libpangocairo-1.0.so.0", SUTRA_PANGOCAIRO) &&
         LOAD("libpango-1.0.so.0", SUTRA_PANGO) && LOAD("libcairo.so.2", SUTRA_CAIRO) &&
         LOAD("libgobject-2.0.so.0", SUTRA_OBJECT) && LOAD("libz.so.1", SUTRA_ZLIB));
  // Pango reads the settings as well; two at a time would each read all of them.
  if (is_begun) pthread_join(settings, NULL);
}

const char *sutra_pictures_load(void) {
  pthread_once(&once, load_all);
  return missing;
}

void sutra_pictures_free(void *memory) { free(memory); }

char *sutra_fonts_of(const char *language) {
  if (sutra_pictures_load() != NULL) return NULL;
  FcPattern *pattern = lib_FcPatternCreate();
  FcLangSet *languages = lib_FcLangSetCreate();
  lib_FcLangSetAdd(languages, (const FcChar8 *)language);
  lib_FcPatternAddLangSet(pattern, FC_LANG, languages);
  FcObjectSet *objects = lib_FcObjectSetBuild(FC_FAMILY, (char *)NULL);
  FcFontSet *fonts = lib_FcFontList(NULL, pattern, objects);
  // A machine may have thousands of fonts; a report names some.
  static const size_t most = 4096;
  char *names = fonts != NULL && fonts->nfont > 0 ? calloc(1, most) : NULL;
  for (int i = 0; names != NULL && i < fonts->nfont; i++) {
    FcChar8 *name = NULL;
    if (lib_FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &name) != FcResultMatch) continue;
    size_t used = strlen(names), length = strlen((const char *)name);
    if (used + length + 2 > most) break;
    memcpy(names + used, name, length);
    names[used + length] = '\n';
  }
  if (fonts != NULL) lib_FcFontSetDestroy(fonts);
  lib_FcObjectSetDestroy(objects);
  lib_FcLangSetDestroy(languages);
  lib_FcPatternDestroy(pattern);
  return names;
}
