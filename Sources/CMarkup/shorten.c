#define _GNU_SOURCE
#include "shorten.h"

#include <string.h>
#include <strings.h>

// Whether an attribute is one that `PageKey` of SutraInput reads.
static int is_kept(const char *name, size_t length) {
  static const char *const kept[] = {"aria-hidden", "class", "content", "datetime", "hidden", "href", "id",
                                     "itemprop",    "lang",  "media",   "name",     "property", "rel",  "role",
                                     "src",         "style", "type",    "xml:lang"};
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
    // The length first: a comparison ends at a NUL, which a name may hold.
    if (kept[i][0] == (name[0] | 0x20) && strlen(kept[i]) == length && !strncasecmp(kept[i], name, length)) return 1;
  return 0;
}

// Where a page is read, and what is written of it.
struct copying {
  const char *at, *end;
  char *to;
  size_t most_attributes, left_out;
  // Whether a closing mark is still to come: looked for once in vain, it is not looked for again.
  int ends_comment, ends_value[2];
};

static int is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
static int is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

static int begins(const char *at, const char *end, const char *word) {
  size_t length = strlen(word);
  return (size_t)(end - at) >= length && !strncasecmp(at, word, length);
}

// Copies text; of blanks behind each other the first one counts.
static void copy_text(struct copying *c, const char *end) {
  while (c->at < end) {
    char one = *c->at++;
    *c->to++ = one;
    if (is_blank(one))
      while (c->at < end && is_blank(*c->at)) c->at++;
  }
}

static void copy(struct copying *c, const char *from, const char *to) {
  memcpy(c->to, from, (size_t)(to - from));
  c->to += to - from;
}

// What stands behind the sign of equality, marks included; an opening mark that nothing closes is passed over.
static const char *value_end(struct copying *c) {
  if (c->at < c->end && (*c->at == '"' || *c->at == '\'')) {
    int *ends = &c->ends_value[*c->at == '"'];
    const char *close = *ends ? memchr(c->at + 1, *c->at, (size_t)(c->end - c->at) - 1) : NULL;
    *ends = close != NULL;
    if (close) return close + 1;
    c->at++;
  }
  const char *stop = c->at;
  while (stop < c->end && !is_blank(*stop) && *stop != '>') stop++;
  return stop;
}

// Copies the attribute that begins here, behind a blank where it was parted from what stands before it.
static void copy_attribute(struct copying *c, size_t number, int is_parted) {
  const char *name = c->at;
  while (c->at < c->end && !is_blank(*c->at) && *c->at != '=' && *c->at != '>' && *c->at != '/') c->at++;
  const char *name_end = c->at;
  const char *next = c->at;
  while (next < c->end && is_blank(*next)) next++;
  const char *value = NULL, *end = NULL;
  if (next < c->end && *next == '=') {
    c->at = next + 1;
    while (c->at < c->end && is_blank(*c->at)) c->at++;
    end = value_end(c);
    value = c->at;
    c->at = end;
  }
  // A sign of equality without a name.
  if (name == name_end) return;
  if (number > c->most_attributes) {
    c->left_out++;
    return;
  }
  if (!is_kept(name, (size_t)(name_end - name))) return;
  if (is_parted) *c->to++ = ' ';
  copy(c, name, name_end);
  if (value) {
    *c->to++ = '=';
    copy(c, value, end);
  }
}

// Whether a script holds data and no program: its tag says so, or its first brace opens an object, be it in a string.
static int is_data(const char *tag, const char *tag_end, const char *end) {
  if (memmem(tag, (size_t)(tag_end - tag), "json", 4)) return 1;
  // A piece of what Next.js sends while the page is loaded; it may be no more than words.
  size_t head = (size_t)(end - tag_end) < 120 ? (size_t)(end - tag_end) : 120;
  if (memmem(tag_end, head, "__next_f", 8)) return 1;
  const char *brace = memchr(tag_end, '{', (size_t)(end - tag_end));
  if (!brace) return 0;
  while (++brace < end && is_blank(*brace)) continue;
  return brace < end && (*brace == '"' || *brace == '\\');
}

// What stands in a script or a style, where no tag begins but its own end.
static void copy_raw(struct copying *c, const char *tag, const char *close) {
  const char *start = c->at, *stop = c->at;
  while (stop < c->end && !begins(stop, c->end, close)) {
    const char *next = memchr(stop + 1, '<', (size_t)(c->end - stop) - 1);
    stop = next ? next : c->end;
  }
  if (close[3] == 'c' && is_data(tag, start, stop)) copy(c, start, stop);
  c->at = stop;
}

static void copy_tag(struct copying *c) {
  const char *tag = c->at;
  size_t count = 0;
  c->at++;
  while (c->at < c->end && !is_blank(*c->at) && *c->at != '>' && *c->at != '/') c->at++;
  const char *name_end = c->at;
  copy(c, tag, name_end);
  int is_parted = 0;
  while (c->at < c->end && *c->at != '>') {
    if (*c->at == '/' && c->at + 1 < c->end && c->at[1] == '>') {
      *c->to++ = *c->at++;
    } else if (*c->at == '/' || is_blank(*c->at)) {
      is_parted = 1;
      c->at++;
    } else {
      copy_attribute(c, ++count, is_parted);
      is_parted = 0;
    }
  }
  if (c->at < c->end) {
    *c->to++ = '>';
    c->at++;
  }
  size_t length = (size_t)(name_end - tag);
  if (length == 7 && begins(tag, name_end, "<script")) copy_raw(c, tag, "</script");
  if (length == 6 && begins(tag, name_end, "<style")) copy_raw(c, tag, "</style");
}

size_t sutra_shorten(const char *bytes, size_t length, size_t most_attributes, char *out, size_t *left_out) {
  struct copying c = {.at = bytes, .end = bytes + length, .to = out, .most_attributes = most_attributes,
                      .ends_comment = 1, .ends_value = {1, 1}};
  memcpy(out, "\xEF\xBB\xBF", 3);
  c.to += 3;
  while (c.at < c.end) {
    const char *tag = memchr(c.at, '<', (size_t)(c.end - c.at));
    if (!tag) tag = c.end;
    copy_text(&c, tag);
    if (tag == c.end) break;
    if (begins(tag, c.end, "<!--")) {
      const char *close = c.ends_comment ? memmem(tag + 2, (size_t)(c.end - tag) - 2, "-->", 3) : NULL;
      c.ends_comment = close != NULL;
      c.at = close ? close + 3 : tag + 4;
    } else if (tag + 1 < c.end && is_letter(tag[1])) {
      copy_tag(&c);
    } else {
      *c.to++ = *c.at++;
    }
  }
  size_t made = (size_t)(c.to - out);
  for (char *nul = memchr(out, 0, made); nul; nul = memchr(nul, 0, made - (size_t)(nul - out))) *nul = ' ';
  *left_out = c.left_out;
  return made;
}
