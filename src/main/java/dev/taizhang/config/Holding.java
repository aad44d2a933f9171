package dev.taizhang.config;

import java.io.Serializable;
import java.util.List;

/**
 * The numbers from which a slice is taken for a mistake and held, all as shares from 0 on.
 *
 * @param leavingShare share of the graduates of the slice before who would leave at once, above
 *     which a slice is held as truncated
 * @param growthShare growth against the slice before above which a slice is held as doubled
 * @param lackingShare share of the graduates of a file of the same date that another may lack and
 *     still replace it
 * @param strayShare share of a file's rows below which a graduation year that had a larger slice
 *     before is a typing error
 */
public record Holding(
    double leavingShare, double growthShare, double lackingShare, double strayShare)
    implements Serializable {

  /** The defaults. */
  public static final Holding DEFAULT = new Holding(0.2, 0.5, 0.05, 0.01);

  /** Adds what is wrong with these numbers to a list of such sentences. */
  void check(List<String> wrong) {
    Thresholds.require(
        Thresholds.isShare(leavingShare), "held_leaving_share must be 0 to 1", wrong);
    Thresholds.require(growthShare >= 0, "held_growth_share must be 0 or more", wrong);
    Thresholds.require(
        Thresholds.isShare(lackingShare), "held_lacking_share must be 0 to 1", wrong);
    Thresholds.require(Thresholds.isShare(strayShare), "stray_share must be 0 to 1", wrong);
  }
}
