#define _GNU_SOURCE
#include "CLoading.h"
#include "CMarkup.h"

#include <libxml/HTMLparser.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// The functions of libxml2 that are used, found when the first page is read.
static struct {
  htmlParserCtxtPtr (*create)(const char *, int);
  int (*use_options)(htmlParserCtxtPtr, int);
  int (*parse)(htmlParserCtxtPtr);
  void (*release)(htmlParserCtxtPtr);
  int is_there;
} library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void (*prepare)(void);
  library.is_there = SUTRA_LOAD(
      "libxml2.so.2", NULL, 0, {(void **)&library.create, "htmlCreateMemoryParserCtxt"},
      {(void **)&library.use_options, "htmlCtxtUseOptions"}, {(void **)&library.parse, "htmlParseDocument"},
      {(void **)&library.release, "htmlFreeParserCtxt"}, {(void **)&prepare, "xmlInitParser"});
  // Two threads whose first pages come at the same time would wait for each other forever.
  if (library.is_there) prepare();
}

// A list that grows twofold.
#define ROOM(list, count, capacity, wanted)                                   \
  do {                                                                        \
    if ((count) + (wanted) > (capacity)) {                                    \
      size_t larger = (capacity) ? (capacity) * 2 : 1024;                     \
      while (larger < (count) + (wanted)) larger *= 2;                        \
      void *moved = realloc((list), larger * sizeof *(list));                 \
      if (!moved) {                                                           \
        b->failed = 1;                                                        \
        return;                                                               \
      }                                                                       \
      (list) = moved;                                                         \
      (capacity) = larger;                                                    \
    }                                                                         \
  } while (0)

enum { most_names = 1024, name_slots = 4096, longest_name = 64 };

struct builder {
  sutra_markup *m;
  size_t node_capacity, attribute_capacity, character_capacity, name_capacity;
  int32_t *open;
  size_t open_count, open_capacity;
  uint32_t name_at[name_slots];
  int32_t name_number[name_slots];
  int failed;
};

// The number of a name; names beyond the most are all the same one.
static int32_t number_of(struct builder *b, const char *name) {
  size_t length = strlen(name);
  if (length >= longest_name) {
    name = "x-other";
    length = 7;
  }
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)name[i]) * 16777619u;
  size_t slot = hash & (name_slots - 1);
  while (b->name_number[slot]) {
    if (!strcmp(b->m->names + b->name_at[slot], name)) return b->name_number[slot] - 1;
    slot = (slot + 1) & (name_slots - 1);
  }
  if (b->m->name_count >= most_names) return -2;
  size_t needed = b->m->name_bytes + length + 1;
  if (needed > b->name_capacity) {
    size_t larger = needed * 2 + 1024;
    char *moved = realloc(b->m->names, larger);
    if (!moved) {
      b->failed = 1;
      return -2;
    }
    b->m->names = moved;
    b->name_capacity = larger;
  }
  b->name_at[slot] = (uint32_t)b->m->name_bytes;
  memcpy(b->m->names + b->m->name_bytes, name, length + 1);
  b->m->name_bytes = needed;
  b->m->name_count++;
  b->name_number[slot] = (int32_t)b->m->name_count;
  return b->name_number[slot] - 1;
}

static void add_characters(struct builder *b, const char *text, size_t length) {
  ROOM(b->m->characters, b->m->character_count, b->character_capacity, length);
  memcpy(b->m->characters + b->m->character_count, text, length);
  b->m->character_count += length;
}

// Attributes that say something of an article's parts; the others are not kept.
static int is_kept(const char *name) {
  static const char *const kept[] = {
      "alt",     "aria-hidden", "charset",  "cite",  "class",   "content", "data-component", "data-testid", "datetime",
      "hidden",  "href",        "http-equiv", "id",  "itemprop", "itemtype", "lang",  "media", "name",  "property",
      "rel",     "role",        "src",      "style", "title",   "type",    "value",   "xml:lang", "data-type", "data-name", "aria-label", "data-testid"};
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
    if (kept[i][0] == name[0] && !strcmp(kept[i], name)) return 1;
  return 0;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  struct builder *b = context;
  if (b->failed) return;
  sutra_markup *m = b->m;
  ROOM(m->nodes, m->node_count, b->node_capacity, 1);
  ROOM(b->open, b->open_count, b->open_capacity, 1);
  sutra_markup_node node = {.name = number_of(b, (const char *)name),
                            .parent = b->open_count ? b->open[b->open_count - 1] : -1,
                            .end = -1,
                            .first = (uint32_t)m->attribute_count,
                            .count = 0};
  if (b->failed) return;
  int32_t here = (int32_t)m->node_count;
  m->nodes[m->node_count++] = node;
  b->open[b->open_count++] = here;
  for (; attributes && attributes[0]; attributes += 2) {
    const char *key = (const char *)attributes[0];
    const char *value = (const char *)attributes[1];
    if (!is_kept(key)) continue;
    size_t length = value ? strlen(value) : 0;
    ROOM(m->attributes, m->attribute_count, b->attribute_capacity, 1);
    sutra_markup_attribute attribute = {
        .name = number_of(b, key), .value = (uint32_t)m->character_count, .length = (uint32_t)length};
    if (length) add_characters(b, value, length);
    if (b->failed) return;
    m->attributes[m->attribute_count++] = attribute;
    m->nodes[here].count++;
  }
}

static void on_end(void *context, const xmlChar *name) {
  struct builder *b = context;
  (void)name;
  if (b->failed || !b->open_count) return;
  b->m->nodes[b->open[--b->open_count]].end = (int32_t)b->m->node_count;
}

