#include "libraries.h"

#include "CPictures.h"

#include <stdlib.h>
#include <string.h>

struct sutra_font {
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *description;
  /// The size in pixels, times PANGO_SCALE.
  int size;
  int height;
  int baseline;
  char family[128];
};

static void set_size(sutra_font *font, int size) {
  font->size = size;
  lib_pango_font_description_set_absolute_size(font->description, size);
  lib_pango_layout_set_font_description(font->layout, font->description);
}

/// How far letters reach above and below the line they stand on, in units of Pango.
static void reach(sutra_font *font, const char *letters, int *above, int *below) {
  PangoRectangle ink;
  lib_pango_layout_set_attributes(font->layout, NULL);
  lib_pango_layout_set_text(font->layout, letters, -1);
  lib_pango_layout_line_get_extents(lib_pango_layout_get_line_readonly(font->layout, 0), &ink, NULL);
  *above = -ink.y;
  *below = ink.y + ink.height;
}

static int up(int units) { return (units + PANGO_SCALE - 1) / PANGO_SCALE; }

/// Chooses the size and the line that letters stand on, so that the tallest stay in the row.
static void fit(sutra_font *font, const char *tallest) {
  int above, below;
  // Outlines grow with the size, so one size tells which others may do. Fonts are looked for anew at
  // each, which takes milliseconds: the first is what most fonts need, and what cannot fit is not tried.
  const int half = PANGO_SCALE / 2;
  const int first = (int)((int64_t)font->height * PANGO_SCALE * 5 / 8 / half) * half;
  set_size(font, first);
  reach(font, tallest, &above, &below);
  int64_t high = above, low = below;
  int whole = above + below > 0 ? above + below : first;
  int64_t size = (int64_t)font->height * PANGO_SCALE * first / whole / half * half + half;
  while (size > 2 * PANGO_SCALE &&
         up((int)(high * size / first)) + up((int)(low * size / first)) > font->height)
    size -= half;
  for (; size > 2 * PANGO_SCALE; size -= half) {
    if (size != font->size) {
      set_size(font, (int)size);
      reach(font, tallest, &above, &below);
    }
    if (up(above) + up(below) <= font->height) break;
  }
  int spare = font->height - up(above) - up(below);
  font->baseline = up(above) + (spare > 0 ? spare / 2 : 0);
}

sutra_font *sutra_font_open(
  const char *families, const char *language, const char *tallest, int height
) {
  if (sutra_pictures_load() != NULL || height < 4) return NULL;
  sutra_font *font = calloc(1, sizeof *font);
  if (font == NULL) return NULL;
  font->height = height;
  font->map = lib_pango_cairo_font_map_new();
  font->context = lib_pango_font_map_create_context(font->map);
  lib_pango_context_set_language(font->context, lib_pango_language_from_string(language));
  lib_pango_context_set_base_dir(font->context, PANGO_DIRECTION_LTR);
  // Gray edges on every screen: which way its colours lie in a pixel nobody tells.
  cairo_font_options_t *options = lib_cairo_font_options_create();
  lib_cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  lib_cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
  lib_cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON);
  lib_pango_cairo_context_set_font_options(font->context, options);
  lib_cairo_font_options_destroy(options);
  font->description = lib_pango_font_description_new();
  lib_pango_font_description_set_family(font->description, families);
  font->layout = lib_pango_layout_new(font->context);
  lib_pango_layout_set_auto_dir(font->layout, FALSE);
  lib_pango_layout_set_single_paragraph_mode(font->layout, TRUE);
  fit(font, tallest);
  lib_pango_layout_set_text(font->layout, tallest, -1);
  if (lib_pango_layout_get_unknown_glyphs_count(font->layout) > 0) {
    sutra_font_close(font);
    return NULL;
  }
  return font;
}

void sutra_font_close(sutra_font *font) {
  if (font == NULL) return;
  lib_g_object_unref(font->layout);
  lib_g_object_unref(font->context);
  lib_g_object_unref(font->map);
  lib_pango_font_description_free(font->description);
  free(font);
}

int sutra_font_size(const sutra_font *font) { return font->size / (PANGO_SCALE / 64); }

int sutra_font_baseline(const sutra_font *font) { return font->baseline; }

const char *sutra_font_family(sutra_font *font, const char *letters) {
  lib_pango_layout_set_attributes(font->layout, NULL);
  lib_pango_layout_set_text(font->layout, letters, -1);
  PangoLayoutLine *line = lib_pango_layout_get_line_readonly(font->layout, 0);
  if (line == NULL || line->runs == NULL) return NULL;
  PangoLayoutRun *run = line->runs->data;
  PangoFontDescription *found = lib_pango_font_describe(run->item->analysis.font);
  const char *name = lib_pango_font_description_get_family(found);
  size_t length = name == NULL ? 0 : strnlen(name, sizeof font->family - 1);
  if (name != NULL) memcpy(font->family, name, length);
  font->family[length] = 0;
  lib_pango_font_description_free(found);
  return length > 0 ? font->family : NULL;
}

/// The room that the glyphs of a cluster take.
static int cluster_width(const PangoGlyphItemIter *cluster, int *low, int *high) {
  int first = cluster->start_glyph, last = cluster->end_glyph;
  // From right to left the iterator goes backwards.
  *low = first <= last ? first : last + 1;
  *high = first <= last ? last : first + 1;
  int width = 0;
  for (int i = *low; i < *high; i++) width += cluster->glyph_item->glyphs->glyphs[i].geometry.width;
  return width;
}

