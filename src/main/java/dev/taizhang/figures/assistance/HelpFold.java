package dev.taizhang.figures.assistance;

import dev.taizhang.figures.Hardship;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.assistance.HelpDates.Turn;
import dev.taizhang.figures.assistance.ServiceStandards.Standard;
import dev.taizhang.figures.assistance.Span.State;
import dev.taizhang.tables.HelpCells;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what a graduate's intervals and measures say of help at each as-of date, cohort by cohort.
 * Only whoever the slice that speaks has in the denominator is counted.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Help"</a>
 */
public final class HelpFold {

  /** The windows of coverage, in days. */
  static final List<Integer> WINDOWS = List.of(7, 30, HelpDates.LONGEST_WINDOW);

  /** After how many days it is looked at what followed a training. */
  static final List<Integer> FOLLOWED = List.of(30, 90, 180);

  /** For how many days a word about somebody is fresh. */
  private static final int WORD_DAYS = 30;

  private final HardshipGroups groups;
  private final int year;
  private final Optional<Standard> standard;
  private final HelpCounts counts;
  private final Map<Hardship, Boolean> inKeyGroup = new HashMap<>();

  /** For a university's cohort. */
  public HelpFold(HelpSettings settings, String university, int year) {
    this.groups = settings.groups();
    this.year = year;
    this.standard = settings.standards().of(year, settings.names().provinceOf(university));
    this.counts = new HelpCounts(settings.dates(), university, year);
  }

  /** What was found so far. */
  public HelpCounts counts() {
    return counts;
  }

  /**
   * Whether something is to be counted of somebody without measures by the interval alone that
   * holds on the slice's date.
   */
  public boolean countsAlone(Span span) {
    return span.state() == State.UNPLACED
        || (span.state() == State.PLACED && isInKeyGroup(span.current()));
  }

  /** Whether the last change of an interval's state is fresh at a date. */
  public static boolean isFresh(Span span, Turn turn) {
    return span.from() > turn.asOf() - WORD_DAYS;
  }

  /**
   * Counts graduates without measures of whom one interval tells all.
   *
   * @param isFresh whether that began lately
   * @param graduates how many they are
   */
  public void countAlone(Turn turn, Span span, boolean isFresh, long graduates) {
    if (span.state() == State.UNPLACED) {
      WINDOWS.forEach(window -> countWindow(turn, span.baseline(), window, List.of(), graduates));
    }
    countPlan(turn, span, isFresh, List.of(), graduates);
  }

  /**
   * Counts a graduate without measures at a date, where no interval alone told all.
   *
   * @param spans those that {@link Span#tellsAll} and {@link Span#mayMatterBefore} ask for, in
   *     order
   */
  public void countUnhelped(Turn turn, List<Span> spans) {
    if (spans.stream().noneMatch(one -> one.holdsOn(turn.slice()) && one.tellsAll(turn))) {
      count(turn, spans, List.of());
    }
  }

  /**
   * Counts a graduate at a date.
   *
   * @param spans the graduate's intervals in order
   * @param measures the graduate's measures
   */
  public void count(Turn turn, List<Span> spans, List<Measure> measures) {
    Optional<Span> speaking = spans.stream().filter(span -> span.holdsOn(turn.slice())).findFirst();
    if (speaking.isEmpty() || !speaking.get().state().isCounted()) {
      return;
    }
    Span now = speaking.get();
    List<Measure> given = measures.stream().filter(one -> one.isUntil(turn)).toList();
    for (int window : WINDOWS) {
      if (isUnplacedWithin(turn, spans, window)) {
        countWindow(turn, now.baseline(), window, given, 1);
      }
    }
    countPlan(turn, now, isFresh(now, turn), given, 1);
    if (!given.isEmpty()) {
      countFunnel(turn, now.baseline(), given);
      countDeclined(turn, now.baseline(), given);
      countFirstHelp(turn, now.baseline(), spans, given);
      countTraining(turn, now.baseline(), spans, given);
    }
  }

  private static boolean isUnplacedWithin(Turn turn, List<Span> spans, int window) {
    return spans.stream()
        .anyMatch(
            span ->
                span.state() == State.UNPLACED
                    && span.holdsWithin(turn.firstDay(window), turn.slice()));
  }

  private void countWindow(
      Turn turn, Hardship hardship, int window, List<Measure> given, long graduates) {
    add(turn, hardship, HelpCells.UNPLACED, HelpCells.ALL, window, HelpCells.ALL, graduates);
    Map<String, Integer> closest = new TreeMap<>();
    for (Measure one : given) {
      if (one.isWithin(turn, window)) {
        closest.merge(one.giver(), one.distance(), Math::min);
        closest.merge(HelpCells.ALL, one.distance(), Math::min);
      }
    }
    closest.forEach(
        (provider, distance) ->
            add(
                turn,
                hardship,
                HelpCells.REACHED,
                provider,
                window,
                Measure.mode(distance),
                graduates));
    standard.ifPresent(
        one ->
            add(
                turn,
                hardship,
                HelpCells.STANDARD,
                one.name(),
                window,
                one.keptBy(given),
                graduates));
  }

