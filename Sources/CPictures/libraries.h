#ifndef SUTRA_PICTURE_LIBRARIES_H
#define SUTRA_PICTURE_LIBRARIES_H

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <zlib.h>

/// The functions that are used of each library, by the types that its header gives them.
#define SUTRA_PANGOCAIRO(F) \
  F(pango_cairo_font_map_new) F(pango_cairo_context_set_font_options) F(pango_cairo_show_layout_line)
#define SUTRA_PANGO(F) \
  F(pango_font_map_create_context) F(pango_context_set_language) F(pango_context_set_base_dir) \
  F(pango_language_from_string) F(pango_font_description_new) F(pango_font_description_set_family) \
  F(pango_font_description_set_absolute_size) F(pango_font_description_free) \
  F(pango_font_description_get_family) F(pango_font_describe) F(pango_layout_new) \
  F(pango_layout_set_font_description) F(pango_layout_set_text) F(pango_layout_set_attributes) \
  F(pango_layout_set_auto_dir) F(pango_layout_set_single_paragraph_mode) \
  F(pango_layout_get_line) F(pango_layout_get_line_readonly) F(pango_layout_line_get_extents) \
  F(pango_layout_get_unknown_glyphs_count) F(pango_glyph_item_iter_init_start) \
  F(pango_glyph_item_iter_next_cluster) F(pango_attr_list_new) F(pango_attr_list_unref) \
  F(pango_attr_list_insert) F(pango_attr_foreground_new) F(pango_attr_weight_new) \
  F(pango_attr_style_new) F(pango_attr_underline_new)
#define SUTRA_CAIRO(F) \
  F(cairo_image_surface_create_for_data) F(cairo_create) F(cairo_destroy) F(cairo_surface_destroy) \
  F(cairo_surface_flush) F(cairo_rectangle) F(cairo_clip) F(cairo_move_to) F(cairo_status) \
  F(cairo_set_source_rgb) F(cairo_font_options_create) F(cairo_font_options_destroy) \
  F(cairo_font_options_set_antialias) F(cairo_font_options_set_hint_style) \
  F(cairo_font_options_set_hint_metrics)
#define SUTRA_OBJECT(F) F(g_object_unref)
#define SUTRA_FONTCONFIG(F) \
  F(FcInit) F(FcPatternCreate) F(FcPatternDestroy) F(FcLangSetCreate) F(FcLangSetAdd) F(FcLangSetDestroy) \
  F(FcPatternAddLangSet) F(FcObjectSetBuild) F(FcObjectSetDestroy) F(FcFontList) \
  F(FcFontSetDestroy) F(FcPatternGetString)
#define SUTRA_ZLIB(F) F(compress2) F(compressBound) F(uncompress) F(crc32)

#define SUTRA_ALL(F) \
  SUTRA_PANGOCAIRO(F) SUTRA_PANGO(F) SUTRA_CAIRO(F) SUTRA_OBJECT(F) SUTRA_FONTCONFIG(F) SUTRA_ZLIB(F)

/// A pointer to each, under its name behind `lib_`.
#define SUTRA_DECLARE(name) extern __typeof__(name) *lib_##name;
SUTRA_ALL(SUTRA_DECLARE)

#endif
