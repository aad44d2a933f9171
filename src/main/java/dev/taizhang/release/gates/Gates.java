package dev.taizhang.release.gates;

import java.util.ArrayList;
import java.util.List;

/** Everything that may stop a release, asked at once. */
public final class Gates {

  private Gates() {}

  /** Why gates are closed; empty where all are open. */
  public static List<Finding> findings(GateView view) {
    List<Finding> all = new ArrayList<>();
    UnregisteredColumns.of(view).ifPresent(all::add);
    ProtectedFigures.unprotectedRates(view).ifPresent(all::add);
    ProtectedFigures.smallCounts(view).ifPresent(all::add);
    OpenFigures.leftOpen(view).ifPresent(all::add);
    Denominators.of(view).ifPresent(all::add);
    BrokenContracts.of(view).ifPresent(all::add);
    MissingUniversities.of(view).ifPresent(all::add);
    HeldSubmissions.of(view).ifPresent(all::add);
    Plausibility.of(view).ifPresent(all::add);
    OpenFigures.toldBefore(view).ifPresent(all::add);
    return List.copyOf(all);
  }
}
