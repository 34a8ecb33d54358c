#include "CNetwork.h"

// A product that is added without being rounded first gives other bits, on machines that can.
#pragma STDC FP_CONTRACT OFF

typedef float lanes __attribute__((vector_size(16), aligned(4)));
typedef int32_t whole __attribute__((vector_size(16), aligned(4)));
// As many values as are summed beside each other; processors without registers of that width take two for one.
typedef float octet __attribute__((vector_size(4 * NETWORK_LANES), aligned(4)));

// What takes the time is made twice on x86: for any processor, and for those with wide registers (AVX2, 2013).
// Each value has a sum of its own, whose order is the same, so that both give the same bits.
#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2")))
static int has_wide_registers(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2");
}
#endif
#define INLINED static inline __attribute__((always_inline))

// Tokens and octets, or octets of a memory's gates, that are summed beside each other: as many as registers hold.
enum { TOKENS = 6, OCTETS = 1, OCTETS_WIDE = 2, GATES = 3, GATES_WIDE = 6 };

void network_add_rows(const int8_t *table, size_t width, const uint32_t *rows, size_t count, int32_t *sum) {
  for (size_t row = 0; row < count; row++) {
    const int8_t *values = table + (size_t)rows[row] * width;
    for (size_t index = 0; index < width; index++) sum[index] += values[index];
  }
}

// Adds to some outputs of some tokens what one tap gives: each weight is loaded once for all tokens.
INLINED void add_tap(octet sums[TOKENS][OCTETS_WIDE], const float *const tokens[TOKENS], size_t inputs,
                     const float *weights, size_t stride, int octets) {
  for (size_t input = 0; input < inputs; input++) {
    octet weight[OCTETS_WIDE];
    for (int at = 0; at < octets; at++) weight[at] = *(const octet *)(weights + input * stride + NETWORK_LANES * at);
    for (int token = 0; token < TOKENS; token++)
      for (int at = 0; at < octets; at++) sums[token][at] += tokens[token][input] * weight[at];
  }
}

// Some outputs, from `column` on, of the tokens from `first` on.
INLINED void apply_columns(const network_layer *layer, const float *input, size_t length, float *output,
                           size_t first, size_t column, int octets) {
  size_t inputs = layer->inputs, outputs = layer->outputs;
  octet sums[TOKENS][OCTETS_WIDE];
  for (int token = 0; token < TOKENS; token++)
    for (int at = 0; at < octets; at++) sums[token][at] = *(const octet *)(layer->bias + column + NETWORK_LANES * at);
  for (size_t tap = 0; tap < layer->taps; tap++) {
    const float *tokens[TOKENS];
    int inside = 0;
    // A tap of one token outside is left out for it alone, by sums that are thrown away.
    for (int token = 0; token < TOKENS; token++) {
      size_t place = first + (size_t)token + tap * layer->dilation;
      size_t margin = layer->taps / 2 * layer->dilation;
      int holds = first + (size_t)token < length && place >= margin && place - margin < length;
      tokens[token] = holds ? input + (place - margin) * inputs : NULL;
      inside += holds;
    }
    if (!inside) continue;
    const float *weights = layer->weights + tap * inputs * outputs + column;
    if (inside == TOKENS) {
      add_tap(sums, tokens, inputs, weights, outputs, octets);
      continue;
    }
    octet before[TOKENS][OCTETS_WIDE];
    const float *filled[TOKENS];
    for (int token = 0; token < TOKENS; token++) {
      filled[token] = tokens[token] ? tokens[token] : input;
      for (int at = 0; at < octets; at++) before[token][at] = sums[token][at];
    }
    add_tap(sums, filled, inputs, weights, outputs, octets);
    for (int token = 0; token < TOKENS; token++)
      for (int at = 0; at < octets; at++)
        if (!tokens[token]) sums[token][at] = before[token][at];
  }
  for (int token = 0; token < TOKENS && first + (size_t)token < length; token++)
    for (int at = 0; at < octets; at++)
      *(octet *)(output + (first + (size_t)token) * outputs + column + NETWORK_LANES * (size_t)at) = sums[token][at];
}

INLINED void apply(const network_layer *layer, const float *input, size_t length, float *output, int octets) {
  size_t step = (size_t)octets * NETWORK_LANES;
  for (size_t first = 0; first < length; first += TOKENS) {
    size_t column = 0;
    for (; column + step <= layer->outputs; column += step)
      apply_columns(layer, input, length, output, first, column, octets);
    for (; column < layer->outputs; column += NETWORK_LANES)
      apply_columns(layer, input, length, output, first, column, 1);
  }
}

#if defined(WIDE)
WIDE static void apply_wide(const network_layer *layer, const float *input, size_t length, float *output) {
  apply(layer, input, length, output, OCTETS_WIDE);
}
#endif

void network_apply(const network_layer *layer, const float *input, size_t length, float *output) {
#if defined(WIDE)
  if (has_wide_registers()) return apply_wide(layer, input, length, output);
#endif
  apply(layer, input, length, output, OCTETS);
}

