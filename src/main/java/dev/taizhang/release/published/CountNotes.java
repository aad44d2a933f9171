package dev.taizhang.release.published;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.release.record.Manifest;

/**
 * How a policy shows counts, as tables say it.
 *
 * @param exact of figures that sums of graduates tell; empty where they are as they are
 * @param coarse of figures of everybody together that no sum tells
 */
record CountNotes(Label exact, Label coarse) {

  private static final Label WHOLE =
      new Label(
          "人数取整到十，占比和差距取整到百分点，时间取整到天",
          "Counts are in tens, shares and gaps in whole percent, times in whole days");
  private static final Label ENOUGH =
      new Label(
          "；不足 30 人，或者发生、未发生的不足 10 人的，不予公布。",
          "; withheld where there are fewer than 30 people, or fewer than 10 to whom it happened or did not.");

  static CountNotes of(Manifest manifest) {
    JsonNode policy = manifest.root().path("policy");
    Label exact =
        switch (policy.path("rounding").asText()) {
          case "hesa", "base_5" -> rounded(5);
          case "base_10" -> rounded(10);
          default -> Label.same("");
        };
    Label end = manifest.withholdsNothing() ? new Label("。", ".") : ENOUGH;
    return new CountNotes(exact, new Label(WHOLE.zh() + end.zh(), WHOLE.en() + end.en()));
  }

  private static Label rounded(int base) {
    return new Label(
        "人数取整到 %d 的倍数，比率按取整后的人数计算。".formatted(base),
        "Counts are rounded to multiples of %d, and rates computed from the rounded ones."
            .formatted(base));
  }
}
