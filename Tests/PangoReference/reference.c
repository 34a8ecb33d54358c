#include "CPangoReference.h"

#include <dlfcn.h>
#include <pango/pangocairo.h>

#define FIND(library, name) \
  __typeof__(name) *own_##name = library == NULL ? NULL : (__typeof__(name) *)dlsym(library, #name); \
  if (own_##name == NULL) return 0;

int pango_reference(
  const char *text, int length, int size, int baseline, uint32_t color, uint32_t *pixels, int width,
  int height
) {
  void *pangocairo = dlopen("libpangocairo-1.0.so.0", RTLD_NOW);
  void *pango = dlopen("libpango-1.0.so.0", RTLD_NOW), *cairo = dlopen("libcairo.so.2", RTLD_NOW);
  void *object = dlopen("libgobject-2.0.so.0", RTLD_NOW);
  FIND(pangocairo, pango_cairo_create_layout)
  FIND(pangocairo, pango_cairo_context_set_font_options)
  FIND(pangocairo, pango_cairo_show_layout_line)
  FIND(pango, pango_layout_get_context)
  FIND(pango, pango_layout_context_changed)
  FIND(pango, pango_context_set_language)
  FIND(pango, pango_language_from_string)
  FIND(pango, pango_font_description_from_string)
  FIND(pango, pango_font_description_set_absolute_size)
  FIND(pango, pango_font_description_free)
  FIND(pango, pango_layout_set_font_description)
  FIND(pango, pango_layout_set_auto_dir)
  FIND(pango, pango_layout_set_text)
  FIND(pango, pango_layout_get_line)
  FIND(cairo, cairo_image_surface_create_for_data)
  FIND(cairo, cairo_create)
  FIND(cairo, cairo_destroy)
  FIND(cairo, cairo_surface_flush)
  FIND(cairo, cairo_surface_destroy)
  FIND(cairo, cairo_set_source_rgb)
  FIND(cairo, cairo_move_to)
  FIND(cairo, cairo_font_options_create)
  FIND(cairo, cairo_font_options_destroy)
  FIND(cairo, cairo_font_options_set_antialias)
  FIND(cairo, cairo_font_options_set_hint_style)
  FIND(cairo, cairo_font_options_set_hint_metrics)
  FIND(object, g_object_unref)
  cairo_surface_t *surface = own_cairo_image_surface_create_for_data(
    (unsigned char *)pixels, CAIRO_FORMAT_RGB24, width, height, width * 4);
  cairo_t *context = own_cairo_create(surface);
  PangoLayout *layout = own_pango_cairo_create_layout(context);
  cairo_font_options_t *options = own_cairo_font_options_create();
  own_cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  own_cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
  own_cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON);
  own_pango_cairo_context_set_font_options(own_pango_layout_get_context(layout), options);
  own_cairo_font_options_destroy(options);
  own_pango_context_set_language(
    own_pango_layout_get_context(layout), own_pango_language_from_string("bn"));
  own_pango_layout_context_changed(layout);
  PangoFontDescription *font = own_pango_font_description_from_string("sans-serif");
  own_pango_font_description_set_absolute_size(font, (double)size * PANGO_SCALE / 64);
  own_pango_layout_set_font_description(layout, font);
  own_pango_font_description_free(font);
  own_pango_layout_set_auto_dir(layout, FALSE);
  own_pango_layout_set_text(layout, text, length);
  own_cairo_set_source_rgb(
    context, (color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0, (color & 255) / 255.0);
  own_cairo_move_to(context, 0, baseline);
  own_pango_cairo_show_layout_line(context, own_pango_layout_get_line(layout, 0));
  own_g_object_unref(layout);
  own_cairo_destroy(context);
  own_cairo_surface_flush(surface);
  own_cairo_surface_destroy(surface);
  return 1;
}
