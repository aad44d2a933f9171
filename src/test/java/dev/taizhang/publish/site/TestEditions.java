package dev.taizhang.publish.site;

import dev.taizhang.publish.edition.CodeName;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.KeyFinding;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small editions for tests of what is made from them. */
final class TestEditions {

  private TestEditions() {}

  static EditionColumn column(String id, Unit unit) {
    return new EditionColumn(id, unit, Label.same(id), Label.same("about " + id), "", "", "", "");
  }

  static EditionTable table(
      String id, String part, List<EditionColumn> columns, List<List<Shown>> rows) {
    return new EditionTable(id, part, Label.same(id + " " + part), columns, rows);
  }

  /** Rates of groups: a name, graduates and a rate in each row. */
  static EditionTable groups(List<List<Shown>> rows) {
    return table(
        "placement_rates",
        "groups",
        List.of(
            column("hardship_group", Unit.CODE),
            column("graduates", Unit.COUNT),
            column("placement_rate", Unit.RATE)),
        rows);
  }

  /** An edition with one table. */
  static Edition of(String madeFrom, EditionTable... tables) {
    return of(madeFrom, Label.same("the university"), tables);
  }

  /** An edition whose university is called so. */
  static Edition of(String madeFrom, Label universityName, EditionTable... tables) {
    return new Edition(
        EditionKind.INTERNAL,
        LocalDate.of(2025, 8, 31),
        madeFrom,
        "1.0",
        7,
        30,
        Map.of(
            "university_code", List.of(new CodeName("90001", universityName, "410000", "410100"))),
        List.of(tables),
        new TreeMap<>(
            Map.of(
                2025,
                List.of(
                    KeyFinding.ofEverybody(Label.same("one")),
                    new KeyFinding(Label.same("two"), "disabled"),
                    KeyFinding.ofEverybody(universityName)))));
  }
}
