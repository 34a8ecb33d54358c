#ifndef CNETWORK_H
#define CNETWORK_H

#include <stddef.h>
#include <stdint.h>

// The arithmetic of small networks on sequences of tokens. Every sum is made in one fixed order, of
// products that are rounded before they are added, so that all machines of IEEE 754 give the same bits.
// Values of a token stand beside each other; those of the next token follow. Counts of outputs are
// multiples of NETWORK_LANES.

enum { NETWORK_LANES = 8 };

/// Has bytes brought near that are read soon: rows of a table lie anywhere in megabytes.
static inline void network_expect(const void *bytes) { __builtin_prefetch(bytes); }

/// Adds rows of a table of signed bytes; `sum` has `width` numbers.
void network_add_rows(const int8_t *table, size_t width, const uint32_t *rows, size_t count, int32_t *sum);

/// One layer: output = bias + weights · inputs of `taps` tokens, `dilation` apart, around each token; what lies
/// outside counts as zeros. Weights stand as [tap][input][output].
typedef struct {
  size_t inputs, outputs, taps, dilation;
  const float *weights, *bias;
} network_layer;

/// Applies a layer to `length` tokens; output does not overlap input.
void network_apply(const network_layer *layer, const float *input, size_t length, float *output);

/// values += what of `change` is above zero.
void network_add_positive(float *values, const float *change, size_t count);

/// A layer that reads tokens one after the other and remembers (a gated recurrent unit: Cho and others, 2014).
/// Its gates stand beside each other: what to forget, what to keep, what is new; each has `width` values, of which
/// there are at most NETWORK_MEMORY. `weights` are [value of the state][gate].
typedef struct {
  size_t width;
  const float *weights, *bias;
} network_memory;

enum { NETWORK_MEMORY = 256 };

/// Reads `length` tokens, from the last to the first when `backwards`. `gates` holds for each token what it gives
/// to the three gates; the state behind each token is written to `output`, whose tokens are `stride` values apart.
void network_remember(const network_memory *memory, const float *gates, size_t length, int backwards,
                      float *output, size_t stride);

/// How a token is looked at from an anchor: which vectors are added to its key.
typedef struct {
  uint8_t distance, apart, signs;
} network_view;

/// Scores tokens as seen from an anchor: each score is the bias and the sum of what is above zero of
/// query + key + vectors of the view, times the weights of the score.
typedef struct {
  size_t width;
  /// Vectors by distance, by sentence, and one for each bit of `signs`.
  const float *distances, *sentences, *signs;
  /// Weights as [value][score], and what each score begins with.
  const float *weights, *bias;
} network_pointer;

enum { NETWORK_SCORES = 4, NETWORK_SIGNS = 5 };

/// Scores `length` tokens; four scores stand beside each other for each.
void network_point(const network_pointer *pointer, const float *query, const float *keys,
                   const network_view *views, size_t length, float *scores);

#endif