  private void countPlan(
      Turn turn, Span now, boolean isFresh, List<Measure> given, long graduates) {
    if (!isInKeyGroup(now.current())) {
      return;
    }
    boolean hasFile = now.current().detail().equals("tags");
    boolean hasMeasure = !given.isEmpty();
    boolean hasWord = isFresh || given.stream().anyMatch(one -> one.isWithin(turn, WORD_DAYS));
    List<String> found = new ArrayList<>(List.of(HelpCells.ALL));
    addIf(hasFile, HelpCells.FILE, found);
    addIf(hasMeasure, HelpCells.MEASURE, found);
    addIf(hasWord, HelpCells.WORD, found);
    addIf(hasFile && hasMeasure && hasWord, HelpCells.PLAN, found);
    String kind = now.state() == State.PLACED ? HelpCells.PLACED : HelpCells.UNPLACED;
    found.forEach(one -> add(turn, now.current(), HelpCells.PLANNED, kind, 0, one, graduates));
  }

  private static void addIf(boolean isSo, String one, List<String> found) {
    if (isSo) {
      found.add(one);
    }
  }

  private boolean isInKeyGroup(Hardship hardship) {
    return inKeyGroup.computeIfAbsent(
        hardship,
        one ->
            !one.tags().isEmpty()
                && groups.of(one.tags(), one.detail(), year).contains(HardshipGroups.KEY_GROUP));
  }

  /** Each stage implies those before it, so that the furthest tells all. */
  private void countFunnel(Turn turn, Hardship hardship, List<Measure> given) {
    int furthest = given.stream().mapToInt(Measure::stage).max().orElse(-1);
    if (furthest >= 0) {
      String stage = Measure.STAGES.get(furthest);
      add(turn, hardship, HelpCells.FUNNEL, HelpCells.ALL, 0, stage, 1);
    }
  }

  private void countDeclined(Turn turn, Hardship hardship, List<Measure> given) {
    TreeSet<String> reasons = new TreeSet<>();
    given.stream().filter(Measure::isDeclined).map(Measure::reason).forEach(reasons::add);
    if (!reasons.isEmpty()) {
      reasons.add(HelpCells.ALL);
    }
    reasons.forEach(one -> add(turn, hardship, HelpCells.DECLINED, HelpCells.ALL, 0, one, 1));
  }

  private void countFirstHelp(Turn turn, Hardship hardship, List<Span> spans, List<Measure> given) {
    given.stream()
        .filter(one -> one.isOneToOne() && one.day() != null)
        .mapToInt(Measure::day)
        .min()
        .ifPresent(
            day -> {
              Following what = Following.of(spans, day, turn.slice());
              if (!what.isPlacedBefore()) {
                String answer = what.isPlaced() ? HelpCells.PLACED : HelpCells.WAITING;
                add(turn, hardship, HelpCells.FIRST_HELP, HelpCells.ALL, what.days(), answer, 1);
              }
            });
  }

  private void countTraining(Turn turn, Hardship hardship, List<Span> spans, List<Measure> given) {
    List<Measure> trainings = given.stream().filter(Measure::isTraining).toList();
    countTraining(turn, hardship, spans, trainings, HelpCells.ALL);
    for (String kind : Measure.TRAININGS) {
      List<Measure> some = trainings.stream().filter(one -> one.code().equals(kind)).toList();
      countTraining(turn, hardship, spans, some, kind);
    }
  }

  private void countTraining(
      Turn turn, Hardship hardship, List<Span> spans, List<Measure> trainings, String kind) {
    if (trainings.isEmpty()) {
      return;
    }
    add(turn, hardship, HelpCells.TRAINED, kind, 0, HelpCells.ALL, 1);
    Optional<Integer> first =
        trainings.stream().map(Measure::day).filter(day -> day != null).min(Integer::compare);
    if (first.isEmpty()) {
      add(turn, hardship, HelpCells.TRAINED, kind, 0, HelpCells.WITHOUT_DATE, 1);
      return;
    }
    Following what = Following.of(spans, first.get(), turn.slice());
    if (what.isPlacedBefore()) {
      add(turn, hardship, HelpCells.TRAINED, kind, 0, HelpCells.PLACED_BEFORE, 1);
      return;
    }
    for (int days : FOLLOWED) {
      if (first.get() + days <= turn.slice()) {
        String answer =
            what.isPlaced() && what.days() <= days ? HelpCells.PLACED : HelpCells.WAITING;
        add(turn, hardship, HelpCells.TRAINED, kind, days, answer, 1);
      }
    }
  }

  private void add(
      Turn turn,
      Hardship hardship,
      String subject,
      String kind,
      int days,
      String answer,
      long graduates) {
    counts.add(turn.date(), hardship, subject, kind, days, answer, graduates);
  }
}
