package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * People as a grid: a row for those of a university that the same releases speak of, a column for
 * those of a discipline, and a layer for each exact combination of hardship groups. Rows and
 * columns that the same releases speak of cross, so that whatever is moved along them stays within
 * what these releases speak of.
 */
final class Grid {

  private static final List<String> ROW_LEVELS =
      List.of("university", "prefecture", "province", "all");

  private final List<KnownPeople> people;
  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private final List<BitSet> layers = new ArrayList<>();
  private final int[] rowOf;
  private final int[] columnOf;
  private final int[] layerOf;
  private final List<KnownPeople> rows = new ArrayList<>();
  private final List<Set<Scope>> scopesOfRow = new ArrayList<>();
  private final List<String> disciplines = new ArrayList<>();
  private final List<Set<Scope>> scopesOfColumn = new ArrayList<>();
  // Places of releases, each with the groups of which something is shown there.
  private final Map<List<Object>, Integer> places = new HashMap<>();
  private final List<BitSet> shown = new ArrayList<>();
  private final List<int[]> placesOfRow = new ArrayList<>();
  private final List<int[]> placesOfColumn = new ArrayList<>();
  private final int[][][] byRow;
  private final int[][][] byColumn;

  /**
   * @param people who there are
   * @param told figures that say something
   * @param scopes every scope that is spoken of
   */
  Grid(List<KnownPeople> people, List<PublishedFigure> told, Collection<Scope> scopes) {
    this.people = people;
    people.forEach(one -> one.groups().forEach(this::group));
    told.stream().filter(figure -> !figure.isOfAll()).forEach(this::takeNote);
    rowOf = new int[people.size()];
    columnOf = new int[people.size()];
    layerOf = new int[people.size()];
    Map<List<Object>, Integer> rowNumbers = new HashMap<>();
    Map<Set<Scope>, Set<Scope>> spoken = new HashMap<>();
    Map<List<Object>, Integer> columnNumbers = new HashMap<>();
    Map<BitSet, Integer> layerNumbers = new HashMap<>();
    for (int person = 0; person < rowOf.length; person++) {
      KnownPeople one = people.get(person);
      Set<Scope> speaking = spoken.computeIfAbsent(speaking(one, scopes), same -> same);
      rowOf[person] =
          rowNumbers.computeIfAbsent(
              List.of(speaking, one.universityCode()), key -> addRow(one, speaking));
      columnOf[person] =
          columnNumbers.computeIfAbsent(
              List.of(speaking, one.discipline()), key -> addColumn(one.discipline(), speaking));
      layerOf[person] =
          layerNumbers.computeIfAbsent(
              one.groups().stream().map(this::group).collect(BitSet::new, BitSet::set, BitSet::or),
              this::addLayer);
    }
    byRow = by(rowOf, rows.size());
    byColumn = by(columnOf, disciplines.size());
  }

  private int group(String group) {
    return groups.computeIfAbsent(group, key -> groups.size());
  }

  private void takeNote(PublishedFigure figure) {
    shown.get(place(figure.scope(), figure.level(), figure.code())).set(group(figure.group()));
  }

  private int place(Scope scope, String level, String code) {
    return places.computeIfAbsent(
        List.of(scope, level, code),
        key -> {
          shown.add(new BitSet());
          return shown.size() - 1;
        });
  }

