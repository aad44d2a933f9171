package dev.taizhang.figures.rates;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.Names;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Dimensions;
import java.io.Serializable;
import java.util.List;

/**
 * What cells are added up by.
 *
 * @param speaking which slices count when
 * @param names where universities are
 * @param groups who is in which hardship group
 */
public record CutSettings(SpeakingSlices speaking, Names names, HardshipGroups groups)
    implements Serializable {

  /** All degree levels together, and each. */
  private static final List<String> DEGREES = Dimensions.DEGREE_CUT.allowed();

  public CutSettings {
    if (!CutKey.fits(groups.names().size())) {
      throw new IllegalArgumentException("Too many hardship groups: " + groups.names().size());
    }
  }

  /** Settings by the reference data. */
  public static CutSettings of(SpeakingSlices speaking, ReferenceData reference) {
    return new CutSettings(speaking, Names.of(reference), HardshipGroups.of(reference));
  }

  /** The number of a degree level. */
  public static int degree(String level) {
    int number = DEGREES.indexOf(level);
    if (number < 0) {
      throw new IllegalArgumentException("Not a degree level: " + level);
    }
    return number;
  }

  /** The degree level of a number. */
  public static String degree(int number) {
    return DEGREES.get(number);
  }

  /** The number of a hardship group. */
  public int group(String name) {
    return groups.names().indexOf(name);
  }

  /** The hardship group of a number. */
  public String group(int number) {
    return groups.names().get(number);
  }

  /** Whoever tells the groups of cells, once for each combination of tags that it meets. */
  public GroupsOfCells groupsOfCells() {
    return new GroupsOfCells(this);
  }
}
