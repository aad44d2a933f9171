package dev.taizhang.figures.rates;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.rates.Cut.MajorCut;
import dev.taizhang.figures.rates.Cut.RegionCut;
import dev.taizhang.figures.rates.SpeakingSlices.Turn;
import dev.taizhang.tables.Dimensions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds cells up to cuts: counts only, no rate. */
public final class CutCube implements Cube {

  private static final int TOGETHER = CutSettings.degree(Dimensions.ALL);
  private static final List<RegionCut> REGIONS = List.of(RegionCut.values());
  private static final List<MajorCut> FIELDS = List.of(MajorCut.values());
  private static final int DIGITS_OF_PROVINCE = 2;
  private static final String OF_A_PROVINCE = "0000";

  private final List<Cut> cuts;
  private final boolean[][] hasGroup;
  private final int[] regionOf;
  private final int[] fieldOf;
  private final CutSettings settings;
  private final int staleAfterDays;
  private final GroupsOfCells groups;
  private final CutCounts counts = new CutCounts(Count.values().length);
  private final int everyPlace = counts.place(Dimensions.ALL);
  private final int everyField = counts.field(FieldCode.ALL);
  private final Map<String, int[]> regionsOfUniversities = new HashMap<>();
  private final Map<String, int[]> regionsOfOrigins = new HashMap<>();
  private final Map<Cell.Place, int[]> levelsOfFields = new HashMap<>();

  /**
   * No cells yet.
   *
   * @param staleAfterDays from how many days on the word of a graduate is stale
   */
  public CutCube(List<Cut> cuts, CutSettings settings, int staleAfterDays) {
    if (!CutKey.fits(cuts.size())) {
      throw new IllegalArgumentException("Too many cuts: " + cuts.size());
    }
    this.cuts = List.copyOf(cuts);
    this.settings = settings;
    this.staleAfterDays = staleAfterDays;
    this.groups = settings.groupsOfCells();
    this.regionOf = cuts.stream().mapToInt(cut -> REGIONS.indexOf(cut.region())).toArray();
    this.fieldOf = cuts.stream().mapToInt(cut -> FIELDS.indexOf(cut.major())).toArray();
    this.hasGroup = new boolean[cuts.size()][];
    for (int cut = 0; cut < hasGroup.length; cut++) {
      hasGroup[cut] = groupsOf(cuts.get(cut), settings.groups().names());
    }
  }

  private static boolean[] groupsOf(Cut cut, List<String> names) {
    boolean[] has = new boolean[names.size()];
    for (int group = 0; group < has.length; group++) {
      has[group] = cut.has(names.get(group));
    }
    return has;
  }

  @Override
  public CutCounts counts() {
    return counts;
  }

  @Override
  public void add(Cell cell) {
    List<Turn> turns = settings.speaking().of(cell.slice());
    if (turns.isEmpty()) {
      return;
    }
    boolean byOrigin = cell.place() instanceof Cell.ByOrigin;
    long[] more = cell.outcomes().counts();
    int[] inGroups = groups.of(cell);
    int degree = CutSettings.degree(cell.degreeLevel());
    int[] fields = fields(cell.place());
    int university = counts.place(cell.slice().universityCode());
    int[] regions = regions(cell);
    for (Turn turn : turns) {
      more[Count.STALE_GRADUATES.position()] =
          cell.outcomes().stale(more, turn.ageDays(), staleAfterDays);
      for (int number = 0; number < hasGroup.length; number++) {
        Cut cut = cuts.get(number);
        if (cut.isByOrigin() == byOrigin) {
          long high = CutKey.high(turn.period(), fields[fieldOf[number]]);
          int place = cut.byUniversity() ? university : regions[regionOf[number]];
          for (int group : inGroups) {
            if (hasGroup[number][group]) {
              add(cut, high, place, number, degree, group, more);
            }
          }
        }
      }
    }
  }

  private void add(Cut cut, long high, int place, int number, int degree, int group, long[] more) {
    if (cut.degrees() != Cut.DegreeCut.EACH) {
      counts.add(high, CutKey.low(place, number, TOGETHER, group), more);
    }
    if (cut.degrees() != Cut.DegreeCut.TOGETHER) {
      counts.add(high, CutKey.low(place, number, degree, group), more);
    }
  }

  /** The regions of a cell, by whose they are; those that its table does not tell stay 0. */
  private int[] regions(Cell cell) {
    return cell.place() instanceof Cell.ByOrigin origin
        ? regionsOfOrigins.computeIfAbsent(origin.prefectureCode(), this::regionsOfOrigin)
        : regionsOfUniversities.computeIfAbsent(
            cell.slice().universityCode(), this::regionsOfUniversity);
  }

  private int[] regionsOfUniversity(String code) {
    int[] regions = new int[REGIONS.size()];
    regions[REGIONS.indexOf(RegionCut.ALL)] = everyPlace;
    regions[REGIONS.indexOf(RegionCut.UNIVERSITY_PROVINCE)] =
        counts.place(settings.names().provinceOf(code));
    regions[REGIONS.indexOf(RegionCut.UNIVERSITY_PREFECTURE)] =
        counts.place(settings.names().prefectureOf(code));
    return regions;
  }

  /** A province's own code names no prefecture. */
  private int[] regionsOfOrigin(String prefecture) {
    int[] regions = new int[REGIONS.size()];
    regions[REGIONS.indexOf(RegionCut.ORIGIN_PROVINCE)] =
        counts.place(
            prefecture.substring(0, Math.min(DIGITS_OF_PROVINCE, prefecture.length()))
                + OF_A_PROVINCE);
    regions[REGIONS.indexOf(RegionCut.ORIGIN_PREFECTURE)] =
        counts.place(prefecture.endsWith(OF_A_PROVINCE) ? Dimensions.UNKNOWN_REGION : prefecture);
    return regions;
  }

  /** The fields of study of a cell, by level. */
  private int[] fields(Cell.Place place) {
    return levelsOfFields.computeIfAbsent(
        place instanceof Cell.ByOrigin origin
            ? new Cell.ByOrigin(origin.discipline(), Dimensions.UNKNOWN_REGION)
            : place,
        this::levels);
  }

  private int[] levels(Cell.Place place) {
    int[] levels = new int[FIELDS.size()];
    levels[FIELDS.indexOf(MajorCut.ALL)] = everyField;
    if (place instanceof Cell.ByOrigin origin) {
      levels[FIELDS.indexOf(MajorCut.DISCIPLINE)] = counts.field(origin.discipline());
    } else if (place instanceof Cell.ByMajor one) {
      FieldCode major = one.major();
      levels[FIELDS.indexOf(MajorCut.DISCIPLINE)] = counts.field(Disciplines.discipline(major));
      levels[FIELDS.indexOf(MajorCut.CLASS)] = counts.field(Disciplines.classOf(major));
      levels[FIELDS.indexOf(MajorCut.MAJOR)] = counts.field(major);
    }
    return levels;
  }
}
