package dev.taizhang.benchmark.disclosure;

import dev.taizhang.attack.Attack;
import dev.taizhang.attack.AttackReport;
import dev.taizhang.attack.Breach;
import dev.taizhang.attack.EveryInsider;
import dev.taizhang.attack.InsidersReport;
import dev.taizhang.attack.Publication;
import dev.taizhang.attack.Requirement;
import dev.taizhang.attack.TimeLimit;
import dev.taizhang.disclosure.Figure;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Verdict;
import dev.taizhang.support.PublishedCohort;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What attackers make of the verdicts on a cohort, everybody first and then each insider.
 *
 * @param everybody who knows sizes and figures of all
 * @param insiders who know the outcomes of one university besides
 */
public record AttackedRelease(AttackReport everybody, InsidersReport insiders) {

  // What ADR 42 asks for: ten counts, and of up to nine people nobody and everybody.
  private static final Requirement REQUIREMENT = Requirement.ofWithheld(9);

  /** Attacks what is shown by verdicts on a cohort, for as long as it takes. */
  public static AttackedRelease of(Population population, Map<Figure, Verdict> verdicts) {
    PublishedCohort cohort = new PublishedCohort().publish(population, verdicts);
    Publication publication = cohort.publication(REQUIREMENT);
    AttackReport everybody = Attack.on(publication, TimeLimit.none());
    return new AttackedRelease(
        everybody, EveryInsider.on(publication, cohort.insiders(), everybody, TimeLimit.none()));
  }

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
