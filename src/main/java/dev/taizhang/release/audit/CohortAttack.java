package dev.taizhang.release.audit;

import dev.taizhang.attack.Attack;
import dev.taizhang.attack.AttackReport;
import dev.taizhang.attack.Breach;
import dev.taizhang.attack.Checked;
import dev.taizhang.attack.DerivedFigures;
import dev.taizhang.attack.EveryInsider;
import dev.taizhang.attack.Insider;
import dev.taizhang.attack.InsidersReport;
import dev.taizhang.attack.Publication;
import dev.taizhang.attack.Requirement;
import dev.taizhang.attack.TimeLimit;
import dev.taizhang.attack.Width;
import dev.taizhang.release.record.Audited.Attacked;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Attacks one cohort of a release in every way. */
final class CohortAttack {

  private static final String RATES = "placement_rates";

  private final Cohort cohort;
  private final Requirement requirement;
  private final List<Leak> leaks = new ArrayList<>();
  private final List<Attacked> attacks = new ArrayList<>();

  private CohortAttack(Cohort cohort, Requirement requirement) {
    this.cohort = cohort;
    this.requirement = requirement;
  }

  /**
   * What an attack on a cohort came to.
   *
   * @param withheld figures that the release itself withholds or rounds
   * @param universities how many universities the cohort has
   * @param attacks the attacks: by everybody, by insiders, on what is printed
   * @param leaks figures that give somebody away
   */
  record Report(long withheld, int universities, List<Attacked> attacks, List<Leak> leaks) {}

  /**
   * Attacks.
   *
   * @param everybody how long everybody may take
   * @param insiders how long all of it may take
   */
  static Report on(
      Cohort cohort, Requirement requirement, TimeLimit everybody, TimeLimit insiders) {
    CohortAttack attack = new CohortAttack(cohort, requirement);
    Publication publication = cohort.publication(requirement);
    AttackReport report = attack.everybody(publication, everybody);
    attack.insiders(publication, report, insiders);
    attack.printed();
    return new Report(
        cohort.withheld().size(), cohort.insiders().size(), attack.attacks, attack.leaks);
  }

  private AttackReport everybody(Publication publication, TimeLimit limit) {
    AttackReport report = Attack.on(publication, limit);
    report.breaches().stream()
        .filter(breach -> isOfNow(breach) || breach.kind() == Breach.Kind.NARROW)
        .forEach(
            breach ->
                leaks.add(
                    leak(
                        breach,
                        switch (breach.kind()) {
                          case NARROW -> Leak.How.PUBLIC;
                          case EVERYONES_OUTCOME -> Leak.How.EVERYONES;
                          case SUBTRACTION -> Leak.How.SUBTRACTION;
                        })));
    attacks.add(
        new Attacked(
            "everything that this release and those before show, the sizes of all groups, and"
                + " figures of everybody",
            "本次及以往发布的全部内容、各群体人数以及全体毕业生的数据",
            report.attacked(),
            inIntegers(report),
            report.checked(Checked.BOUNDED),
            report.checked(Checked.LINEAR),
            report.undecided(),
            leaks.size(),
            smallest(List.of(report), OptionalLong.empty())));
    return report;
  }

  private boolean isOfNow(Breach breach) {
    return breach.width().figure().scope().equals(cohort.scope());
  }

  private static Leak leak(Breach breach, Leak.How how) {
    return new Leak(RATES, breach.width().figure(), how);
  }

  private void insiders(Publication publication, AttackReport everybody, TimeLimit limit) {
    List<Insider> insiders = cohort.insiders();
    InsidersReport report = EveryInsider.on(publication, insiders, everybody, limit);
    long found = 0;
    for (AttackReport other : report.others()) {
      for (Breach breach : other.breaches()) {
        found++;
        leaks.add(leak(breach, Leak.How.insider(insider(insiders, other).universityCode())));
      }
    }
    attacks.add(
        new Attacked(
            "the same, and the outcome of every graduate of one university: each of %d in turn"
                .formatted(insiders.size()),
            "同上，并知道某一所学校每个毕业生的去向：逐一检验 %d 所学校".formatted(insiders.size()),
            report.attacked(),
            report.settledByMoves()
                + report.others().stream().mapToLong(CohortAttack::inIntegers).sum(),
            report.others().stream().mapToLong(one -> one.checked(Checked.BOUNDED)).sum(),
            report.others().stream().mapToLong(one -> one.checked(Checked.LINEAR)).sum(),
            report.undecided(),
            found,
            smallest(report.others(), report.smallestBySwaps())));
  }

  private static Insider insider(List<Insider> insiders, AttackReport report) {
    return insiders.stream()
        .filter(one -> report.knowledge().endsWith(" " + one.universityCode()))
        .findFirst()
        .orElseThrow();
  }

  private static long inIntegers(AttackReport report) {
    return Stream.of(Checked.ATTAINED, Checked.ENDS, Checked.EVERY)
        .mapToLong(report::checked)
        .sum();
  }

  private static OptionalLong smallest(List<AttackReport> reports, OptionalLong other) {
    return LongStream.concat(
            other.stream(),
            reports.stream()
                .flatMap(report -> report.widths().stream())
                .filter(width -> width.checked() != Checked.UNDECIDED)
                .mapToLong(Width::feasible))
        .min();
  }

  /** What is printed beside counts, or computed from them. */
  private void printed() {
    Statement now = cohort.now();
    List<Breach> rates = DerivedFigures.ofRates(now.rows(), cohort.known(), requirement);
    rates.forEach(breach -> leaks.add(leak(breach, Leak.How.PRINTED)));
    List<DerivedFigures.Derived> derived = DerivedFigures.ofWithheld(now.derived());
    derived.forEach(one -> leaks.add(new Leak(RATES, one.from().get(0), Leak.How.DERIVED)));
    long all = (long) now.rows().size() + now.derived().size();
    attacks.add(
        new Attacked(
            "rates and limits as they are printed, gaps, and parts of counts",
            "公布的比率、置信区间、差距以及人数的组成部分",
            all + now.unread().size(),
            all,
            0,
            0,
            now.unread().size(),
            rates.size() + (long) derived.size(),
            OptionalLong.empty()));
  }
}
