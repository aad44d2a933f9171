package dev.taizhang.disclosure;

import com.google.ortools.Loader;
import dev.taizhang.reference.PublicationPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Decides which figures of one cohort are withheld, so that of every one that is, enough counts
 * stay possible for whoever knows all that is shown, the sizes of all groups, the figures of
 * everybody, what earlier releases showed, and for the insider of each university, who knows the
 * outcomes of all of its people.
 *
 * <p>What shows that a figure is safe is witnesses: other outcomes of people that would look the
 * same ({@link Witness}). They are looked for by linear programmes; where there is none, the
 * figures that it costs least to lose are withheld as well, and need witnesses themselves. The same
 * input gives the same verdicts.
 *
 * @see <a href="../../../../../docs/adr/0042-what-may-leave-the-house.md">ADR 42</a>
 */
public final class Protection {

  /** Universities of a neighbourhood that is made for one sum, until it is found to be enough. */
  private static final int[] WIDER = {12, 24, 48};

  /** So many neighbourhoods are searched at the same time before what they find is taken. */
  private static final int BATCH = 8;

  private final Sums sums;
  private final Evidence evidence;
  private final Neighbourhoods neighbourhoods;
  private final Search search;
  private final Set<Sum> open = new LinkedHashSet<>();

  private Protection(Sums sums, Width width) {
    this.sums = sums;
    evidence = new Evidence(sums, width);
    neighbourhoods = new Neighbourhoods(sums);
    search = new Search(sums, evidence, neighbourhoods);
  }

  /**
   * Verdicts on the planned figures of a cohort.
   *
   * @param population the cohort on the date of the release
   * @param earlier what was released of the cohort before
   * @param policy what may be shown
   * @param planned which figures leave the house if they may
   */
  public static Protected protect(
      Population population,
      List<Earlier> earlier,
      PublicationPolicy policy,
      Predicate<Figure> planned) {
    return protect(population, earlier, policy, planned, Width.DEFAULT);
  }

  static Protected protect(
      Population population,
      List<Earlier> earlier,
      PublicationPolicy policy,
      Predicate<Figure> planned,
      Width width) {
    long start = System.nanoTime();
    Sums sums = Sums.of(population, earlier, policy, planned);
    if (policy.rounds() || policy.withholdsNothing()) {
      return new Protected(verdicts(sums), report(sums, 0, 0, 0, 0, List.of(), start));
    }
    Loader.loadNativeLibraries();
    Protection protection = new Protection(sums, width);
    protection.withhold();
    long republished =
        new Republication(sums, protection.evidence, protection.neighbourhoods, protection.search)
            .republish();
    long insiders = (long) protection.targets().size() * sums.universities.size();
    List<Figure> open = protection.open.stream().flatMap(sum -> sum.figures.stream()).toList();
    return new Protected(
        verdicts(sums),
        report(
            sums,
            republished,
            protection.search.programmes(),
            protection.search.fractional(),
            insiders,
            open,
            start));
  }

  private static ProtectionReport report(
      Sums sums,
      long republished,
      long programmes,
      long fractional,
      long insiders,
      List<Figure> open,
      long start) {
    SortedMap<Figure, Verdict> verdicts = verdicts(sums);
    return new ProtectionReport(
        verdicts.size(),
        verdicts.values().stream().filter(verdict -> verdict == Verdict.PRIMARY).count(),
        verdicts.values().stream().filter(verdict -> verdict == Verdict.COMPLEMENT).count(),
        republished,
        programmes,
        fractional,
        insiders,
        open,
        (System.nanoTime() - start) / 1e9);
  }

  private static SortedMap<Figure, Verdict> verdicts(Sums sums) {
    SortedMap<Figure, Verdict> verdicts = new TreeMap<>();
    for (Sum sum : sums.sums) {
      for (Figure figure : sum.figures) {
        verdicts.put(figure, sum.verdict(figure));
      }
    }
    return verdicts;
  }

  /** Each turn finds witnesses for what is withheld, or withholds more; so it ends. */
  private void withhold() {
    do {
      forReaders();
      forInsiders();
    } while (!pending().isEmpty() || !pendingOfInsiders().isEmpty());
  }

  private void forReaders() {
    near(false);
    mixed();
    while (!pending().isEmpty()) {
      near(true);
      mixed();
      List<Sum> left = pending();
      left.sort(Comparator.comparingLong((Sum sum) -> sum.graduates).thenComparing(s -> s.index));
      long before = withheld();
      far(left, Set.of());
      settle(left, Set.of(), before);
    }
  }

  private void near(boolean soft) {
    List<Sum> left = pending();
    List<Search.Task> tasks = new ArrayList<>();
    for (SortedSet<Integer> universities : neighbourhoods.neighbours()) {
      add(tasks, universities, Set.of(), inside(universities, left), soft);
    }
    search.carryOut(tasks);
  }

  private void mixed() {
    List<Sum> left = pending();
    List<Search.Task> tasks = new ArrayList<>();
    for (SortedSet<Integer> universities : neighbourhoods.mixed()) {
      add(tasks, universities, Set.of(), touched(universities, left), false);
    }
    search.carryOut(tasks);
  }

  /** Looks around each sum for itself, wider and wider. */
  private void far(List<Sum> left, Set<Integer> insiders) {
    List<Sum> failed = left;
    for (int enough : WIDER) {
      Set<Sum> again = new LinkedHashSet<>();
      for (int from = 0; from < failed.size(); from += BATCH) {
        List<Search.Task> tasks = new ArrayList<>();
        for (Sum sum : failed.subList(from, Math.min(failed.size(), from + BATCH))) {
          add(tasks, neighbourhoods.near(sum, enough), insiders, List.of(sum), true);
        }
        again.addAll(search.carryOut(tasks));
      }
      failed = List.copyOf(again);
    }
  }

