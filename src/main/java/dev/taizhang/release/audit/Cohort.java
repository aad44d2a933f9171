package dev.taizhang.release.audit;

import dev.taizhang.attack.Insider;
import dev.taizhang.attack.KnownPeople;
import dev.taizhang.attack.Publication;
import dev.taizhang.attack.PublishedFigure;
import dev.taizhang.attack.Requirement;
import dev.taizhang.attack.Scope;
import dev.taizhang.attack.SideKnowledge;
import dev.taizhang.tables.ReleasePeople.Counted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cohort of a release: what this release says of it, and what those before said. */
final class Cohort {

  private final Statement now;
  private final List<Statement> earlier;
  private final Map<String, KnownPeople> people = new LinkedHashMap<>();
  private final Map<String, Long> placed = new LinkedHashMap<>();
  private final SideKnowledge known;

  Cohort(Statement now, List<Statement> earlier) {
    this.now = now;
    this.earlier = List.copyOf(earlier);
    statements()
        .flatMap(statement -> statement.people().stream())
        .forEach(
            one -> {
              people.putIfAbsent(id(one), known(one));
              placed.putIfAbsent(id(one), one.placed());
            });
    this.known =
        SideKnowledge.of(
            List.copyOf(people.values()), statements().flatMap(Cohort::ofAll).toList());
  }

  private Stream<Statement> statements() {
    return Stream.concat(Stream.of(now), earlier.stream());
  }

  private static String id(Counted one) {
    return String.join(
        " ",
        one.state(),
        one.universityCode(),
        one.provinceCode(),
        one.prefectureCode(),
        discipline(one),
        String.join("|", one.hardshipGroups()));
  }

  private static String discipline(Counted one) {
    return one.disciplineCatalogue() + ":" + one.disciplineCode();
  }

  private static KnownPeople known(Counted one) {
    return new KnownPeople(
        id(one),
        one.state(),
        one.universityCode(),
        one.provinceCode(),
        one.prefectureCode(),
        discipline(one),
        new HashSet<>(one.hardshipGroups()),
        one.graduates());
  }

  /** Figures of everybody at every place, which may be known from elsewhere. */
  private static Stream<PublishedFigure> ofAll(Statement statement) {
    Map<CutPlace, long[]> counts = new LinkedHashMap<>();
    for (Counted one : statement.people()) {
      for (CutPlace place : places(one)) {
        long[] count = counts.computeIfAbsent(place, key -> new long[2]);
        count[0] += one.graduates();
        count[1] += one.placed();
      }
    }
    return counts.entrySet().stream()
        .map(
            entry ->
                new PublishedFigure(
                    statement.scope(),
                    entry.getKey().level(),
                    entry.getKey().code(),
                    PublishedFigure.ALL,
                    OptionalLong.of(entry.getValue()[0]),
                    OptionalLong.of(entry.getValue()[1]),
                    OptionalLong.of(entry.getValue()[1])));
  }

  private static List<CutPlace> places(Counted one) {
    return List.of(
        new CutPlace("all", "all"),
        new CutPlace("province", one.provinceCode()),
        new CutPlace("prefecture", one.prefectureCode()),
        new CutPlace("university", one.universityCode()),
        new CutPlace("discipline", discipline(one)));
  }

  Statement now() {
    return now;
  }

  Scope scope() {
    return now.scope();
  }

  SideKnowledge known() {
    return known;
  }

  /** The figures that the release itself withholds or rounds. */
  List<PublishedFigure> withheld() {
    return now.figures().stream()
        .filter(figure -> figure.isWithheld() || figure.isRounded())
        .toList();
  }

  /** What is attacked: what is withheld now, and what was before of other people. */
  Publication publication(Requirement requirement) {
    List<PublishedFigure> attacked = new ArrayList<>(withheld());
    Set<List<Object>> same = new HashSet<>();
    attacked.forEach(figure -> same.add(whom(figure, now)));
    for (Statement statement : earlier) {
      statement.figures().stream()
          .filter(PublishedFigure::isWithheld)
          .filter(figure -> same.add(whom(figure, statement)))
          .forEach(attacked::add);
    }
    return new Publication(
        told(statements().toList()),
        earlier.stream().map(one -> one.scope().releaseId()).collect(Collectors.toSet()),
        attacked,
        known,
        requirement,
        placed);
  }

  private static List<PublishedFigure> told(Collection<Statement> statements) {
    return statements.stream()
        .flatMap(one -> Stream.concat(one.figures().stream(), one.told().stream()))
        .toList();
  }

  /** Whom a figure speaks of: a place, a group, and the states of universities. */
  private static List<Object> whom(PublishedFigure figure, Statement statement) {
    CutPlace place = new CutPlace(figure.level(), figure.code());
    Set<String> states =
        statement.people().stream()
            .filter(one -> one.hardshipGroups().contains(figure.group()))
            .filter(one -> places(one).contains(place))
            .map(Counted::state)
            .collect(Collectors.toCollection(TreeSet::new));
    return List.of(place, figure.group(), states);
  }

  /** Somebody at each university. */
  List<Insider> insiders() {
    Map<String, Map<String, Long>> own = new TreeMap<>();
    people
        .values()
        .forEach(
            one ->
                own.computeIfAbsent(one.universityCode(), key -> new HashMap<>())
                    .put(one.id(), placed.get(one.id())));
    return own.entrySet().stream()
        .map(entry -> new Insider(entry.getKey(), entry.getValue()))
        .toList();
  }
}
