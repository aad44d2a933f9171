package dev.taizhang.cells;

import dev.taizhang.figures.Hardship;

/**
 * What of a graduate's state is counted.
 *
 * @param hardship what is known of it
 * @param baseline what was known of it at graduation
 * @param majorCode null where the row has none that is usable
 * @param originRegionCode null where it is unknown
 * @param outcomeCode null where it is unknown
 */
record CountedState(
    String degreeLevel,
    Hardship hardship,
    Hardship baseline,
    String majorCatalogue,
    String majorCode,
    String originRegionCode,
    String outcomeCode) {}
