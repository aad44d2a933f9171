package dev.taizhang.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EveryInsiderTest {

  private static final Requirement REQUIREMENT = Requirement.ofWithheld();

  /** Pairs of universities, a prefecture each, with some disabled graduates. */
  private static SmallProvince pairs() {
    SmallProvince province = new SmallProvince();
    for (int number = 1; number <= 6; number++) {
      String university = "1000" + number;
      province
          .university(university, "4101%02d".formatted((number + 1) / 2))
          .people(university, "none", 50, 80)
          .people(university, "any disabled", number % 2 == 1 ? 4 : 6, 10)
          .people(university, "any orphan", 2 + number, 9 + number);
    }
    return province;
  }

  private static List<Insider> insiders(SmallProvince province) {
    return province.people().stream()
        .map(KnownPeople::universityCode)
        .distinct()
        .map(province::insider)
        .toList();
  }

  private static InsidersReport attack(
      SmallProvince province, List<PublishedFigure> figures, int universities) {
    AttackReport everybody = Attack.on(figures, province.known(), REQUIREMENT);
    assertEquals(List.of(), everybody.breaches());
    return EveryInsider.on(
        figures, province.known(), insiders(province), REQUIREMENT, everybody, universities);
  }

  private static List<PublishedFigure> withheld(SmallProvince province) {
    List<PublishedFigure> figures = new ArrayList<>();
    for (String group : List.of("disabled", "orphan")) {
      for (Insider insider : insiders(province)) {
        figures.add(
            province.withheld(province.scope(), "university", insider.universityCode(), group));
      }
      figures.add(province.withheld(province.scope(), "prefecture", "410103", group));
    }
    return figures;
  }

  @Test
  void movesOfAFewUniversitiesSettleWhatIsWideForEveryInsider() {
    SmallProvince province = pairs();

    for (int universities : List.of(1, 2, 6)) {
      InsidersReport report = attack(province, withheld(province), universities);

      assertEquals(6 * 12, report.attacked());
      assertEquals(6 * 12, report.settledByMoves(), "of " + universities);
      assertEquals(List.of(), report.others());
    }
  }

  @Test
  void insiderOfAPrefectureOfTwoIsFoundAmongAll() {
    SmallProvince province = pairs();
    List<PublishedFigure> figures = withheld(province);
    figures.add(province.shown(province.scope(), "prefecture", "410101", "disabled"));

    InsidersReport report = attack(province, figures, 2);

    assertEquals(
        List.of("10002 6 to 6 of 10", "10001 4 to 4 of 10"),
        report.breaches().stream().map(EveryInsiderTest::inShort).toList());
  }

  private static String inShort(Breach breach) {
    Width width = breach.width();
    return "%s %d to %d of %d"
        .formatted(width.figure().code(), width.lowest(), width.highest(), width.size());
  }

  @Test
  void insidersWhoDoNotAgreeWithWhatIsPublishedAreSaidToContradictIt() {
    SmallProvince province = pairs();
    List<Insider> insiders = new ArrayList<>(insiders(province));
    Map<String, Long> wrong = new HashMap<>(insiders.get(0).placedOfPeople());
    wrong.replaceAll((id, placed) -> placed - 1);
    insiders.set(0, new Insider("10001", wrong));
    AttackReport everybody = Attack.on(withheld(province), province.known(), REQUIREMENT);

    assertThrows(
        ContradictionException.class,
        () ->
            EveryInsider.on(
                withheld(province), province.known(), insiders, REQUIREMENT, everybody));
  }
}
