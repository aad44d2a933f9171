package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Earlier;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.PublicationPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Withholds what is small by itself, and nothing for what figures say together. */
public final class SmallCounts implements Protector {

  @Override
  public Map<Figure, Verdict> verdicts(
      Population population,
      List<Earlier> earlier,
      PublicationPolicy policy,
      Predicate<Figure> planned) {
    Map<Figure, Verdict> verdicts = new TreeMap<>();
    FigureCounts.of(population)
        .forEach(
            (figure, count) -> {
              if (planned.test(figure)) {
                verdicts.put(
                    figure,
                    policy.showsCounts(figure.group(), count.graduates(), count.placed())
                        ? Verdict.SHOWN
                        : Verdict.PRIMARY);
              }
            });
    return verdicts;
  }
}
