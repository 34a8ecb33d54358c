// Made by generate.py from the files that travel inside the binary; do not edit.
#include "CResources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char interface_bn[] = {
#embed "../SutraResources/Interface/bn.tsv"
};

static const unsigned char interface_en[] = {
#embed "../SutraResources/Interface/en.tsv"
};

static const unsigned char languages_bn_abbreviations[] = {
#embed "../SutraResources/Languages/bn/abbreviations.tsv"
};

static const unsigned char languages_bn_alphabet[] = {
#embed "../SutraResources/Languages/bn/alphabet.tsv"
};

static const unsigned char languages_bn_anonymity[] = {
#embed "../SutraResources/Languages/bn/anonymity.tsv"
};

static const unsigned char languages_bn_bylines[] = {
#embed "../SutraResources/Languages/bn/bylines.tsv"
};

static const unsigned char languages_bn_claim_words[] = {
#embed "../SutraResources/Languages/bn/claim-words.tsv"
};

static const unsigned char languages_bn_common_words[] = {
#embed "../SutraResources/Languages/bn/common-words.tsv"
};

static const unsigned char languages_bn_comparison_words[] = {
#embed "../SutraResources/Languages/bn/comparison-words.tsv"
};

static const unsigned char languages_bn_complementisers[] = {
#embed "../SutraResources/Languages/bn/complementisers.tsv"
};

static const unsigned char languages_bn_confidence[] = {
#embed "../SutraResources/Languages/bn/confidence.tsv"
};

static const unsigned char languages_bn_connectives[] = {
#embed "../SutraResources/Languages/bn/connectives.tsv"
};

static const unsigned char languages_bn_credits[] = {
#embed "../SutraResources/Languages/bn/credits.tsv"
};

static const unsigned char languages_bn_cues[] = {
#embed "../SutraResources/Languages/bn/cues.tsv"
};

static const unsigned char languages_bn_demonyms[] = {
#embed "../SutraResources/Languages/bn/demonyms.tsv"
};

static const unsigned char languages_bn_documents[] = {
#embed "../SutraResources/Languages/bn/documents.tsv"
};

static const unsigned char languages_bn_endings[] = {
#embed "../SutraResources/Languages/bn/endings.tsv"
};

static const unsigned char languages_bn_events[] = {
#embed "../SutraResources/Languages/bn/events.tsv"
};

static const unsigned char languages_bn_family_names[] = {
#embed "../SutraResources/Languages/bn/family-names.tsv"
};

static const unsigned char languages_bn_function_words[] = {
#embed "../SutraResources/Languages/bn/function-words.tsv"
};

static const unsigned char languages_bn_gender_words[] = {
#embed "../SutraResources/Languages/bn/gender-words.tsv"
};

static const unsigned char languages_bn_genders[] = {
#embed "../SutraResources/Languages/bn/genders.tsv"
};

static const unsigned char languages_bn_given_names[] = {
#embed "../SutraResources/Languages/bn/given-names.tsv"
};

static const unsigned char languages_bn_keyboard_national[] = {
#embed "../SutraResources/Languages/bn/keyboard-national.tsv"
};

static const unsigned char languages_bn_keyboard_probhat[] = {
#embed "../SutraResources/Languages/bn/keyboard-probhat.tsv"
};

static const unsigned char languages_bn_language[] = {
#embed "../SutraResources/Languages/bn/language.tsv"
};

static const unsigned char languages_bn_latin_letters[] = {
#embed "../SutraResources/Languages/bn/latin-letters.tsv"
};

static const unsigned char languages_bn_latin_names[] = {
#embed "../SutraResources/Languages/bn/latin-names.tsv"
};

static const unsigned char languages_bn_letter_names[] = {
#embed "../SutraResources/Languages/bn/letter-names.tsv"
};

static const unsigned char languages_bn_letter_variants[] = {
#embed "../SutraResources/Languages/bn/letter-variants.tsv"
};

static const unsigned char languages_bn_lexicon[] = {
#embed "../SutraResources/Languages/bn/lexicon.bin"
};

static const unsigned char languages_bn_measures[] = {
#embed "../SutraResources/Languages/bn/measures.tsv"
};

static const unsigned char languages_bn_media[] = {
#embed "../SutraResources/Languages/bn/media.tsv"
};

static const unsigned char languages_bn_old_font[] = {
#embed "../SutraResources/Languages/bn/old-font.tsv"
};

static const unsigned char languages_bn_organisation_heads[] = {
#embed "../SutraResources/Languages/bn/organisation-heads.tsv"
};

static const unsigned char languages_bn_organisations[] = {
#embed "../SutraResources/Languages/bn/organisations.tsv"
};

static const unsigned char languages_bn_page_words[] = {
#embed "../SutraResources/Languages/bn/page-words.tsv"
};

