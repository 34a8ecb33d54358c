#include "CNetwork.h"

// A product that is added without being rounded first gives other bits, on machines that can.
#pragma STDC FP_CONTRACT OFF

typedef float lanes __attribute__((vector_size(16), aligned(4)));
typedef int32_t whole __attribute__((vector_size(16), aligned(4)));

// GATES vectors of a memory's gates are summed beside each other; three times a multiple of NETWORK_LANES has so many.
enum { TOKENS = 6, VECTORS = NETWORK_LANES / 4, GATES = 3 * NETWORK_LANES / 4 };

void network_add_rows(const int8_t *table, size_t width, const uint32_t *rows, size_t count, int32_t *sum) {
  for (size_t row = 0; row < count; row++) {
    const int8_t *values = table + (size_t)rows[row] * width;
    for (size_t index = 0; index < width; index++) sum[index] += values[index];
  }
}

// Adds to some outputs of some tokens what one tap gives: each weight is loaded once for all tokens.
static inline void add_tap(lanes sums[TOKENS][VECTORS], const float *const tokens[TOKENS], size_t inputs,
                           const float *weights, size_t stride) {
  for (size_t input = 0; input < inputs; input++) {
    lanes weight[VECTORS];
    for (int vector = 0; vector < VECTORS; vector++)
      weight[vector] = *(const lanes *)(weights + input * stride + 4 * vector);
    for (int token = 0; token < TOKENS; token++) {
      float value = tokens[token][input];
      lanes values = {value, value, value, value};
      for (int vector = 0; vector < VECTORS; vector++) sums[token][vector] += values * weight[vector];
    }
  }
}

void network_apply(const network_layer *layer, const float *input, size_t length, float *output) {
  size_t inputs = layer->inputs, outputs = layer->outputs;
  for (size_t first = 0; first < length; first += TOKENS) {
    for (size_t column = 0; column < outputs; column += NETWORK_LANES) {
      lanes sums[TOKENS][VECTORS];
      for (int token = 0; token < TOKENS; token++)
        for (int vector = 0; vector < VECTORS; vector++)
          sums[token][vector] = *(const lanes *)(layer->bias + column + 4 * vector);
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
          add_tap(sums, tokens, inputs, weights, outputs);
          continue;
        }
        lanes before[TOKENS][VECTORS];
        const float *some = input;
        const float *filled[TOKENS];
        for (int token = 0; token < TOKENS; token++) {
          filled[token] = tokens[token] ? tokens[token] : some;
          for (int vector = 0; vector < VECTORS; vector++) before[token][vector] = sums[token][vector];
        }
        add_tap(sums, filled, inputs, weights, outputs);
        for (int token = 0; token < TOKENS; token++)
          for (int vector = 0; vector < VECTORS; vector++)
            if (!tokens[token]) sums[token][vector] = before[token][vector];
      }
      for (int token = 0; token < TOKENS && first + (size_t)token < length; token++)
        for (int vector = 0; vector < VECTORS; vector++)
          *(lanes *)(output + (first + (size_t)token) * outputs + column + 4 * (size_t)vector) = sums[token][vector];
    }
  }
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

void network_remember(const network_memory *memory, const float *gates, size_t length, int backwards,
                      float *output, size_t stride) {
  size_t width = memory->width, all = 3 * width;
  if (width > NETWORK_MEMORY) return;
  float state[NETWORK_MEMORY] = {0}, kept[3 * NETWORK_MEMORY];
  for (size_t step = 0; step < length; step++) {
    size_t token = backwards ? length - 1 - step : step;
    for (size_t column = 0; column < all; column += 4 * GATES) {
      lanes sums[GATES];
      for (int vector = 0; vector < GATES; vector++) sums[vector] = *(const lanes *)(memory->bias + column + 4 * vector);
      for (size_t value = 0; value < width; value++) {
        const float *weights = memory->weights + value * all + column;
        for (int vector = 0; vector < GATES; vector++) sums[vector] += state[value] * *(const lanes *)(weights + 4 * vector);
      }
      for (int vector = 0; vector < GATES; vector++) *(lanes *)(kept + column + 4 * vector) = sums[vector];
    }
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
