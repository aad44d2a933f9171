package dev.taizhang.release.gates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may stop a release. */
public enum Gate {
  UNREGISTERED_COLUMNS(false),
  UNPROTECTED_RATES(false),
  SMALL_COUNTS(false),
  FIGURES_LEFT_OPEN(false),
  MISSING_DENOMINATORS(false),
  BROKEN_CONTRACTS(false),
  UNIVERSITIES_MISSING(true),
  HELD_SUBMISSIONS(true),
  IMPLAUSIBLE_FIGURES(true),
  TOLD_BY_EARLIER_RELEASES(true);

  private final boolean maybeAccepted;

  Gate(boolean maybeAccepted) {
    this.maybeAccepted = maybeAccepted;
  }

  /** What options and manifests call it. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether somebody may let it pass, with a reason: what it says is a doubt and no fault. */
  public boolean maybeAccepted() {
    return maybeAccepted;
  }

  public static Optional<Gate> of(String code) {
    return Arrays.stream(values()).filter(gate -> gate.code().equals(code)).findFirst();
  }

  /** Those that somebody may let pass. */
  public static List<String> acceptable() {
    return Arrays.stream(values()).filter(Gate::maybeAccepted).map(Gate::code).toList();
  }
}