static const unsigned char languages_bn_place_heads[] = {
#embed "../SutraResources/Languages/bn/place-heads.tsv"
};

static const unsigned char languages_bn_places[] = {
#embed "../SutraResources/Languages/bn/places.tsv"
};

static const unsigned char languages_bn_pronouns[] = {
#embed "../SutraResources/Languages/bn/pronouns.tsv"
};

static const unsigned char languages_bn_roles[] = {
#embed "../SutraResources/Languages/bn/roles.tsv"
};

static const unsigned char languages_bn_speaker_confidence[] = {
#embed "../SutraResources/Languages/bn/speaker-confidence.tsv"
};

static const unsigned char languages_bn_time_words[] = {
#embed "../SutraResources/Languages/bn/time-words.tsv"
};

static const unsigned char languages_bn_titles[] = {
#embed "../SutraResources/Languages/bn/titles.tsv"
};

static const unsigned char languages_bn_verbs[] = {
#embed "../SutraResources/Languages/bn/verbs.tsv"
};

static const unsigned char languages_bn_wording[] = {
#embed "../SutraResources/Languages/bn/wording.tsv"
};

static const unsigned char languages_bn_works[] = {
#embed "../SutraResources/Languages/bn/works.tsv"
};

static const unsigned char languages_en_abbreviations[] = {
#embed "../SutraResources/Languages/en/abbreviations.tsv"
};

static const unsigned char languages_en_anonymity[] = {
#embed "../SutraResources/Languages/en/anonymity.tsv"
};

static const unsigned char languages_en_bylines[] = {
#embed "../SutraResources/Languages/en/bylines.tsv"
};

static const unsigned char languages_en_claim_words[] = {
#embed "../SutraResources/Languages/en/claim-words.tsv"
};

static const unsigned char languages_en_common_words[] = {
#embed "../SutraResources/Languages/en/common-words.tsv"
};

static const unsigned char languages_en_comparison_words[] = {
#embed "../SutraResources/Languages/en/comparison-words.tsv"
};

static const unsigned char languages_en_complementisers[] = {
#embed "../SutraResources/Languages/en/complementisers.tsv"
};

static const unsigned char languages_en_confidence[] = {
#embed "../SutraResources/Languages/en/confidence.tsv"
};

static const unsigned char languages_en_connectives[] = {
#embed "../SutraResources/Languages/en/connectives.tsv"
};

static const unsigned char languages_en_credits[] = {
#embed "../SutraResources/Languages/en/credits.tsv"
};

static const unsigned char languages_en_cues[] = {
#embed "../SutraResources/Languages/en/cues.tsv"
};

static const unsigned char languages_en_demonyms[] = {
#embed "../SutraResources/Languages/en/demonyms.tsv"
};

static const unsigned char languages_en_documents[] = {
#embed "../SutraResources/Languages/en/documents.tsv"
};

static const unsigned char languages_en_events[] = {
#embed "../SutraResources/Languages/en/events.tsv"
};

static const unsigned char languages_en_family_names[] = {
#embed "../SutraResources/Languages/en/family-names.tsv"
};

static const unsigned char languages_en_function_words[] = {
#embed "../SutraResources/Languages/en/function-words.tsv"
};

static const unsigned char languages_en_gender_words[] = {
#embed "../SutraResources/Languages/en/gender-words.tsv"
};

static const unsigned char languages_en_genders[] = {
#embed "../SutraResources/Languages/en/genders.tsv"
};

static const unsigned char languages_en_given_names[] = {
#embed "../SutraResources/Languages/en/given-names.tsv"
};

static const unsigned char languages_en_language[] = {
#embed "../SutraResources/Languages/en/language.tsv"
};

static const unsigned char languages_en_lexicon[] = {
#embed "../SutraResources/Languages/en/lexicon.bin"
};

static const unsigned char languages_en_measures[] = {
#embed "../SutraResources/Languages/en/measures.tsv"
};

static const unsigned char languages_en_media[] = {
#embed "../SutraResources/Languages/en/media.tsv"
};

static const unsigned char languages_en_organisation_heads[] = {
#embed "../SutraResources/Languages/en/organisation-heads.tsv"
};

static const unsigned char languages_en_organisations[] = {
#embed "../SutraResources/Languages/en/organisations.tsv"
};

static const unsigned char languages_en_page_words[] = {
#embed "../SutraResources/Languages/en/page-words.tsv"
};

static const unsigned char languages_en_place_heads[] = {
#embed "../SutraResources/Languages/en/place-heads.tsv"
};

static const unsigned char languages_en_places[] = {
#embed "../SutraResources/Languages/en/places.tsv"
};

static const unsigned char languages_en_pronouns[] = {
#embed "../SutraResources/Languages/en/pronouns.tsv"
};

