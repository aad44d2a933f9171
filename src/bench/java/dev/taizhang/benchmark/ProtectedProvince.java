package dev.taizhang.benchmark;

import dev.taizhang.benchmark.disclosure.InventedCohort;
import dev.taizhang.disclosure.Population;
import dev.taizhang.disclosure.Protected;
import dev.taizhang.disclosure.Protection;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.PublishedCohort;
import java.util.List;
import java.util.Optional;

/**
 * An invented province as it is published under the default policy.
 *
 * @param cohort as it is shown
 * @param seconds that it took to protect it
 */
record ProtectedProvince(PublishedCohort cohort, double seconds) {

  private static final int DISCIPLINES = 20;
  private static final int UNIVERSITIES_PER_PREFECTURE = 10;

  static ProtectedProvince of(int universities, long seed) {
    Population population =
        InventedCohort.of(
            universities,
            Math.max(2, universities / UNIVERSITIES_PER_PREFECTURE),
            DISCIPLINES,
            seed);
    PublicationPolicy policy =
        ReferenceData.load(Optional.empty()).publicationPolicy(PublicationPolicy.DEFAULT);
    Protected told = Protection.protect(population, List.of(), policy, figure -> true);
    return new ProtectedProvince(
        new PublishedCohort().publish(population, told.verdicts()), told.report().seconds());
  }
}
