#include "CNetwork.h"

// A product that is added without being rounded first gives other bits, on machines that can.
#pragma STDC FP_CONTRACT OFF

typedef float lanes __attribute__((vector_size(16), aligned(4)));

enum { TOKENS = 6, VECTORS = NETWORK_LANES / 4 };

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
