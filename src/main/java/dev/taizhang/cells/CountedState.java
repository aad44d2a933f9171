package dev.taizhang.cells;

import java.util.List;

/**
 * What of a graduate's state is counted.
 *
 * @param majorCode null where the row has none that is usable
 * @param originRegionCode null where it is unknown
 * @param outcomeCode null where it is unknown
 */
record CountedState(
    String degreeLevel,
    List<String> hardshipTags,
    String hardshipDetail,
    String majorCatalogue,
    String majorCode,
    String originRegionCode,
    String outcomeCode) {}
