package dev.taizhang.publish.edition;

import static java.util.Objects.requireNonNull;

/**
 * What the figures of a cohort say, in one sentence.
 *
 * @param sentence the sentence
 * @param hardshipGroup code of the group that it speaks of; {@link #OF_EVERYBODY} where it speaks
 *     of no group
 */
public record KeyFinding(Label sentence, String hardshipGroup) {

  /** Stands where a finding speaks of no hardship group. */
  public static final String OF_EVERYBODY = "";

  public KeyFinding {
    requireNonNull(sentence, "sentence");
    requireNonNull(hardshipGroup, "hardshipGroup");
  }

  /** A finding that speaks of no hardship group. */
  public static KeyFinding ofEverybody(Label sentence) {
    return new KeyFinding(sentence, OF_EVERYBODY);
  }
}