static const unsigned char languages_en_roles[] = {
#embed "../SutraResources/Languages/en/roles.tsv"
};

static const unsigned char languages_en_speaker_confidence[] = {
#embed "../SutraResources/Languages/en/speaker-confidence.tsv"
};

static const unsigned char languages_en_time_words[] = {
#embed "../SutraResources/Languages/en/time-words.tsv"
};

static const unsigned char languages_en_titles[] = {
#embed "../SutraResources/Languages/en/titles.tsv"
};

static const unsigned char languages_en_verbs[] = {
#embed "../SutraResources/Languages/en/verbs.tsv"
};

static const unsigned char languages_en_wording[] = {
#embed "../SutraResources/Languages/en/wording.tsv"
};

static const unsigned char languages_en_works[] = {
#embed "../SutraResources/Languages/en/works.tsv"
};

static const unsigned char models_bn[] = {
#embed "../SutraResources/Models/bn.model"
};

static const unsigned char models_en[] = {
#embed "../SutraResources/Models/en.model"
};

static const unsigned char models_reading_en[] = {
#embed "../SutraResources/Models/reading-en.network"
};

static const unsigned char samples_bn[] = {
#embed "../SutraResources/Samples/bn.txt"
};

static const unsigned char samples_en[] = {
#embed "../SutraResources/Samples/en.txt"
};

static const unsigned char themes_16_dark[] = {
#embed "../../Themes/16/dark.theme"
};

static const unsigned char themes_16_high_contrast[] = {
#embed "../../Themes/16/high-contrast.theme"
};

static const unsigned char themes_16_light[] = {
#embed "../../Themes/16/light.theme"
};

static const unsigned char themes_8_dark[] = {
#embed "../../Themes/8/dark.theme"
};

static const unsigned char themes_8_high_contrast[] = {
#embed "../../Themes/8/high-contrast.theme"
};

static const unsigned char themes_8_light[] = {
#embed "../../Themes/8/light.theme"
};

static const unsigned char themes_dark[] = {
#embed "../../Themes/dark.theme"
};

static const unsigned char themes_high_contrast[] = {
#embed "../../Themes/high-contrast.theme"
};

static const unsigned char themes_light[] = {
#embed "../../Themes/light.theme"
};

static const unsigned char themes_mono[] = {
#embed "../../Themes/mono.theme"
};

#define ROW(path, bytes) {path, bytes, sizeof bytes}