static void on_text(void *context, const xmlChar *text, int length) {
  struct builder *b = context;
  if (b->failed || length <= 0) return;
  sutra_markup *m = b->m;
  int32_t parent = b->open_count ? b->open[b->open_count - 1] : -1;
  // Runs of one text come in pieces.
  if (m->node_count) {
    sutra_markup_node *last = &m->nodes[m->node_count - 1];
    if (last->name == -1 && last->parent == parent && last->first + last->count == m->character_count) {
      add_characters(b, (const char *)text, (size_t)length);
      if (!b->failed) last->count += (uint32_t)length;
      return;
    }
  }
  ROOM(m->nodes, m->node_count, b->node_capacity, 1);
  sutra_markup_node node = {.name = -1,
                            .parent = parent,
                            .end = (int32_t)m->node_count + 1,
                            .first = (uint32_t)m->character_count,
                            .count = (uint32_t)length};
  add_characters(b, (const char *)text, (size_t)length);
  if (!b->failed) m->nodes[m->node_count++] = node;
}

static int begins(const char *at, const char *end, const char *word) {
  size_t length = strlen(word);
  return (size_t)(end - at) >= length && !strncasecmp(at, word, length);
}

// A copy of the page behind a byte order mark, without NUL and without the attributes of a tag beyond the most:
// libxml2 compares each attribute with all before it. Returns the length.
static size_t prepare(const char *bytes, size_t length, size_t most, char *out, size_t *left_out) {
  const char *at = bytes, *end = bytes + length;
  char *to = out;
  // Whether a closing mark is still to come: looked for once in vain, it is not looked for again.
  int ends_comment = 1, ends_value[2] = {1, 1};
  memcpy(to, "\xEF\xBB\xBF", 3);
  to += 3;
  while (at < end) {
    const char *tag = memchr(at, '<', (size_t)(end - at));
    size_t plain = tag ? (size_t)(tag - at) : (size_t)(end - at);
    memcpy(to, at, plain);
    to += plain;
    at += plain;
    if (at >= end) break;
    if (begins(at, end, "<!--")) {
      const char *close = ends_comment ? memmem(at + 2, (size_t)(end - at) - 2, "-->", 3) : NULL;
      ends_comment = close != NULL;
      size_t whole = close ? (size_t)(close + 3 - at) : 4;
      memcpy(to, at, whole);
      to += whole;
      at += whole;
      continue;
    }
    if (at + 1 >= end || !((at[1] | 0x20) >= 'a' && (at[1] | 0x20) <= 'z')) {
      *to++ = *at++;
      continue;
    }
    const char *raw = begins(at, end, "<script") ? "</script" : begins(at, end, "<style") ? "</style" : NULL;
    size_t count = 0;
    int keeps = 1;
    while (at < end && *at != '>') {
      if (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r' || *at == '\f') {
        if (at + 1 < end && at[1] != ' ' && at[1] != '\n' && at[1] != '\t' && at[1] != '=' && at[1] != '>') {
          keeps = ++count <= most;
          if (!keeps) ++*left_out;
        }
      } else if ((*at == '"' || *at == '\'') && at[-1] == '=') {
        int *ends = &ends_value[*at == '"'];
        const char *close = *ends ? memchr(at + 1, *at, (size_t)(end - at) - 1) : NULL;
        *ends = close != NULL;
        if (close) {
          if (keeps) {
            memcpy(to, at, (size_t)(close - at));
            to += close - at;
          }
          at = close;
        }
      }
      if (keeps) *to++ = *at;
      at++;
    }
    if (raw) {
      while (at < end && !(*at == '<' && begins(at, end, raw))) {
        const char *next = memchr(at + 1, '<', (size_t)(end - at) - 1);
        if (!next) next = end;
        memcpy(to, at, (size_t)(next - at));
        to += next - at;
        at = next;
      }
    }
  }
  size_t made = (size_t)(to - out);
  for (char *nul = memchr(out, 0, made); nul; nul = memchr(nul, 0, made - (size_t)(nul - out))) *nul = ' ';
  return made;
}

int sutra_markup_read(const char *bytes, size_t length, size_t most_attributes, sutra_markup *out) {
  memset(out, 0, sizeof *out);
  pthread_once(&once, load);
  if (!library.is_there) return sutra_markup_no_library;
  struct builder *b = calloc(1, sizeof *b);
  char *copy = malloc(length + 4);
  if (!b || !copy || length > INT32_MAX - 4) {
    free(b);
    free(copy);
    return sutra_markup_no_memory;
  }
  b->m = out;
  size_t made = prepare(bytes, length, most_attributes, copy, &out->attributes_left_out);
  copy[made] = 0;
  htmlParserCtxtPtr context = library.create(copy, (int)made);
  // The parser has a copy of its own.
  free(copy);
  if (!context) {
    free(b);
    return sutra_markup_no_memory;
  }
  // Nothing is loaded, and what the page says of its encoding has been heard before.
  library.use_options(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  htmlSAXHandler events = {.startElement = on_start, .endElement = on_end, .characters = on_text,
                           .ignorableWhitespace = on_text, .cdataBlock = on_text};
  *context->sax = events;
  context->userData = b;
  library.parse(context);
  library.release(context);
  while (b->open_count) b->m->nodes[b->open[--b->open_count]].end = (int32_t)b->m->node_count;
  int failed = b->failed;
  free(b->open);
  free(b);
  if (failed) {
    sutra_markup_free(out);
    return sutra_markup_no_memory;
  }
  return sutra_markup_ok;
}

void sutra_markup_free_characters(sutra_markup *markup) {
  free(markup->characters);
  markup->characters = NULL;
}

void sutra_markup_free(sutra_markup *markup) {
  free(markup->nodes);
  free(markup->attributes);
  free(markup->characters);
  free(markup->names);
  memset(markup, 0, sizeof *markup);
}