void sutra_font_measure(sutra_font *font, const char *text, int length, int32_t *advances) {
  memset(advances, 0, sizeof *advances * (size_t)length);
  lib_pango_layout_set_attributes(font->layout, NULL);
  lib_pango_layout_set_text(font->layout, text, length);
  PangoLayoutLine *line = lib_pango_layout_get_line_readonly(font->layout, 0);
  if (line == NULL) return;
  for (GSList *item = line->runs; item != NULL; item = item->next) {
    PangoGlyphItemIter cluster;
    gboolean has = lib_pango_glyph_item_iter_init_start(&cluster, item->data, text);
    for (; has; has = lib_pango_glyph_item_iter_next_cluster(&cluster)) {
      int low, high;
      int width = (cluster_width(&cluster, &low, &high) + PANGO_SCALE / 2) / PANGO_SCALE;
      if (cluster.start_index >= 0 && cluster.start_index < length)
        advances[cluster.start_index] += width;
    }
  }
}

/// Gives the clusters of a run the room that other letters would take there, each in the middle of
/// its own.
static void take_room(
  PangoLayoutRun *run, const char *text, int length, const int32_t *advances
) {
  PangoGlyphItemIter cluster;
  gboolean has = lib_pango_glyph_item_iter_init_start(&cluster, run, text);
  for (; has; has = lib_pango_glyph_item_iter_next_cluster(&cluster)) {
    int low, high;
    int width = cluster_width(&cluster, &low, &high);
    int wanted = 0;
    for (int i = cluster.start_index; i < cluster.end_index && i < length; i++)
      wanted += advances[i];
    int change = wanted * PANGO_SCALE - width;
    if (change == 0 || low >= high) continue;
    PangoGlyphInfo *glyphs = cluster.glyph_item->glyphs->glyphs;
    // Whole pixels, as all other places of letters.
    int shift = change / 2 / PANGO_SCALE * PANGO_SCALE;
    for (int i = low; i < high; i++) glyphs[i].geometry.x_offset += shift;
    glyphs[high - 1].geometry.width += change;
  }
}

static void insert(PangoAttrList *list, PangoAttribute *attribute, const struct sutra_stretch *on) {
  attribute->start_index = (guint)on->start;
  attribute->end_index = (guint)on->end;
  lib_pango_attr_list_insert(list, attribute);
}

static PangoAttrList *attributes(const struct sutra_stretch *stretches, int count) {
  PangoAttrList *list = lib_pango_attr_list_new();
  for (int i = 0; i < count; i++) {
    const struct sutra_stretch *on = &stretches[i];
    insert(list, lib_pango_attr_foreground_new(
      (guint16)((on->color >> 16 & 255) * 257), (guint16)((on->color >> 8 & 255) * 257),
      (guint16)((on->color & 255) * 257)), on);
    if (on->looks & SUTRA_LOOK_BOLD) insert(list, lib_pango_attr_weight_new(PANGO_WEIGHT_BOLD), on);
    if (on->looks & SUTRA_LOOK_ITALIC) insert(list, lib_pango_attr_style_new(PANGO_STYLE_ITALIC), on);
    if (on->looks & SUTRA_LOOK_UNDERLINE)
      insert(list, lib_pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), on);
  }
  return list;
}

static uint32_t looks_at(const struct sutra_stretch *stretches, int count, int offset) {
  for (int i = 0; i < count; i++)
    if (stretches[i].start <= offset && offset < stretches[i].end) return stretches[i].looks;
  return 0;
}

void sutra_font_draw(
  sutra_font *font, uint32_t *pixels, int width, int height, int x, const char *text, int length,
  const struct sutra_stretch *stretches, int count, const int32_t *advances, int clip_start,
  int clip_end
) {
  cairo_surface_t *surface = lib_cairo_image_surface_create_for_data(
    (unsigned char *)pixels, CAIRO_FORMAT_RGB24, width, height, width * 4);
  cairo_t *cairo = lib_cairo_create(surface);
  if (lib_cairo_status(cairo) == CAIRO_STATUS_SUCCESS) {
    lib_pango_layout_set_text(font->layout, text, length);
    PangoAttrList *list = attributes(stretches, count);
    lib_pango_layout_set_attributes(font->layout, list);
    lib_pango_attr_list_unref(list);
    PangoLayoutLine *line = lib_pango_layout_get_line(font->layout, 0);
    for (GSList *item = line == NULL ? NULL : line->runs; advances != NULL && item != NULL;
         item = item->next) {
      PangoLayoutRun *run = item->data;
      uint32_t looks = looks_at(stretches, count, run->item->offset);
      if (looks & (SUTRA_LOOK_BOLD | SUTRA_LOOK_ITALIC)) take_room(run, text, length, advances);
    }
    lib_cairo_rectangle(cairo, clip_start, 0, clip_end - clip_start, height);
    lib_cairo_clip(cairo);
    lib_cairo_move_to(cairo, x, font->baseline);
    if (line != NULL) lib_pango_cairo_show_layout_line(cairo, line);
  }
  lib_cairo_destroy(cairo);
  lib_cairo_surface_flush(surface);
  lib_cairo_surface_destroy(surface);
}
