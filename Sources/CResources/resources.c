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
#embed "../SutraCore/Languages/en/abbreviations.tsv"
};
static const unsigned char file_25[] = {
#embed "../SutraCore/Languages/en/common-words.tsv"
};
static const unsigned char file_26[] = {
#embed "../SutraCore/Languages/en/complementisers.tsv"
};
static const unsigned char file_27[] = {
#embed "../SutraCore/Languages/en/connectives.tsv"
};
static const unsigned char file_28[] = {
#embed "../SutraCore/Languages/en/credits.tsv"
};
static const unsigned char file_29[] = {
#embed "../SutraCore/Languages/en/cues.tsv"
};
static const unsigned char file_30[] = {
#embed "../SutraCore/Languages/en/demonyms.tsv"
};
static const unsigned char file_31[] = {
#embed "../SutraCore/Languages/en/documents.tsv"
};
static const unsigned char file_32[] = {
#embed "../SutraCore/Languages/en/family-names.tsv"
};
static const unsigned char file_33[] = {
#embed "../SutraCore/Languages/en/function-words.tsv"
};
static const unsigned char file_34[] = {
#embed "../SutraCore/Languages/en/given-names.tsv"
};
static const unsigned char file_35[] = {
#embed "../SutraCore/Languages/en/language.tsv"
};
static const unsigned char file_36[] = {
#embed "../SutraCore/Languages/en/media.tsv"
};
static const unsigned char file_37[] = {
#embed "../SutraCore/Languages/en/organisation-heads.tsv"
};
static const unsigned char file_38[] = {
#embed "../SutraCore/Languages/en/organisations.tsv"
};
static const unsigned char file_39[] = {
#embed "../SutraCore/Languages/en/place-heads.tsv"
};
static const unsigned char file_40[] = {
#embed "../SutraCore/Languages/en/places.tsv"
};
static const unsigned char file_41[] = {
#embed "../SutraCore/Languages/en/pronouns.tsv"
};
static const unsigned char file_42[] = {
#embed "../SutraCore/Languages/en/roles.tsv"
};
static const unsigned char file_43[] = {
#embed "../SutraCore/Languages/en/time-words.tsv"
};
static const unsigned char file_44[] = {
#embed "../SutraCore/Languages/en/titles.tsv"
};
static const unsigned char file_45[] = {
#embed "../SutraCore/Languages/en/verbs.tsv"
};
static const unsigned char file_46[] = {
#embed "../SutraCore/Languages/en/works.tsv"
};
static const unsigned char file_47[] = {
#embed "../SutraCore/Languages/en/anonymity.tsv"
};
static const unsigned char file_48[] = {
#embed "../SutraCore/Languages/bn/anonymity.tsv"
};
static const unsigned char file_49[] = {
#embed "../SutraCore/Samples/en.txt"
};
static const unsigned char file_50[] = {
#embed "../SutraCore/Languages/en/examples.tsv"
};
static const unsigned char file_51[] = {
#embed "../SutraCore/Languages/en/name-examples.tsv"
};

#define FILE_ROW(path, bytes) {path, bytes, sizeof bytes}

static const sutra_resource files[] = {
    FILE_ROW("languages/bn/abbreviations.tsv", file_0),
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
    FILE_ROW("languages/en/abbreviations.tsv", file_24),
    FILE_ROW("languages/en/common-words.tsv", file_25),
    FILE_ROW("languages/en/complementisers.tsv", file_26),
    FILE_ROW("languages/en/connectives.tsv", file_27),
    FILE_ROW("languages/en/credits.tsv", file_28),
    FILE_ROW("languages/en/cues.tsv", file_29),
    FILE_ROW("languages/en/demonyms.tsv", file_30),
    FILE_ROW("languages/en/documents.tsv", file_31),
    FILE_ROW("languages/en/family-names.tsv", file_32),
    FILE_ROW("languages/en/function-words.tsv", file_33),
    FILE_ROW("languages/en/given-names.tsv", file_34),
    FILE_ROW("languages/en/language.tsv", file_35),
    FILE_ROW("languages/en/media.tsv", file_36),
    FILE_ROW("languages/en/organisation-heads.tsv", file_37),
    FILE_ROW("languages/en/organisations.tsv", file_38),
    FILE_ROW("languages/en/place-heads.tsv", file_39),
    FILE_ROW("languages/en/places.tsv", file_40),
    FILE_ROW("languages/en/pronouns.tsv", file_41),
    FILE_ROW("languages/en/roles.tsv", file_42),
    FILE_ROW("languages/en/time-words.tsv", file_43),
    FILE_ROW("languages/en/titles.tsv", file_44),
    FILE_ROW("languages/en/verbs.tsv", file_45),
    FILE_ROW("languages/en/works.tsv", file_46),
    FILE_ROW("languages/en/anonymity.tsv", file_47),
    FILE_ROW("languages/bn/anonymity.tsv", file_48),
    FILE_ROW("samples/en.txt", file_49),
    FILE_ROW("languages/en/examples.tsv", file_50),
    FILE_ROW("languages/en/name-examples.tsv", file_51),
};

sutra_resource sutra_resource_at(size_t index) {
  static const sutra_resource none = {NULL, NULL, 0};
  return index < sizeof files / sizeof *files ? files[index] : none;
}
