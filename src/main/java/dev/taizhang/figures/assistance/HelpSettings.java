package dev.taizhang.figures.assistance;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.reference.ReferenceData;
import java.io.Serializable;

/**
 * What help is counted by.
 *
 * @param dates at which dates, and by which slices
 * @param names where universities are
 * @param groups who is in which hardship group
 * @param standards what everybody without work is promised
 */
public record HelpSettings(
    HelpDates dates, Names names, HardshipGroups groups, ServiceStandards standards)
    implements Serializable {

  /** Settings by the reference data. */
  public static HelpSettings of(HelpDates dates, ReferenceData reference) {
    return new HelpSettings(
        dates,
        Names.of(reference),
        HardshipGroups.of(reference),
        ServiceStandards.of(reference.standardServices()));
  }
}
