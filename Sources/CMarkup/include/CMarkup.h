#ifndef SUTRA_CMARKUP_H
#define SUTRA_CMARKUP_H

#include <stddef.h>
#include <stdint.h>

// A web page as flat lists, read by libxml2, which is loaded when the first page is opened.
//
// libxml2's own tree loses text below a depth of 256, so its events are taken instead and kept in
// lists that have no depth: a node stands before its descendants, and `end` says where those end.

enum {
  sutra_markup_ok = 0,
  // libxml2 is not installed.
  sutra_markup_no_library = 1,
  // There was no memory.
  sutra_markup_no_memory = 2,

  // Most attributes of a tag that are read.
  sutra_markup_most_attributes = 64,
  // What a text is set in.
  sutra_markup_bold = 1,
  sutra_markup_slanted = 2,
};

// An element, or a run of text (`name` is -1). Elements that only set words off have none, and the text in them says so.
typedef struct {
  int16_t name;
  // Element: how many attributes it has. Text: what it is set in.
  uint16_t count;
  int32_t parent;
  // Element: one past its last descendant. Text: how many bytes it has.
  int32_t end;
  // Element: its first attribute. Text: where it stands in the characters.
  uint32_t first;
} sutra_markup_node;

typedef struct {
  int32_t name;
  uint32_t value;
  uint32_t length;
} sutra_markup_attribute;

typedef struct {
  sutra_markup_node *nodes;
  size_t node_count;
  sutra_markup_attribute *attributes;
  size_t attribute_count;
  // Texts and attribute values, UTF-8.
  char *characters;
  size_t character_count;
  // Names of elements and attributes, each ended by 0.
  char *names;
  size_t name_bytes;
  size_t name_count;
  // Attributes beyond the limit of one tag, left out.
  size_t attributes_left_out;
} sutra_markup;

// Reads a page of valid UTF-8, without its programs and styles.
int sutra_markup_read(const char *bytes, size_t length, sutra_markup *out);
void sutra_markup_free(sutra_markup *markup);
// Gives the characters back before the rest, so that a large page is not there twice.
void sutra_markup_free_characters(sutra_markup *markup);

// Whether bytes hold others, in time that grows with their number.
int sutra_holds(const void *text, size_t length, const void *word, size_t word_length);


#endif
