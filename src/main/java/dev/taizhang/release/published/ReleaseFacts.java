package dev.taizhang.release.published;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.publish.edition.EditionRelease;
import dev.taizhang.publish.edition.EditionRelease.Fact;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.release.EditionWords;
import dev.taizhang.release.Wording;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.Releases.Release;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a release says of itself: state, plan, policy, what was checked. It names who approved it,
 * and no figure that it does not show.
 */
final class ReleaseFacts {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Release release;
  private final JsonNode manifest;
  private final EditionWords words;

  ReleaseFacts(Release release, Manifest manifest, EditionWords words) {
    this.release = release;
    this.manifest = manifest.root();
    this.words = words;
  }

  /** The release with what moved since the one before it. */
  EditionRelease of(List<Label> changes) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("发布编号", "Release", Label.same(release.releaseId())));
    facts.add(fact("状态", "State", state()));
    facts.add(fact("统计日期", "As-of date", date()));
    facts.add(fact("发布方案", "Plan", plan()));
    facts.add(fact("保护规则", "Policy", policy()));
    departures().ifPresent(text -> facts.add(fact("与所依据规则的差别", "Departures from its rule", text)));
    facts.add(fact("数字", "Figures", figures()));
    facts.add(fact("一并保护的发布", "Protected together with", earlier()));
    facts.add(fact("核验", "What was checked", CheckedFacts.of(manifest.path("checked"))));
    accepted().ifPresent(text -> facts.add(fact("经审定放行的疑点", "Doubts let pass", text)));
    facts.add(fact("数据来源", "Made from", submissions()));
    return new EditionRelease(release.releaseId(), release.asOfKind(), facts, changes);
  }

  private static Fact fact(String zh, String en, Label text) {
    return new Fact(new Label(zh, en), text);
  }

  private Label state() {
    if (release.isDraft()) {
      return new Label("草稿，未经审批，不得公布", "draft, not approved and not for publication");
    }
    return new Label(
        "已批准：%s，%s".formatted(release.approvedBy(), time(release.approvedAt())),
        "approved by %s on %s".formatted(release.approvedBy(), time(release.approvedAt())));
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }

  private Label date() {
    Label kind = words.name("as_of_kind", release.asOfKind()).orElseThrow();
    return new Label(
        "%s（%s）".formatted(release.asOfDate(), kind.zh()),
        "%s (%s)".formatted(release.asOfDate(), kind.en()));
  }

  /** Which tables leave the house, by what they are cut, and of which groups. */
  private Label plan() {
    Map<String, List<String>> zh = new LinkedHashMap<>();
    Map<String, List<String>> en = new LinkedHashMap<>();
    for (JsonNode cut : manifest.path("plan").path("cuts")) {
      boolean every = cut.path("groups").path(0).asText().equals("*");
      String groups =
          StreamSupport.stream(cut.path("groups").spliterator(), false)
              .map(JsonNode::asText)
              .collect(joining(", "));
      Label level = words.name("planned_level", cut.path("level").asText()).orElseThrow();
      Label table = words.name("published_table", cut.path("table").asText()).orElseThrow();
      zh.computeIfAbsent(table.zh(), none -> new ArrayList<>())
          .add(level.zh() + (every ? "" : "（仅 " + groups + "）"));
      en.computeIfAbsent(table.en(), none -> new ArrayList<>())
          .add(level.en() + (every ? "" : " (" + groups + " alone)"));
    }
    String name = manifest.path("plan").path("name").asText();
    return new Label(
        name + "。" + listed(zh, "：", "、", "；"), name + ". " + listed(en, ": ", ", ", "; "));
  }

  private static String listed(
      Map<String, List<String>> byTable, String colon, String comma, String end) {
    return byTable.entrySet().stream()
        .map(one -> one.getKey() + colon + String.join(comma, one.getValue()))
        .collect(joining(end));
  }

  private Label policy() {
    JsonNode policy = manifest.path("policy");
    String name = policy.path("name").asText();
    long count = policy.path("minimum_count").asLong();
    long denominator = policy.path("minimum_denominator").asLong();
    if (Manifest.read(release.manifest()).withholdsNothing()) {
      return new Label(
          name + "：不隐去任何数字，仅供内部使用", name + ": nothing is withheld, for the office alone");
    }
    if (policy.path("rounding").asText().equals("none")) {
      return new Label(
          "%s：除全体外的群体，落实或未落实不足 %d 人的，以及全体不足 %d 人的，不予公布；由其他数字可推知的一并不公布"
              .formatted(name, count, denominator),
          "%s: of groups other than all, figures with fewer than %d placed or unplaced are withheld, of all those of fewer than %d graduates, and whatever others would give them away"
              .formatted(name, count, denominator));
    }
    return new Label(
        "%s：人数取整，落实率按取整后的人数计算；毕业生不足 %d 人、落实或未落实不足 %d 人的落实率不予公布".formatted(name, denominator, count),
        "%s: counts are rounded and rates computed from them; rates of fewer than %d graduates, or of fewer than %d placed or unplaced, are withheld"
            .formatted(name, denominator, count));
  }

  private Optional<Label> departures() {
    JsonNode policy = manifest.path("policy");
    Label text =
        new Label(policy.path("departures_zh").asText(), policy.path("departures_en").asText());
    return Optional.of(text).filter(one -> !one.zh().isEmpty() || !one.en().isEmpty());
  }

  private Label figures() {
    String shown = Wording.count(release.figuresShown());
    String withheld = Wording.count(release.figuresWithheld());
    return new Label(
        "公布 %s 行，不予公布 %s 行".formatted(shown, withheld),
        "%s rows with figures, %s rows withheld".formatted(shown, withheld));
  }

  private Label earlier() {
    String ids =
        StreamSupport.stream(manifest.path("earlier_releases").spliterator(), false)
            .map(JsonNode::asText)
            .collect(joining(", "));
    return ids.isEmpty() ? new Label("此前没有发布", "no earlier release") : Label.same(ids);
  }

  /** The doubts by name alone: what they found may be a figure that is withheld. */
  private Optional<Label> accepted() {
    List<Label> gates =
        StreamSupport.stream(manifest.path("accepted_gates").spliterator(), false)
            .map(one -> words.name("gate", one.path("gate").asText()).orElseThrow())
            .toList();
    return gates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Label(
                gates.stream().map(Label::zh).distinct().collect(joining("、")),
                gates.stream().map(Label::en).distinct().collect(joining(", "))));
  }

  private Label submissions() {
    long files =
        StreamSupport.stream(manifest.path("submissions").spliterator(), false)
            .map(one -> one.path("submission_id").asText())
            .distinct()
            .count();
    long universities =
        StreamSupport.stream(manifest.path("submissions").spliterator(), false)
            .map(one -> one.path("university_code").asText())
            .distinct()
            .count();
    String program = manifest.path("code_version").asText();
    return new Label(
        "%s 所高校的 %s 份台账，taizhang %s"
            .formatted(Wording.count(universities), Wording.count(files), program),
        "%s ledgers of %s universities, by taizhang %s"
            .formatted(Wording.count(files), Wording.count(universities), program));
  }
}
