// The files that travel inside the binary. To add one, add its #embed and its row in `files`.
#include "CResources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../SutraCore/Languages/bn/abbreviations.tsv"
};
static const unsigned char file_1[] = {
#embed "../SutraCore/Languages/bn/common-words.tsv"
};
static const unsigned char file_2[] = {
#embed "../SutraCore/Languages/bn/complementisers.tsv"
};
static const unsigned char file_3[] = {
#embed "../SutraCore/Languages/bn/connectives.tsv"
};
static const unsigned char file_4[] = {
#embed "../SutraCore/Languages/bn/credits.tsv"
};
static const unsigned char file_5[] = {
#embed "../SutraCore/Languages/bn/cues.tsv"
};
static const unsigned char file_6[] = {
#embed "../SutraCore/Languages/bn/demonyms.tsv"
};
static const unsigned char file_7[] = {
#embed "../SutraCore/Languages/bn/documents.tsv"
};
static const unsigned char file_8[] = {
#embed "../SutraCore/Languages/bn/endings.tsv"
};
static const unsigned char file_9[] = {
#embed "../SutraCore/Languages/bn/family-names.tsv"
};
static const unsigned char file_10[] = {
#embed "../SutraCore/Languages/bn/function-words.tsv"
};
static const unsigned char file_11[] = {
#embed "../SutraCore/Languages/bn/given-names.tsv"
};
static const unsigned char file_12[] = {
#embed "../SutraCore/Languages/bn/language.tsv"
};
static const unsigned char file_13[] = {
#embed "../SutraCore/Languages/bn/media.tsv"
};
static const unsigned char file_14[] = {
#embed "../SutraCore/Languages/bn/organisation-heads.tsv"
};
static const unsigned char file_15[] = {
#embed "../SutraCore/Languages/bn/organisations.tsv"
};
static const unsigned char file_16[] = {
#embed "../SutraCore/Languages/bn/place-heads.tsv"
};
static const unsigned char file_17[] = {
#embed "../SutraCore/Languages/bn/places.tsv"
};
static const unsigned char file_18[] = {
#embed "../SutraCore/Languages/bn/pronouns.tsv"
};
static const unsigned char file_19[] = {
#embed "../SutraCore/Languages/bn/roles.tsv"
};
static const unsigned char file_20[] = {
#embed "../SutraCore/Languages/bn/time-words.tsv"
};
static const unsigned char file_21[] = {
#embed "../SutraCore/Languages/bn/titles.tsv"
};
static const unsigned char file_22[] = {
#embed "../SutraCore/Languages/bn/verbs.tsv"
};
static const unsigned char file_23[] = {
#embed "../SutraCore/Languages/bn/works.tsv"
};

static const unsigned char file_24[] = {
#embed "../SutraCore/Languages/bn/anonymity.tsv"
};
static const unsigned char file_25[] = {
#embed "../SutraCore/Samples/bn.txt"
};

#define FILE_ROW(path, bytes) {path, bytes, sizeof bytes}

static const sutra_resource files[] = {
    FILE_ROW("languages/bn/abbreviations.tsv", file_0),
    FILE_ROW("languages/bn/anonymity.tsv", file_24),
    FILE_ROW("languages/bn/common-words.tsv", file_1),
    FILE_ROW("languages/bn/complementisers.tsv", file_2),
    FILE_ROW("languages/bn/connectives.tsv", file_3),
    FILE_ROW("languages/bn/credits.tsv", file_4),
    FILE_ROW("languages/bn/cues.tsv", file_5),
    FILE_ROW("languages/bn/demonyms.tsv", file_6),
    FILE_ROW("languages/bn/documents.tsv", file_7),
    FILE_ROW("languages/bn/endings.tsv", file_8),
    FILE_ROW("languages/bn/family-names.tsv", file_9),
    FILE_ROW("languages/bn/function-words.tsv", file_10),
    FILE_ROW("languages/bn/given-names.tsv", file_11),
    FILE_ROW("languages/bn/language.tsv", file_12),
    FILE_ROW("languages/bn/media.tsv", file_13),
    FILE_ROW("languages/bn/organisation-heads.tsv", file_14),
    FILE_ROW("languages/bn/organisations.tsv", file_15),
    FILE_ROW("languages/bn/place-heads.tsv", file_16),
    FILE_ROW("languages/bn/places.tsv", file_17),
    FILE_ROW("languages/bn/pronouns.tsv", file_18),
    FILE_ROW("languages/bn/roles.tsv", file_19),
    FILE_ROW("languages/bn/time-words.tsv", file_20),
    FILE_ROW("languages/bn/titles.tsv", file_21),
    FILE_ROW("languages/bn/verbs.tsv", file_22),
    FILE_ROW("languages/bn/works.tsv", file_23),
    FILE_ROW("samples/bn.txt", file_25),
};

sutra_resource sutra_resource_at(size_t index) {
  static const sutra_resource none = {NULL, NULL, 0};
  return index < sizeof files / sizeof *files ? files[index] : none;
}
