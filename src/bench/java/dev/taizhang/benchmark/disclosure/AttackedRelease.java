package dev.taizhang.benchmark.disclosure;

import dev.taizhang.attack.Attack;
import dev.taizhang.attack.AttackReport;
import dev.taizhang.attack.Breach;
import dev.taizhang.attack.EveryInsider;
import dev.taizhang.attack.Insider;
import dev.taizhang.attack.InsidersReport;
import dev.taizhang.attack.KnownPeople;
import dev.taizhang.attack.PublishedFigure;
import dev.taizhang.attack.Requirement;
import dev.taizhang.attack.Scope;
import dev.taizhang.attack.SideKnowledge;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.People;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What attackers make of the verdicts on a cohort, everybody first and then each insider. */
public final class AttackedRelease {

  /**
   * What they found.
   *
   * @param everybody who knows sizes and figures of all
   * @param insiders who know the outcomes of one university besides
   */
  public record Found(AttackReport everybody, InsidersReport insiders) {

    /** Figures that give somebody away, in words. */
    public List<String> breaches() {
      return Stream.concat(everybody.breaches().stream(), insiders.breaches().stream())
          .map(Breach::inWords)
          .toList();
    }

    /** In a line. */
    String inWords() {
      return "attacked: %d figures, %.1f s; by %d insiders: %d pairs, %.1f s; breaches: %s"
          .formatted(
              everybody.attacked(),
              everybody.seconds(),
              insiders.insiders(),
              insiders.attacked(),
              insiders.seconds(),
              breaches());
    }
  }

  // What ADR 42 asks for: ten counts, and of up to nine people nobody and everybody.
  private static final Requirement REQUIREMENT = Requirement.ofWithheld(9);

  private final Scope scope;
  private final List<KnownPeople> people = new ArrayList<>();
  private final Map<String, Map<String, Long>> placedOf = new TreeMap<>();
  private final Map<Figure, long[]> counts = new TreeMap<>();

  private AttackedRelease(Population population) {
    scope =
        new Scope(
            "bench",
            population.asOfDate(),
            population.asOfKind(),
            population.graduationYear(),
            population.people().stream().map(People::state).collect(Collectors.toSet()));
    population.people().forEach(part -> add(population, part));
  }

  private void add(Population population, People part) {
    String discipline = part.disciplineCatalogue() + ":" + part.disciplineCode();
    String id =
        part.universityCode()
            + " "
            + discipline
            + " "
            + String.join("|", new TreeSet<>(part.groups()));
    people.add(
        new KnownPeople(
            id,
            part.state(),
            part.universityCode(),
            part.provinceCode(),
            part.prefectureCode(),
            discipline,
            part.groups(),
            part.graduates()));
    placedOf.computeIfAbsent(part.universityCode(), code -> new HashMap<>()).put(id, part.placed());
    Map<Level, String> places =
        Map.of(
            Level.EVERYWHERE,
            Figure.ALL,
            Level.PROVINCE,
            part.provinceCode(),
            Level.PREFECTURE,
            part.prefectureCode(),
            Level.UNIVERSITY,
            part.universityCode(),
            Level.DISCIPLINE,
            discipline);
    List<String> groups = new ArrayList<>(part.groups());
    groups.add(Figure.ALL);
    places.forEach(
        (level, code) ->
            groups.forEach(
                group -> {
                  Figure figure =
                      new Figure(
                          population.asOfDate(),
                          population.asOfKind(),
                          population.graduationYear(),
                          level,
                          code,
                          group);
                  long[] count = counts.computeIfAbsent(figure, key -> new long[2]);
                  count[0] += part.graduates();
                  count[1] += part.placed();
                }));
  }

  /** Attacks what is shown by verdicts on a cohort. */
  public static Found attack(Population population, Map<Figure, Verdict> verdicts) {
    return new AttackedRelease(population).attack(verdicts);
  }

  private Found attack(Map<Figure, Verdict> verdicts) {
    List<PublishedFigure> ofAll = new ArrayList<>();
    List<PublishedFigure> published = new ArrayList<>();
    counts.forEach(
        (figure, count) -> {
          boolean everybody = figure.group().equals(Figure.ALL);
          boolean shown = everybody || verdicts.get(figure) == Verdict.SHOWN;
          (everybody ? ofAll : published).add(figure(figure, count, shown));
        });
    SideKnowledge known = SideKnowledge.of(people, ofAll);
    Map<String, Long> placed = new HashMap<>();
    placedOf.values().forEach(placed::putAll);
    AttackReport report = Attack.on(published, known, REQUIREMENT, placed);
    List<Insider> insiders =
        placedOf.entrySet().stream()
            .map(entry -> new Insider(entry.getKey(), entry.getValue()))
            .toList();
    InsidersReport ofInsiders = EveryInsider.on(published, known, insiders, REQUIREMENT, report);
    return new Found(report, ofInsiders);
  }

  private PublishedFigure figure(Figure figure, long[] count, boolean shown) {
    OptionalLong told = shown ? OptionalLong.of(count[1]) : OptionalLong.empty();
    String level = figure.level() == Level.EVERYWHERE ? Figure.ALL : figure.level().code();
    return new PublishedFigure(
        scope, level, figure.code(), figure.group(), OptionalLong.of(count[0]), told, told);
  }
}
