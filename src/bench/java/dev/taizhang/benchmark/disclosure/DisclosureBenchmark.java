package dev.taizhang.benchmark.disclosure;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Level;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Protected;
import dev.taizhang.disclosure.Protection;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.reference.ReferenceData;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Protects invented cohorts of as many universities as the arguments say, and tells what it took.
 */
public final class DisclosureBenchmark {

  private static final int DISCIPLINES = 20;
  private static final long SEED = 1;

  private DisclosureBenchmark() {}

  /** Numbers of universities, one after the other. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PublicationPolicy policy =
        ReferenceData.load(Optional.empty()).publicationPolicy(PublicationPolicy.DEFAULT);
    for (String argument : arguments) {
      int universities = Integer.parseInt(argument);
      Population population =
          InventedCohort.of(universities, Math.max(2, universities / 10), DISCIPLINES, SEED);
      Protected told = Protection.protect(population, List.of(), policy, figure -> true);
      out.println(universities + " universities: " + told.report());
      Set<Figure> primary =
          told.verdicts().entrySet().stream()
              .filter(one -> one.getValue() == Verdict.PRIMARY && !isOfAll(one))
              .map(Entry::getKey)
              .collect(Collectors.toSet());
      out.println("  greedy withholds " + Greedy.withheld(population, primary));
      for (Level level : Level.values()) {
        out.println(
            "  %s: primary %d, complements %d, shown %d"
                .formatted(
                    level.code(),
                    count(told, level, Verdict.PRIMARY),
                    count(told, level, Verdict.COMPLEMENT),
                    count(told, level, Verdict.SHOWN)));
      }
    }
  }

  private static boolean isOfAll(Entry<Figure, Verdict> one) {
    return one.getKey().group().equals(Figure.ALL);
  }

  private static long count(Protected told, Level level, Verdict verdict) {
    return told.verdicts().entrySet().stream()
        .filter(one -> one.getKey().level() == level && !isOfAll(one))
        .filter(one -> one.getValue() == verdict)
        .count();
  }
}
