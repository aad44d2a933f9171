package dev.taizhang.support;

import dev.taizhang.attack.Insider;
import dev.taizhang.attack.KnownPeople;
import dev.taizhang.attack.Publication;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A cohort as one release after another shows it, and the truth of it, ready to be attacked. */
public final class PublishedCohort {

  private final Map<String, KnownPeople> people = new LinkedHashMap<>();
  private final Map<String, Long> placed = new HashMap<>();
  private final List<PublishedFigure> told = new ArrayList<>();
  private final List<PublishedFigure> ofAll = new ArrayList<>();
  private final List<String> releases = new ArrayList<>();

  /** Publishes a cohort once more. */
  public PublishedCohort publish(Population population, Map<Figure, Verdict> verdicts) {
    Scope scope =
        new Scope(
            "release " + releases.size(),
            population.asOfDate(),
            population.asOfKind(),
            population.graduationYear(),
            population.people().stream().map(People::state).collect(Collectors.toSet()));
    releases.add(scope.releaseId());
    Map<Figure, long[]> counts = new LinkedHashMap<>();
    population.people().forEach(one -> add(population, one, counts));
    counts.forEach(
        (figure, count) -> {
          boolean isOfAll = figure.group().equals(Figure.ALL);
          boolean isShown = isOfAll || verdicts.get(figure) == Verdict.SHOWN;
          OptionalLong said = isShown ? OptionalLong.of(count[1]) : OptionalLong.empty();
          (isOfAll ? ofAll : told)
              .add(
                  new PublishedFigure(
                      scope,
                      figure.level() == Level.EVERYWHERE ? "all" : figure.level().code(),
                      figure.code(),
                      figure.group(),
                      OptionalLong.of(count[0]),
                      said,
                      said));
        });
    return this;
  }

  private void add(Population population, People one, Map<Figure, long[]> counts) {
    String discipline = one.disciplineCatalogue() + ":" + one.disciplineCode();
    String id = one.state() + " " + discipline + " " + new TreeSet<>(one.groups());
    people.put(
        id,
        new KnownPeople(
            id,
            one.state(),
            one.universityCode(),
            one.provinceCode(),
            one.prefectureCode(),
            discipline,
            one.groups(),
            one.graduates()));
    placed.put(id, one.placed());
    TreeSet<String> groups = new TreeSet<>(one.groups());
    groups.add(Figure.ALL);
    for (Level level : Level.values()) {
      for (String group : groups) {
        long[] count =
            counts.computeIfAbsent(
                new Figure(
                    population.asOfDate(),
                    population.asOfKind(),
                    population.graduationYear(),
                    level,
                    code(level, one, discipline),
                    group),
                key -> new long[2]);
        count[0] += one.graduates();
        count[1] += one.placed();
      }
    }
  }

  private static String code(Level level, People one, String discipline) {
    return switch (level) {
      case EVERYWHERE -> Figure.ALL;
      case PROVINCE -> one.provinceCode();
      case PREFECTURE -> one.prefectureCode();
      case UNIVERSITY -> one.universityCode();
      case DISCIPLINE -> discipline;
    };
  }

  /** What is published, of which whatever is withheld is attacked. */
  public Publication publication(Requirement requirement) {
    return new Publication(
        told,
        Set.copyOf(releases.subList(0, releases.size() - 1)),
        told.stream().filter(PublishedFigure::isWithheld).toList(),
        SideKnowledge.of(List.copyOf(people.values()), ofAll),
        requirement,
        placed);
  }

  /** How many kinds of people there are that figures do not tell apart. */
  public int kinds() {
    return people.size();
  }

  /** Somebody at each university. */
  public List<Insider> insiders() {
    Map<String, Map<String, Long>> known = new TreeMap<>();
    people.forEach(
        (id, one) ->
            known
                .computeIfAbsent(one.universityCode(), key -> new HashMap<>())
                .put(id, placed.get(id)));
    return known.entrySet().stream()
        .map(entry -> new Insider(entry.getKey(), entry.getValue()))
        .toList();
  }
}
