package dev.taizhang.release.gates;

import dev.taizhang.disclosure.ProtectionReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Withheld figures of which more may be known than is allowed. Which ones is not said: what
 * somebody lets pass stands in the manifest, and would point at them.
 */
final class OpenFigures {

  private OpenFigures() {}

  /** Nothing was told before, so that this release would tell it. */
  static Optional<Finding> leftOpen(GateView view) {
    List<String> cohorts = cohorts(view, report -> report.earlier() == 0);
    if (cohorts.isEmpty()) {
      return Optional.empty();
    }
    String some = Finding.some(cohorts);
    return Optional.of(
        new Finding(
            Gate.FIGURES_LEFT_OPEN,
            "Nothing was found that protects some withheld figures, whatever else is withheld: %s. Sizes and figures of everybody alone may tell them. What to do: publish fewer levels or groups with a plan of your own (publication_plans.csv, --plan)."
                .formatted(some),
            "有的指标无论再隐去什么都未能证明受到保护：%s，仅凭人数和全体毕业生的指标就可能推出。怎么办：用自定的计划（publication_plans.csv，--plan）减少公布的层级或群体。"
                .formatted(some)));
  }

  /** What was shown before stays known, and no release takes it back. */
  static Optional<Finding> toldBefore(GateView view) {
    List<String> cohorts = cohorts(view, report -> report.earlier() > 0);
    if (cohorts.isEmpty()) {
      return Optional.empty();
    }
    String some = Finding.some(cohorts);
    return Optional.of(
        new Finding(
            Gate.TOLD_BY_EARLIER_RELEASES,
            "Of some withheld figures earlier releases told more than may be known, whatever is withheld now: %s. What to do: nothing takes back what was shown, and withholding more would not help; say that you know with --accept told_by_earlier_releases --why TEXT, or publish fewer levels or groups with a plan of your own (publication_plans.csv, --plan)."
                .formatted(some),
            "有的隐去的指标，以往的发布已透露过多，本次再隐去也无济于事：%s。怎么办：已公布的无法收回；用 --accept told_by_earlier_releases --why 说明知悉后放行，或用自定的计划（publication_plans.csv，--plan）减少公布的层级或群体。"
                .formatted(some)));
  }

  private static List<String> cohorts(GateView view, Predicate<ProtectionReport> wanted) {
    return view.draft().protection().entrySet().stream()
        .filter(one -> !one.getValue().open().isEmpty() && wanted.test(one.getValue()))
        .sorted(Map.Entry.comparingByKey())
        .map(one -> "%d (%d figures)".formatted(one.getKey(), one.getValue().open().size()))
        .toList();
  }
}
