package dev.taizhang.figures.assistance;

import dev.taizhang.figures.assistance.HelpCuts.Cut;
import dev.taizhang.tables.AssistanceCoverage.Covered;
import dev.taizhang.tables.HelpCells;
import dev.taizhang.tables.HelpCells.HelpCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whom help reached of whoever was unplaced.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Help"</a>
 */
public final class CoverageRows {

  private static final String SEVERAL = "several";

  private CoverageRows() {}

  /** A window of a cut. */
  private record Window(Cut cut, int days) {}

  /** What is counted of a window. */
  private static final class Counted {

    private long unplaced;
    private final Map<String, Map<String, Long>> modesByProvider = new TreeMap<>();
    private final Map<String, Long> standard = new HashMap<>();
    private final TreeSet<String> standards = new TreeSet<>();

    void add(HelpCell cell) {
      switch (cell.subject()) {
        case HelpCells.UNPLACED -> unplaced += cell.graduates();
        case HelpCells.REACHED ->
            modesByProvider
                .computeIfAbsent(cell.kind(), key -> new HashMap<>())
                .merge(cell.answer(), cell.graduates(), Long::sum);
        default -> {
          standards.add(cell.kind());
          standard.merge(cell.answer(), cell.graduates(), Long::sum);
        }
      }
    }
  }

  /** The rows that cells add up to. */
  public static List<Covered> of(List<HelpCell> cells, HelpCuts cuts) {
    Map<Window, Counted> counted = new HashMap<>();
    for (HelpCell cell : cells) {
      switch (cell.subject()) {
        case HelpCells.UNPLACED, HelpCells.REACHED, HelpCells.STANDARD -> {
          for (Cut cut : cuts.of(cell)) {
            counted.computeIfAbsent(new Window(cut, cell.days()), key -> new Counted()).add(cell);
          }
        }
        default -> {}
      }
    }
    List<Covered> rows = new ArrayList<>();
    counted.forEach(
        (window, found) -> {
          found.modesByProvider.putIfAbsent(HelpCells.ALL, Map.of());
          found.modesByProvider.keySet().forEach(one -> rows.add(row(window, one, found)));
        });
    return rows;
  }

  private static Covered row(Window window, String provider, Counted found) {
    Map<String, Long> modes = found.modesByProvider.get(provider);
    long oneToOne = modes.getOrDefault(HelpCells.ONE_TO_ONE, 0L);
    long reached = modes.values().stream().mapToLong(Long::longValue).sum();
    long nothing = found.unplaced - reached;
    boolean hasStandard = provider.equals(HelpCells.ALL) && !found.standards.isEmpty();
    Long full = hasStandard ? found.standard.getOrDefault(HelpCells.FULL, 0L) : null;
    long promised = found.standard.values().stream().mapToLong(Long::longValue).sum();
    return new Covered(
        window.cut().asOfDate(),
        window.cut().asOfKind(),
        window.cut().graduationYear(),
        window.cut().provinceCode(),
        window.cut().universityCode(),
        window.cut().hardshipGroup(),
        window.days(),
        provider,
        found.unplaced,
        oneToOne,
        modes.getOrDefault(HelpCells.CONTACT, 0L),
        modes.getOrDefault(HelpCells.MASS, 0L),
        modes.getOrDefault(HelpCells.MODE_UNKNOWN, 0L),
        nothing,
        Shares.of(oneToOne, found.unplaced),
        Shares.of(nothing, found.unplaced),
        hasStandard ? name(found) : null,
        full,
        hasStandard ? found.standard.getOrDefault(HelpCells.PART, 0L) : null,
        hasStandard ? found.standard.getOrDefault(HelpCells.NOT, 0L) : null,
        hasStandard ? Shares.of(full, promised) : null);
  }

  private static String name(Counted found) {
    return found.standards.size() == 1 ? found.standards.first() : SEVERAL;
  }
}
