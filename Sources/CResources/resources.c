// The files that travel inside the binary. To add one, add its #embed and its row in `files`.
#include "CResources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../SutraCore/Languages/bn/complementisers.tsv"
};
static const unsigned char file_1[] = {
#embed "../SutraCore/Languages/bn/connectives.tsv"
};
static const unsigned char file_2[] = {
#embed "../SutraCore/Languages/bn/credits.tsv"
};
static const unsigned char file_3[] = {
#embed "../SutraCore/Languages/bn/cues.tsv"
};
static const unsigned char file_4[] = {
#embed "../SutraCore/Languages/bn/endings.tsv"
};
static const unsigned char file_5[] = {
#embed "../SutraCore/Languages/bn/function-words.tsv"
};
static const unsigned char file_6[] = {
#embed "../SutraCore/Languages/bn/language.tsv"
};
static const unsigned char file_7[] = {
#embed "../SutraCore/Languages/bn/pronouns.tsv"
};
static const unsigned char file_8[] = {
#embed "../SutraCore/Languages/bn/verbs.tsv"
};

#define FILE_ROW(path, bytes) {path, bytes, sizeof bytes}

static const sutra_resource files[] = {
    FILE_ROW("languages/bn/complementisers.tsv", file_0),
    FILE_ROW("languages/bn/connectives.tsv", file_1),
    FILE_ROW("languages/bn/credits.tsv", file_2),
    FILE_ROW("languages/bn/cues.tsv", file_3),
    FILE_ROW("languages/bn/endings.tsv", file_4),
    FILE_ROW("languages/bn/function-words.tsv", file_5),
    FILE_ROW("languages/bn/language.tsv", file_6),
    FILE_ROW("languages/bn/pronouns.tsv", file_7),
    FILE_ROW("languages/bn/verbs.tsv", file_8),
};

sutra_resource sutra_resource_at(size_t index) {
  static const sutra_resource none = {NULL, NULL, 0};
  return index < sizeof files / sizeof *files ? files[index] : none;
}