  /**
   * What nothing could move: more may be known of it without this release than was thought; else
   * everything is withheld that speaks of its people, and it is looked for again.
   */
  private void settle(List<Sum> left, Set<Integer> insiders, long before) {
    for (Sum sum : left) {
      if (!isMet(sum, insiders)) {
        narrow(sum, insiders);
        if (!isMet(sum, insiders) && withheld() == before && !withholdMore(sum)) {
          open.add(sum);
        }
      }
    }
  }

  private void narrow(Sum sum, Set<Integer> insiders) {
    search
        .reachOfKnown(sum, insiders)
        .ifPresent(
            reach -> {
              if (insiders.isEmpty()) {
                evidence.narrow(sum, sum.placed - reach[0], sum.placed + reach[1]);
              } else {
                insiders.forEach(one -> evidence.narrow(sum, one, reach[0] + reach[1]));
              }
            });
  }

  private boolean isMet(Sum sum, Set<Integer> insiders) {
    return insiders.isEmpty()
        ? evidence.need(sum).isMet()
        : insiders.stream().allMatch(one -> evidence.need(sum, one).isMet());
  }

  private long withheld() {
    return sums.sums.stream().filter(sum -> sum.withheld).count();
  }

  private boolean withholdMore(Sum sum) {
    Set<Integer> speaking = new TreeSet<>();
    for (int index : sum.members) {
      Arrays.stream(sums.sumsOfPeople[index]).forEach(speaking::add);
    }
    List<Sum> shown =
        speaking.stream()
            .map(sums.sums::get)
            .filter(other -> other.isPlanned() && !other.withheld && !other.isKnown())
            .toList();
    if (shown.isEmpty()) {
      shown =
          sums.sums.stream()
              .filter(other -> other.isPlanned() && !other.withheld && !other.isKnown())
              .toList();
    }
    shown.forEach(other -> other.withheld = true);
    return !shown.isEmpty();
  }

  private void forInsiders() {
    parted(neighbourhoods.neighbours());
    parted(neighbourhoods.mixed());
    List<Search.Task> tasks = new ArrayList<>();
    SortedMap<Integer, List<Sum>> left = pendingOfInsiders();
    left.forEach(
        (insider, of) -> {
          for (SortedSet<Integer> universities : neighbourhoods.neighbours()) {
            List<Sum> here =
                of.stream().filter(sum -> isFirst(sum, insider, universities)).toList();
            add(tasks, universities, Set.of(insider), here, true);
          }
        });
    search.carryOut(tasks);
    pendingOfInsiders()
        .forEach(
            (insider, of) -> {
              long before = withheld();
              far(of, Set.of(insider));
              settle(of, Set.of(insider), before);
            });
  }

  /** Parts of neighbourhoods without some universities: whoever is an insider there believes it. */
  private void parted(List<SortedSet<Integer>> wholes) {
    SortedMap<Integer, List<Sum>> left = pendingOfInsiders();
    List<Search.Task> tasks = new ArrayList<>();
    for (SortedSet<Integer> whole : wholes) {
      for (SortedSet<Integer> part : Neighbourhoods.parting(whole)) {
        SortedSet<Integer> without = new TreeSet<>(whole);
        without.removeAll(part);
        Set<Sum> of = new LinkedHashSet<>();
        without.forEach(one -> of.addAll(touched(part, left.getOrDefault(one, List.of()))));
        add(tasks, part, without, List.copyOf(of), false);
      }
    }
    search.carryOut(tasks);
  }

  private static void add(
      List<Search.Task> tasks,
      SortedSet<Integer> universities,
      Set<Integer> insiders,
      List<Sum> targets,
      boolean soft) {
    if (!targets.isEmpty()) {
      tasks.add(new Search.Task(universities, insiders, targets, soft));
    }
  }

  /** One neighbourhood for each sum: that of its first university that the insider is not of. */
  private boolean isFirst(Sum sum, int insider, SortedSet<Integer> universities) {
    return Arrays.stream(sum.members)
        .map(index -> sums.universityOfPeople[index])
        .filter(university -> university != insider)
        .limit(1)
        .anyMatch(university -> universities.contains(university));
  }

  private List<Sum> targets() {
    return sums.sums.stream().filter(sum -> sum.isTarget() && !open.contains(sum)).toList();
  }

  private List<Sum> pending() {
    return new ArrayList<>(targets().stream().filter(sum -> !evidence.need(sum).isMet()).toList());
  }

  private SortedMap<Integer, List<Sum>> pendingOfInsiders() {
    SortedMap<Integer, List<Sum>> pending = new TreeMap<>();
    List<Sum> targets = targets();
    for (int insider = 0; insider < sums.universities.size(); insider++) {
      int one = insider;
      List<Sum> of = targets.stream().filter(sum -> !evidence.need(sum, one).isMet()).toList();
      if (!of.isEmpty()) {
        pending.put(insider, of);
      }
    }
    return pending;
  }

  private List<Sum> inside(SortedSet<Integer> universities, List<Sum> of) {
    return of.stream()
        .filter(sum -> universities.containsAll(neighbourhoods.universitiesOf(sum)))
        .toList();
  }

  private List<Sum> touched(SortedSet<Integer> universities, List<Sum> of) {
    return of.stream()
        .filter(
            sum ->
                Arrays.stream(sum.members)
                    .anyMatch(index -> universities.contains(sums.universityOfPeople[index])))
        .toList();
  }
}
