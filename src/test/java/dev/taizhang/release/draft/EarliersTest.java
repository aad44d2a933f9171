package dev.taizhang.release.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.taizhang.disclosure.Earlier;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.InventedProvince.Part;
import dev.taizhang.tables.ReleasePeople.Counted;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.published.PublishedTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What later releases are protected against. */
class EarliersTest {

  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());
  private static final Set<String> POOR = Set.of("any", "economic_difficulty");
  private static final Part NONE = new Part("90001", Set.of("none"), 200, 150);

  private static Draft draft(String policy, Part... people) {
    return InventedProvince.of(REFERENCE, people).draft("default", policy);
  }

  /** The release that a draft becomes, under an id of its own. */
  private static GivenOut givenOut(String id, boolean isRounded) {
    return new GivenOut(
        new Release(
            id,
            Releases.APPROVED,
            InventedProvince.DATE,
            "official",
            "default",
            isRounded ? "round5" : "suppress",
            Instant.EPOCH,
            "somebody",
            Instant.EPOCH,
            "director",
            "checked",
            null,
            null,
            null,
            "test",
            0,
            0,
            null,
            "{}"),
        isRounded);
  }

  private static List<Counted> people(String id, Draft draft) {
    return draft.people().stream()
        .map(
            one ->
                new Counted(
                    id,
                    one.graduationYear(),
                    one.universityCode(),
                    one.state(),
                    one.provinceCode(),
                    one.prefectureCode(),
                    one.disciplineCatalogue(),
                    one.disciplineCode(),
                    one.hardshipGroups(),
                    one.graduates(),
                    one.placed()))
        .toList();
  }

  private static List<Object[]> rates(String id, Draft draft) {
    return draft.rows().of(PublishedTables.PLACEMENT_RATES).stream()
        .map(
            row -> {
              Object[] own = row.clone();
              own[0] = id;
              return own;
            })
        .toList();
  }

  private static Map<Integer, List<Earlier>> earlier(
      List<GivenOut> givenOut, List<Counted> people, List<Object[]> rates) {
    return Earliers.of(givenOut, people, rates, REFERENCE.publicationPolicy("suppress"));
  }

  private static Optional<Verdict> verdict(Earlier earlier, String group) {
    return Optional.ofNullable(
        earlier
            .verdicts()
            .get(
                new Figure(
                    InventedProvince.DATE, "official", 2025, Level.EVERYWHERE, "all", group)));
  }

  @Test
  void eachReleaseIsReadFromItsOwnRows() {
    Draft first = draft("suppress", NONE, new Part("90001", POOR, 60, 30));
    Draft second = draft("suppress", NONE, new Part("90001", POOR, 60, 58));
    List<Earlier> earlier =
        earlier(
                List.of(givenOut("one", false), givenOut("two", false)),
                Stream.of(people("two", second), people("one", first))
                    .flatMap(List::stream)
                    .toList(),
                Stream.of(rates("two", second), rates("one", first)).flatMap(List::stream).toList())
            .get(2025);
    assertEquals(
        List.of(Optional.of(Verdict.SHOWN), Optional.of(Verdict.PRIMARY)),
        earlier.stream().map(one -> verdict(one, "any")).toList());
    assertEquals(Optional.of(Verdict.COMPLEMENT), verdict(earlier.get(1), "none"));
  }

  @Test
  void figureThatWasShownRoundedIsNotKnown() {
    Draft draft = draft("round5", NONE, new Part("90001", POOR, 60, 59));
    assertEquals(
        Set.of("all", "any", "economic_difficulty", "none"),
        draft.verdicts().entrySet().stream()
            .filter(one -> one.getKey().level() == Level.EVERYWHERE)
            .map(one -> one.getKey().group())
            .collect(Collectors.toSet()));
    Earlier rounded =
        earlier(List.of(givenOut("one", true)), people("one", draft), rates("one", draft))
            .get(2025)
            .get(0);
    assertEquals(Optional.empty(), verdict(rounded, "none"));
    // Of 60 a 60 leaves three counts: it is withheld, and goes on to be.
    assertEquals(Optional.of(Verdict.PRIMARY), verdict(rounded, "any"));
  }

  @Test
  void peopleWhoDidNotChangeAreTheSameWhereOthersOfTheirUniversityDid() {
    List<Counted> before = draft("suppress", NONE, new Part("90001", POOR, 60, 30)).people();
    List<Counted> now = draft("suppress", NONE, new Part("90001", POOR, 60, 31)).people();
    assertEquals(state(before, "none"), state(now, "none"));
    assertNotEquals(state(before, "any"), state(now, "any"));
    assertNotEquals(state(before, "none"), state(before, "any"));
  }

  private static String state(List<Counted> people, String group) {
    return people.stream()
        .filter(one -> one.hardshipGroups().contains(group))
        .map(Counted::state)
        .collect(Collectors.joining());
  }
}
