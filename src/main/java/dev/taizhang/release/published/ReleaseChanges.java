package dev.taizhang.release.published;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.release.EditionWords;
import dev.taizhang.release.Wording;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.published.PublishedTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What moved since the release before of the same date, as the manifest tells it: in sentences, and
 * rate by rate in a table. A value that is withheld in one of the two is told of neither.
 */
final class ReleaseChanges {

  /** The list of the reasons for which figures move. */
  static final String WHY = "moved_why";

  private static final String ANOTHER_PLAN = "planned_otherwise";
  private static final String TABLE = "release_changes";
  private static final int LARGEST = 5;
  private static final String RATES = PublishedTables.PLACEMENT_RATES.name();
  private static final String[] COUNTS_AND_RATE = {"graduates", "placed", "placement_rate"};

  private final Manifest manifest;
  private final JsonNode figures;
  private final EditionWords words;
  private final List<Moved> moved = new ArrayList<>();

  /** A rate of which something moved. */
  private record Moved(ReleasedRow row, JsonNode figures, String why) {

    /** The figure as it was: the same where it did not move. */
    Shown before(String figure, Shown now) {
      JsonNode told = figures.path(figure);
      if (told.isMissingNode()) {
        return now;
      }
      JsonNode before = told.path("before");
      if (before.isNull()) {
        return why.equals(ANOTHER_PLAN) ? Shown.NOTHING : Shown.withheld(Symbol.CONFIDENTIAL);
      }
      return figure.equals("placement_rate")
          ? Shown.share(before.asDouble())
          : Shown.of(before.asLong());
    }

    /** How far the rate moved; 0 where it did not, or is not told of both. */
    double rateMoved() {
      JsonNode rate = figures.path("placement_rate");
      return rate.path("before").isNumber() && rate.path("now").isNumber()
          ? rate.path("now").asDouble() - rate.path("before").asDouble()
          : 0;
    }
  }

  /**
   * Reads the changes.
   *
   * @param rates the rates of the release
   */
  ReleaseChanges(Manifest manifest, List<ReleasedRow> rates, EditionWords words) {
    this.manifest = manifest;
    this.figures = manifest.root().path("changes").path("figures");
    this.words = words;
    Map<String, ReleasedRow> byKey = new HashMap<>();
    rates.forEach(row -> byKey.put(row.key(), row));
    figures.forEach(
        one -> {
          ReleasedRow row = byKey.get(key(one.path("key")));
          // What the release before had and this one has not is counted, and stands in it.
          if (one.path("table").asText().equals(RATES) && row != null) {
            moved.add(new Moved(row, one.path("moved"), one.path("why").asText()));
          }
        });
  }

  private static String key(JsonNode key) {
    return PublishedTables.PLACEMENT_RATES.table().key().stream()
        .skip(1)
        .map(field -> key.path(field.name()).asText())
        .collect(joining("/"));
  }

  /** Every rate that moved, in the order of its key. */
  EditionTable table() {
    Map<String, Moved> byRow = new HashMap<>();
    moved.forEach(one -> byRow.put(one.row().key(), one));
    ReleasedTable table =
        new ReleasedTable(words)
            .columns("as_of_date", "graduation_year")
            .columns("region_level", "region_code")
            .column("region_name", "region_name_zh")
            .columns("major_level", "major_catalogue", "major_code")
            .column("major_name", "major_name_zh")
            .columns("university_code", "hardship_group")
            .shown(WHY, (row, shape) -> Shown.of(byRow.get(row.key()).why()));
    for (String figure : COUNTS_AND_RATE) {
      table
          .shown(
              figure + "_before",
              (row, shape) -> byRow.get(row.key()).before(figure, row.shown(figure, shape)))
          .column(figure + "_now", figure);
    }
    return table.table(TABLE, "all", moved.stream().map(Moved::row).toList());
  }

  /** How many figures moved and why, and which rates moved most. */
  List<Label> sentences() {
    Optional<String> since = manifest.since();
    if (since.isEmpty()) {
      return List.of(
          new Label(
              "这是该日期的首次发布，没有可比的前次发布。",
              "This is the first release of its date: there is none before it to compare with."));
    }
    long count = manifest.moved();
    if (count == 0) {
      return List.of(
          new Label(
              "与前次发布 %s 相比，没有数字变动。".formatted(since.get()),
              "No figure moved since the release %s before it.".formatted(since.get())));
    }
    Label reasons = reasons();
    List<Label> sentences = new ArrayList<>();
    sentences.add(
        new Label(
            "与前次发布 %s 相比，%s 行数字有变动：%s。".formatted(since.get(), Wording.count(count), reasons.zh()),
            "Since the release %s before it, %s rows of figures moved: %s."
                .formatted(since.get(), Wording.count(count), reasons.en())));
    List<Label> largest =
        moved.stream()
            .filter(one -> Wording.direction(one.rateMoved()) != 0)
            .sorted(
                Comparator.<Moved>comparingDouble(one -> -Math.abs(one.rateMoved()))
                    .thenComparing(one -> one.row().key()))
            .limit(LARGEST)
            .map(this::told)
            .toList();
    if (!largest.isEmpty()) {
      sentences.add(
          new Label(
              "落实率变动最大的：" + largest.stream().map(Label::zh).collect(joining("；")) + "。",
              "The rates that moved most: "
                  + largest.stream().map(Label::en).collect(joining("; "))
                  + "."));
    }
    return sentences;
  }

  private Label reasons() {
    Map<String, Long> counts = new TreeMap<>();
    figures.forEach(one -> counts.merge(one.path("why").asText(), 1L, Long::sum));
    List<Label> told =
        words.list(WHY).entrySet().stream()
            .filter(why -> counts.containsKey(why.getKey()))
            .map(
                why ->
                    new Label(
                        "%s %s 行"
                            .formatted(
                                why.getValue().zh(), Wording.count(counts.get(why.getKey()))),
                        "%s: %s"
                            .formatted(
                                why.getValue().en().toLowerCase(java.util.Locale.ROOT),
                                Wording.count(counts.get(why.getKey())))))
            .toList();
    return new Label(
        told.stream().map(Label::zh).collect(joining("，")),
        told.stream().map(Label::en).collect(joining(", ")));
  }

  private Label told(Moved one) {
    Label place = place(one.row());
    Label group = one.row().name("hardship_group");
    int year = one.row().graduationYear();
    String before = Wording.percent(one.figures().path("placement_rate").path("before").asDouble());
    String now = Wording.percent(one.row().share("placement_rate"));
    return new Label(
        "%d届%s“%s” %s%% → %s%%".formatted(year, place.zh(), group.zh(), before, now),
        "%s, %s, cohort %d: %s%% → %s%%".formatted(place.en(), group.en(), year, before, now));
  }

  private static Label place(ReleasedRow row) {
    for (String code : new String[] {"university_code", "region_code", "major_code"}) {
      if (!row.isWhole(code)) {
        return row.name(code);
      }
    }
    return new Label("总体", "everywhere");
  }
}
