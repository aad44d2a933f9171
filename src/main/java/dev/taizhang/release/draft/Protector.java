package dev.taizhang.release.draft;

import dev.taizhang.disclosure.Earlier;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Protected;
import dev.taizhang.disclosure.Protection;
import dev.taizhang.reference.PublicationPolicy;
import java.util.List;
import java.util.function.Predicate;

/** Decides which figures of a cohort may be shown beside each other. */
@FunctionalInterface
public interface Protector {

  /** By witnesses: for whatever is withheld there is something to show that it is safe. */
  Protector BY_WITNESSES = Protection::protect;

  /**
   * What becomes of each figure.
   *
   * @param population the cohort
   * @param earlier what earlier releases said of it
   * @param policy how figures leave the house
   * @param planned which of them are to leave
   */
  Protected protect(
      Population population,
      List<Earlier> earlier,
      PublicationPolicy policy,
      Predicate<Figure> planned);
}
