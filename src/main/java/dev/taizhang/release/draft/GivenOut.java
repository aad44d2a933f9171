package dev.taizhang.release.draft;

import static java.util.Objects.requireNonNull;

import dev.taizhang.tables.Releases.Release;

/**
 * A release that was ever given out.
 *
 * @param release the release
 * @param isRounded whether its counts are rounded, so that a figure that it shows is not known from
 *     it
 */
public record GivenOut(Release release, boolean isRounded) {

  public GivenOut {
    requireNonNull(release, "release");
  }
}
