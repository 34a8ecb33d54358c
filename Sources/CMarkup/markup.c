#define _GNU_SOURCE
#include "CLoading.h"
#include "CMarkup.h"
#include "shorten.h"

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

// An element that is not closed yet.
struct opened {
  // The number of its node; of one that has none that of the nearest around it.
  int32_t node;
  // What it and those around it make of its text.
  uint8_t looks;
  uint8_t has_node;
};

struct builder {
  sutra_markup *m;
  size_t node_capacity, attribute_capacity, character_capacity, name_capacity;
  struct opened *open;
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

// An element that stands within a line.
struct phrase {
  const char *name;
  // What it makes of its text.
  uint8_t looks;
  // Whether it says something even where it has no attributes.
  uint8_t is_node;
};

// What stands within a line by its name; NULL for all others, in which nothing around them sets text off.
static const struct phrase *phrase_of(const char *name) {
  static const struct phrase phrases[] = {
      {"a", 0, 1},      {"abbr", 0, 0}, {"b", sutra_markup_bold, 0},     {"big", 0, 0},
      {"cite", 0, 0},   {"code", 0, 0}, {"del", 0, 0},                   {"em", sutra_markup_slanted, 0},
      {"font", 0, 0},   {"ins", 0, 0},  {"i", sutra_markup_slanted, 0},  {"kbd", 0, 0},
      {"label", 0, 0},  {"mark", 0, 0}, {"q", 0, 1},                     {"s", 0, 0},
      {"samp", 0, 0},   {"small", 0, 0}, {"span", 0, 0},                 {"strong", sutra_markup_bold, 0},
      {"sub", 0, 0},    {"sup", 0, 0},  {"time", 0, 1},                  {"tt", 0, 0},
      {"u", 0, 0}};
  for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
    if (phrases[i].name[0] == name[0] && !strcmp(phrases[i].name, name)) return &phrases[i];
  return NULL;
}

static void add_attributes(struct builder *b, sutra_markup_node *node, const xmlChar **attributes) {
  sutra_markup *m = b->m;
  for (; attributes && attributes[0] && node->count < sutra_markup_most_attributes; attributes += 2) {
    const char *value = (const char *)attributes[1];
    size_t length = value ? strlen(value) : 0;
    ROOM(m->attributes, m->attribute_count, b->attribute_capacity, 1);
    sutra_markup_attribute attribute = {.name = number_of(b, (const char *)attributes[0]),
                                        .value = (uint32_t)m->character_count,
                                        .length = (uint32_t)length};
    if (length) add_characters(b, value, length);
    if (b->failed) return;
    m->attributes[m->attribute_count++] = attribute;
    node->count++;
  }
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  struct builder *b = context;
  if (b->failed) return;
  sutra_markup *m = b->m;
  ROOM(b->open, b->open_count, b->open_capacity, 1);
  const struct opened *around = b->open_count ? &b->open[b->open_count - 1] : NULL;
  const struct phrase *phrase = phrase_of((const char *)name);
  struct opened opened = {.node = around ? around->node : -1,
                          .looks = phrase ? (around ? around->looks : 0) | phrase->looks : 0};
  sutra_markup_node node = {.name = -1, .parent = opened.node, .end = -1, .first = (uint32_t)m->attribute_count};
  add_attributes(b, &node, attributes);
  if (b->failed) return;
  // What only sets words off is told by the text in it, so that a page of many such is not many times as large.
  if (!phrase || phrase->is_node || node.count) {
    ROOM(m->nodes, m->node_count, b->node_capacity, 1);
    node.name = (int16_t)number_of(b, (const char *)name);
    if (b->failed) return;
    opened.node = (int32_t)m->node_count;
    opened.has_node = 1;
    m->nodes[m->node_count++] = node;
  }
  b->open[b->open_count++] = opened;
}

static void on_end(void *context, const xmlChar *name) {
  struct builder *b = context;
  (void)name;
  if (b->failed || !b->open_count) return;
  struct opened *opened = &b->open[--b->open_count];
  if (opened->has_node) b->m->nodes[opened->node].end = (int32_t)b->m->node_count;
}

static void on_text(void *context, const xmlChar *text, int length) {
  struct builder *b = context;
  if (b->failed || length <= 0) return;
  sutra_markup *m = b->m;
  const struct opened *around = b->open_count ? &b->open[b->open_count - 1] : NULL;
  int32_t parent = around ? around->node : -1;
  uint8_t looks = around ? around->looks : 0;
  // Runs of one text come in pieces.
  if (m->node_count) {
    sutra_markup_node *last = &m->nodes[m->node_count - 1];
    if (last->name == -1 && last->parent == parent && last->count == looks &&
        last->first + (uint32_t)last->end == m->character_count) {
      add_characters(b, (const char *)text, (size_t)length);
      if (!b->failed) last->end += length;
      return;
    }
  }
  ROOM(m->nodes, m->node_count, b->node_capacity, 1);
  sutra_markup_node node = {
      .name = -1, .count = looks, .parent = parent, .end = length, .first = (uint32_t)m->character_count};
  add_characters(b, (const char *)text, (size_t)length);
  if (!b->failed) m->nodes[m->node_count++] = node;
}

int sutra_markup_read(const char *bytes, size_t length, sutra_markup *out) {
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
  size_t made = sutra_shorten(bytes, length, sutra_markup_most_attributes, copy, &out->attributes_left_out);
  copy[made] = 0;
  htmlParserCtxtPtr context = library.create(copy, (int)made);
  // The parser has a copy of its own.
  free(copy);
  if (!context) {
    free(b);
    return sutra_markup_no_memory;
  }
  // All that is kept of a page is hardly longer than it; where there is no room for that, it grows as it needs.
  out->characters = malloc(made);
  if (out->characters) b->character_capacity = made;
  // Nothing is loaded, and what the page says of its encoding has been heard before.
  library.use_options(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  htmlSAXHandler events = {.startElement = on_start, .endElement = on_end, .characters = on_text,
                           .ignorableWhitespace = on_text, .cdataBlock = on_text};
  *context->sax = events;
  context->userData = b;
  library.parse(context);
  library.release(context);
  while (b->open_count && !b->failed) on_end(b, NULL);
  int failed = b->failed;
  free(b->open);
  free(b);
  if (failed) {
    sutra_markup_free(out);
    return sutra_markup_no_memory;
  }
  return sutra_markup_ok;
}

int sutra_holds(const void *text, size_t length, const void *word, size_t word_length) {
  return memmem(text, length, word, word_length) != NULL;
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