static inline lanes chosen(whole is, lanes one, lanes other) { return (lanes)((is & (whole)one) | (~is & (whole)other)); }

// The hyperbolic tangent as a quotient of polynomials, right to some 2 units in the last place.
static inline lanes tangent(lanes x) {
  const lanes most = {7.9053111F, 7.9053111F, 7.9053111F, 7.9053111F};
  x = chosen(x > most, most, x);
  x = chosen(x < -most, -most, x);
  lanes square = x * x;
  lanes above = square * -2.76076847742355e-16F + 2.00018790482477e-13F;
  above = above * square + -8.60467152213735e-11F;
  above = above * square + 5.12229709037114e-08F;
  above = above * square + 1.48572235717979e-05F;
  above = above * square + 6.37261928875436e-04F;
  above = above * square + 4.89352455891786e-03F;
  lanes below = square * 1.19825839466702e-06F + 1.18534705686654e-04F;
  below = below * square + 2.26843463243900e-03F;
  below = below * square + 4.89352518554385e-03F;
  return x * above / below;
}

static inline lanes share(lanes x) { return tangent(x * 0.5F) * 0.5F + 0.5F; }

// What a state gives to some gates, from `column` on.
INLINED void recall(const network_memory *memory, const float *state, float *kept, size_t column, int octets) {
  size_t all = 3 * memory->width;
  octet sums[GATES_WIDE];
  for (int at = 0; at < octets; at++) sums[at] = *(const octet *)(memory->bias + column + NETWORK_LANES * at);
  for (size_t value = 0; value < memory->width; value++) {
    const float *weights = memory->weights + value * all + column;
    for (int at = 0; at < octets; at++) sums[at] += state[value] * *(const octet *)(weights + NETWORK_LANES * at);
  }
  for (int at = 0; at < octets; at++) *(octet *)(kept + column + NETWORK_LANES * at) = sums[at];
}

INLINED void recall_all(const network_memory *memory, const float *state, float *kept, int octets) {
  size_t column = 0, all = 3 * memory->width, step = (size_t)octets * NETWORK_LANES;
  for (; column + step <= all; column += step) recall(memory, state, kept, column, octets);
  for (; column < all; column += NETWORK_LANES) recall(memory, state, kept, column, 1);
}

#if defined(WIDE)
WIDE static void recall_wide(const network_memory *memory, const float *state, float *kept) {
  recall_all(memory, state, kept, GATES_WIDE);
}
#endif

void network_remember(const network_memory *memory, const float *gates, size_t length, int backwards,
                      float *output, size_t stride) {
  size_t width = memory->width, all = 3 * width;
  if (width > NETWORK_MEMORY) return;
#if defined(WIDE)
  int is_wide = has_wide_registers();
#endif
  float state[NETWORK_MEMORY] = {0}, kept[3 * NETWORK_MEMORY];
  for (size_t step = 0; step < length; step++) {
    size_t token = backwards ? length - 1 - step : step;
#if defined(WIDE)
    if (is_wide)
      recall_wide(memory, state, kept);
    else
#endif
      recall_all(memory, state, kept, GATES);
    const float *given = gates + token * all;
    for (size_t value = 0; value < width; value += 4) {
      lanes forget = share(*(const lanes *)(given + value) + *(lanes *)(kept + value));
      lanes keep = share(*(const lanes *)(given + width + value) + *(lanes *)(kept + width + value));
      lanes new = tangent(*(const lanes *)(given + 2 * width + value) + forget * *(lanes *)(kept + 2 * width + value));
      lanes next = (1.0F - keep) * new + keep * *(lanes *)(state + value);
      *(lanes *)(kept + value) = next;
    }
    for (size_t value = 0; value < width; value++) output[token * stride + value] = state[value] = kept[value];
  }
}

void network_add_positive(float *values, const float *change, size_t count) {
  for (size_t index = 0; index < count; index++) values[index] += change[index] > 0 ? change[index] : 0;
}

void network_point(const network_pointer *pointer, const float *query, const float *keys,
                   const network_view *views, size_t length, float *scores) {
  size_t width = pointer->width;
  for (size_t token = 0; token < length; token++) {
    const float *key = keys + token * width;
    const float *distance = pointer->distances + views[token].distance * width;
    const float *sentence = pointer->sentences + views[token].apart * width;
    lanes sum = *(const lanes *)pointer->bias;
    for (size_t index = 0; index < width; index++) {
      float value = query[index] + key[index] + distance[index] + sentence[index];
      for (int sign = 0; sign < NETWORK_SIGNS; sign++)
        if (views[token].signs >> sign & 1) value += pointer->signs[(size_t)sign * width + index];
      if (value > 0) {
        lanes values = {value, value, value, value};
        sum += values * *(const lanes *)(pointer->weights + index * NETWORK_SCORES);
      }
    }
    *(lanes *)(scores + token * NETWORK_SCORES) = sum;
  }
}