  /** The scopes that speak of some people, in the order of all scopes. */
  private static Set<Scope> speaking(KnownPeople one, Collection<Scope> scopes) {
    return scopes.stream()
        .filter(scope -> scope.states().contains(one.state()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private int addRow(KnownPeople one, Set<Scope> speaking) {
    List<Integer> within = new ArrayList<>();
    for (Scope scope : speaking) {
      ROW_LEVELS.forEach(level -> within.add(place(scope, level, code(one, level))));
    }
    rows.add(one);
    scopesOfRow.add(speaking);
    placesOfRow.add(within.stream().mapToInt(Integer::intValue).toArray());
    return rows.size() - 1;
  }

  private int addColumn(String discipline, Set<Scope> speaking) {
    disciplines.add(discipline);
    scopesOfColumn.add(speaking);
    placesOfColumn.add(
        speaking.stream().mapToInt(scope -> place(scope, "discipline", discipline)).toArray());
    return disciplines.size() - 1;
  }

  private int addLayer(BitSet combination) {
    layers.add(combination);
    return layers.size() - 1;
  }

  static String code(KnownPeople one, String level) {
    return switch (level) {
      case "university" -> one.universityCode();
      case "prefecture" -> one.prefectureCode();
      case "province" -> one.provinceCode();
      case "discipline" -> one.discipline();
      default -> "all";
    };
  }

  /** The people of each layer by row or by column. */
  private int[][][] by(int[] lineOf, int lines) {
    int[][] counts = new int[layers.size()][lines];
    for (int person = 0; person < lineOf.length; person++) {
      counts[layerOf[person]][lineOf[person]]++;
    }
    int[][][] by = new int[layers.size()][lines][];
    for (int layer = 0; layer < by.length; layer++) {
      for (int line = 0; line < lines; line++) {
        by[layer][line] = new int[counts[layer][line]];
      }
    }
    for (int person = lineOf.length - 1; person >= 0; person--) {
      int layer = layerOf[person];
      int line = lineOf[person];
      by[layer][line][--counts[layer][line]] = person;
    }
    return by;
  }

  int rows() {
    return rows.size();
  }

  int columns() {
    return disciplines.size();
  }

  int layers() {
    return layers.size();
  }

  int row(int person) {
    return rowOf[person];
  }

  int column(int person) {
    return columnOf[person];
  }

  String university(int row) {
    return rows.get(row).universityCode();
  }

  /** The people of a layer in a row. */
  int[] inRow(int layer, int row) {
    return byRow[layer][row];
  }

  /** The people of a layer in a column. */
  int[] inColumn(int layer, int column) {
    return byColumn[layer][column];
  }

  long size(int person) {
    return people.get(person).graduates();
  }

  /** Whether the people of a layer are in a group. */
  boolean isIn(int layer, String group) {
    Integer number = groups.get(group);
    return number != null && layers.get(layer).get(number);
  }

  /** The groups that people of one of two layers are in, and those of the other are not. */
  BitSet between(int one, int other) {
    BitSet between = (BitSet) layers.get(one).clone();
    between.xor(layers.get(other));
    return between;
  }

  /** The groups that the place of a figure shows. */
  BitSet shownAt(PublishedFigure figure) {
    Integer place = places.get(List.of(figure.scope(), figure.level(), figure.code()));
    return place == null ? new BitSet() : shown.get(place);
  }

  /** The rows of a figure's place, or none where its place is a discipline. */
  List<Integer> rows(PublishedFigure figure) {
    Set<Integer> found = new TreeSet<>();
    for (int row = 0; row < rows.size(); row++) {
      if (!figure.level().equals("discipline")
          && scopesOfRow.get(row).contains(figure.scope())
          && code(rows.get(row), figure.level()).equals(figure.code())) {
        found.add(row);
      }
    }
    return List.copyOf(found);
  }

  /** The columns of a figure's place, where that is a discipline. */
  List<Integer> columns(PublishedFigure figure) {
    List<Integer> found = new ArrayList<>();
    for (int column = 0; column < disciplines.size(); column++) {
      if (figure.level().equals("discipline")
          && scopesOfColumn.get(column).contains(figure.scope())
          && disciplines.get(column).equals(figure.code())) {
        found.add(column);
      }
    }
    return found;
  }

  /** The places that a row lies in, release by release, its own first. */
  int[] placesOfRow(int row) {
    return placesOfRow.get(row);
  }

  /** The discipline of a column in each release. */
  int[] placesOfColumn(int column) {
    return placesOfColumn.get(column);
  }

  /** Whether a place shows none of some groups, so that they may change there. */
  boolean isFree(int place, BitSet groups) {
    return !shown.get(place).intersects(groups);
  }

  /** Whether a place is that of a university. */
  static boolean isUniversity(int number) {
    return number % ROW_LEVELS.size() == 0;
  }
}
