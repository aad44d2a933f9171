package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Earlier;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.reference.PublicationPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Decides which figures of a cohort may be shown beside each other. */
@FunctionalInterface
public interface Protector {

  /**
   * What becomes of each figure.
   *
   * @param population the cohort
   * @param earlier what earlier releases said of it
   * @param policy how figures leave the house
   * @param planned which of them are to leave
   */
  Map<Figure, Verdict> verdicts(
      Population population,
      List<Earlier> earlier,
      PublicationPolicy policy,
      Predicate<Figure> planned);
}