static const sutra_resource files[] = {
    ROW("interface/bn.tsv", interface_bn),
    ROW("interface/en.tsv", interface_en),
    ROW("languages/bn/abbreviations.tsv", languages_bn_abbreviations),
    ROW("languages/bn/alphabet.tsv", languages_bn_alphabet),
    ROW("languages/bn/anonymity.tsv", languages_bn_anonymity),
    ROW("languages/bn/bylines.tsv", languages_bn_bylines),
    ROW("languages/bn/claim-words.tsv", languages_bn_claim_words),
    ROW("languages/bn/common-words.tsv", languages_bn_common_words),
    ROW("languages/bn/comparison-words.tsv", languages_bn_comparison_words),
    ROW("languages/bn/complementisers.tsv", languages_bn_complementisers),
    ROW("languages/bn/confidence.tsv", languages_bn_confidence),
    ROW("languages/bn/connectives.tsv", languages_bn_connectives),
    ROW("languages/bn/credits.tsv", languages_bn_credits),
    ROW("languages/bn/cues.tsv", languages_bn_cues),
    ROW("languages/bn/demonyms.tsv", languages_bn_demonyms),
    ROW("languages/bn/documents.tsv", languages_bn_documents),
    ROW("languages/bn/endings.tsv", languages_bn_endings),
    ROW("languages/bn/events.tsv", languages_bn_events),
    ROW("languages/bn/family-names.tsv", languages_bn_family_names),
    ROW("languages/bn/function-words.tsv", languages_bn_function_words),
    ROW("languages/bn/gender-words.tsv", languages_bn_gender_words),
    ROW("languages/bn/genders.tsv", languages_bn_genders),
    ROW("languages/bn/given-names.tsv", languages_bn_given_names),
    ROW("languages/bn/keyboard-national.tsv", languages_bn_keyboard_national),
    ROW("languages/bn/keyboard-probhat.tsv", languages_bn_keyboard_probhat),
    ROW("languages/bn/language.tsv", languages_bn_language),
    ROW("languages/bn/latin-letters.tsv", languages_bn_latin_letters),
    ROW("languages/bn/latin-names.tsv", languages_bn_latin_names),
    ROW("languages/bn/letter-names.tsv", languages_bn_letter_names),
    ROW("languages/bn/letter-variants.tsv", languages_bn_letter_variants),
    ROW("languages/bn/lexicon.bin", languages_bn_lexicon),
    ROW("languages/bn/measures.tsv", languages_bn_measures),
    ROW("languages/bn/media.tsv", languages_bn_media),
    ROW("languages/bn/old-font.tsv", languages_bn_old_font),
    ROW("languages/bn/organisation-heads.tsv", languages_bn_organisation_heads),
    ROW("languages/bn/organisations.tsv", languages_bn_organisations),
    ROW("languages/bn/page-words.tsv", languages_bn_page_words),
    ROW("languages/bn/place-heads.tsv", languages_bn_place_heads),
    ROW("languages/bn/places.tsv", languages_bn_places),
    ROW("languages/bn/pronouns.tsv", languages_bn_pronouns),
    ROW("languages/bn/roles.tsv", languages_bn_roles),
    ROW("languages/bn/speaker-confidence.tsv", languages_bn_speaker_confidence),
    ROW("languages/bn/time-words.tsv", languages_bn_time_words),
    ROW("languages/bn/titles.tsv", languages_bn_titles),
    ROW("languages/bn/verbs.tsv", languages_bn_verbs),
    ROW("languages/bn/wording.tsv", languages_bn_wording),
    ROW("languages/bn/works.tsv", languages_bn_works),
    ROW("languages/en/abbreviations.tsv", languages_en_abbreviations),
    ROW("languages/en/anonymity.tsv", languages_en_anonymity),
    ROW("languages/en/bylines.tsv", languages_en_bylines),
    ROW("languages/en/claim-words.tsv", languages_en_claim_words),
    ROW("languages/en/common-words.tsv", languages_en_common_words),
    ROW("languages/en/comparison-words.tsv", languages_en_comparison_words),
    ROW("languages/en/complementisers.tsv", languages_en_complementisers),
    ROW("languages/en/confidence.tsv", languages_en_confidence),
    ROW("languages/en/connectives.tsv", languages_en_connectives),
    ROW("languages/en/credits.tsv", languages_en_credits),
    ROW("languages/en/cues.tsv", languages_en_cues),
    ROW("languages/en/demonyms.tsv", languages_en_demonyms),
    ROW("languages/en/documents.tsv", languages_en_documents),
    ROW("languages/en/events.tsv", languages_en_events),
    ROW("languages/en/family-names.tsv", languages_en_family_names),
    ROW("languages/en/function-words.tsv", languages_en_function_words),
    ROW("languages/en/gender-words.tsv", languages_en_gender_words),
    ROW("languages/en/genders.tsv", languages_en_genders),
    ROW("languages/en/given-names.tsv", languages_en_given_names),
    ROW("languages/en/language.tsv", languages_en_language),
    ROW("languages/en/lexicon.bin", languages_en_lexicon),
    ROW("languages/en/measures.tsv", languages_en_measures),
    ROW("languages/en/media.tsv", languages_en_media),
    ROW("languages/en/organisation-heads.tsv", languages_en_organisation_heads),
    ROW("languages/en/organisations.tsv", languages_en_organisations),
    ROW("languages/en/page-words.tsv", languages_en_page_words),
    ROW("languages/en/place-heads.tsv", languages_en_place_heads),
    ROW("languages/en/places.tsv", languages_en_places),
    ROW("languages/en/pronouns.tsv", languages_en_pronouns),
    ROW("languages/en/roles.tsv", languages_en_roles),
    ROW("languages/en/speaker-confidence.tsv", languages_en_speaker_confidence),
    ROW("languages/en/time-words.tsv", languages_en_time_words),
    ROW("languages/en/titles.tsv", languages_en_titles),
    ROW("languages/en/verbs.tsv", languages_en_verbs),
    ROW("languages/en/wording.tsv", languages_en_wording),
    ROW("languages/en/works.tsv", languages_en_works),
    ROW("models/bn.model", models_bn),
    ROW("models/en.model", models_en),
    ROW("models/reading-en.network", models_reading_en),
    ROW("samples/bn.txt", samples_bn),
    ROW("samples/en.txt", samples_en),
    ROW("themes/16/dark.theme", themes_16_dark),
    ROW("themes/16/high-contrast.theme", themes_16_high_contrast),
    ROW("themes/16/light.theme", themes_16_light),
    ROW("themes/8/dark.theme", themes_8_dark),
    ROW("themes/8/high-contrast.theme", themes_8_high_contrast),
    ROW("themes/8/light.theme", themes_8_light),
    ROW("themes/dark.theme", themes_dark),
    ROW("themes/high-contrast.theme", themes_high_contrast),
    ROW("themes/light.theme", themes_light),
    ROW("themes/mono.theme", themes_mono),
};

sutra_resource sutra_resource_at(size_t index) {
  static const sutra_resource none = {NULL, NULL, 0};
  return index < sizeof files / sizeof *files ? files[index] : none;
}
