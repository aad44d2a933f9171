package dev.taizhang.release.draft;

import static java.util.Objects.requireNonNull;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.reference.PublicationPlan;
import dev.taizhang.reference.PublicationPolicy;
import java.util.Optional;
import java.util.Set;

/**
 * What release somebody asks for.
 *
 * @param asOf the date; empty for the newest that is fit for it
 * @param plan which figures it has
 * @param policy how they are protected
 * @param by who asks
 * @param accepted gates that are to let it pass
 * @param why the reason for that; empty where none is accepted
 * @param minimumCoverage least share of graduates whose universities have reported lately
 */
public record ReleaseRequest(
    Optional<AsOfRequest> asOf,
    PublicationPlan plan,
    PublicationPolicy policy,
    String by,
    Set<String> accepted,
    String why,
    double minimumCoverage) {

  /** Below nine graduates in ten a total says as much of who reported as of the graduates. */
  public static final double MINIMUM_COVERAGE = 0.9;

  public ReleaseRequest {
    requireNonNull(asOf, "asOf");
    requireNonNull(plan, "plan");
    requireNonNull(policy, "policy");
    requireNonNull(by, "by");
    requireNonNull(why, "why");
    accepted = Set.copyOf(accepted);
  }
}
