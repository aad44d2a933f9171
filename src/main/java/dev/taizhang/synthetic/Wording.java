package dev.taizhang.synthetic;

import dev.taizhang.reference.HardshipTag;
import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.ReferenceData;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a university writes what it knows.
 *
 * @param dates form of dates
 * @param yearWithSuffix whether it writes 2025届 and not 2025
 * @param hardships how it tells hardships
 * @param none what it writes for somebody without hardship; empty where it leaves the cell blank
 * @param outcomes its text of each outcome
 * @param degrees its text of each level
 * @param tagWords its word for each hardship tag, by id
 */
record Wording(
    DateForm dates,
    boolean yearWithSuffix,
    HardshipForm hardships,
    String none,
    Map<Outcome, String> outcomes,
    Map<Degree, String> degrees,
    Map<String, String> tagWords) {

  /** How hardships are told. */
  enum HardshipForm {
    /** The mask 0 to 7, as code or text or both. */
    MASK,
    /** A word for each tag. */
    TAGS,
    /** Not at all. */
    NOTHING
  }

  private static final List<String> TAG_STYLES = List.of("words", "detailed");
  private static final List<String> NONE_WORDS = List.of("无", "", "非困难生", "无");

  static Wording of(
      int index, boolean vocational, Style style, ReferenceData reference, Draw draw) {
    HardshipForm hardships =
        !style.has(Content.HARDSHIP) && !style.has(Content.HARDSHIP_CODE)
            ? HardshipForm.NOTHING
            : TAG_STYLES.contains(style.id()) ? HardshipForm.TAGS : HardshipForm.MASK;
    return new Wording(
        DateForm.of(index),
        index % 2 == 1,
        hardships,
        NONE_WORDS.get(index % NONE_WORDS.size()),
        OutcomeTexts.choose(draw),
        degrees(reference, vocational),
        tagWords(reference, index % 2 == 0));
  }

  private static Map<Degree, String> degrees(ReferenceData reference, boolean vocational) {
    Map<Degree, String> texts = new EnumMap<>(Degree.class);
    for (Degree degree : Degree.values()) {
      texts.put(degree, reference.codeName("degree", degree.code()).orElse(degree.code()));
    }
    if (vocational) {
      texts.put(Degree.ASSOCIATE, "专科");
    }
    return texts;
  }

  private static Map<String, String> tagWords(ReferenceData reference, boolean withSuffix) {
    Map<String, String> words = new TreeMap<>();
    for (HardshipTag tag : reference.hardshipTags()) {
      String longer = tag.name() + "学生";
      boolean known =
          reference.codeTexts().stream()
              .anyMatch(
                  text ->
                      text.list().equals("hardship_tag")
                          && text.text().equals(longer)
                          && text.code().equals(tag.tag()));
      words.put(tag.tag(), withSuffix && known ? longer : tag.name());
    }
    return words;
  }
}
