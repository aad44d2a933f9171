package dev.taizhang.release.published;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.release.Wording;
import java.util.ArrayList;
import java.util.List;

/** What was checked of a release, how, and with which result. */
final class CheckedFacts {

  private CheckedFacts() {}

  /**
   * The words.
   *
   * @param checked what the manifest says; null or missing while nobody audited the release
   */
  static Label of(JsonNode checked) {
    if (!checked.isObject()) {
      return new Label("尚未核验", "not audited yet");
    }
    List<Label> parts = new ArrayList<>();
    parts.add(result(checked));
    checked.path("attacks").forEach(attack -> parts.add(attack(attack)));
    return new Label(
        parts.stream().map(Label::zh).collect(joining("；")) + "。",
        parts.stream().map(Label::en).collect(joining("; ")) + ".");
  }

  private static Label result(JsonNode checked) {
    Label width =
        new Label(
            "要求每个不予公布的数字至少还有 %s 种可能（不足 %s 人的，各种人数都有可能）"
                .formatted(
                    checked.path("required_counts").asText(),
                    checked.path("whole_up_to").asInt() + 1),
            "required: for each withheld figure at least %s counts stay possible (of up to %s people every one)"
                .formatted(
                    checked.path("required_counts").asText(),
                    checked.path("whole_up_to").asText()));
    Label found =
        switch (checked.path("result").asText()) {
          case "passed" -> new Label("通过", "passed");
          case "failed" -> new Label("未通过", "failed");
          default -> new Label("未能判定", "undecided");
        };
    String smallest =
        checked.path("smallest_width").isNumber() ? checked.path("smallest_width").asText() : "";
    // A reader would take the number for a breach of what is required.
    Label few =
        checked.path("result").asText().equals("passed")
                && checked.path("smallest_width").asLong()
                    < checked.path("required_counts").asLong()
            ? new Label(
                "（仅人数很少或本来就没有更多可能的数字少于要求）",
                ", which is less only of few people or where no more can be left open")
            : new Label("", "");
    return new Label(
        found.zh()
            + "；"
            + width.zh()
            + (smallest.isEmpty() ? "" : "；实际最少 " + smallest + " 种" + few.zh()),
        found.en()
            + "; "
            + width.en()
            + (smallest.isEmpty() ? "" : "; the fewest found were " + smallest + few.en()));
  }

  private static Label attack(JsonNode attack) {
    return new Label(
        "假设攻击者知道%s：核验 %s 个不予公布的数字（整数求解 %s 个，放宽求解 %s 个，线性规划 %s 个，未判定 %s 个），可推知的 %s 个"
            .formatted(
                attack.path("knowledge_zh").asText(),
                count(attack, "figures"),
                count(attack, "in_integers"),
                count(attack, "bounded"),
                count(attack, "by_programmes"),
                count(attack, "undecided"),
                count(attack, "breaches")),
        "an attacker who knows %s: %s withheld figures attacked (%s in integers, %s by bounds, %s by linear programmes, %s undecided), %s found out"
            .formatted(
                attack.path("knowledge_en").asText(),
                count(attack, "figures"),
                count(attack, "in_integers"),
                count(attack, "bounded"),
                count(attack, "by_programmes"),
                count(attack, "undecided"),
                count(attack, "breaches")));
  }

  private static String count(JsonNode attack, String field) {
    return Wording.count(attack.path(field).asLong());
  }
}
