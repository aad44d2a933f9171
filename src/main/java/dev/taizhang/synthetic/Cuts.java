package dev.taizhang.synthetic;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The combinations of dimensions that a cell is counted in, as they are written: degree level,
 * region (role, level, code), major (level, catalogue, code), university. Each text is made once.
 */
final class Cuts {

  private static final String ALL = "all";
  private static final String EVERYWHERE = "all,all,all";
  private static final String EVERYTHING = "all,all,all";

  private final Map<Integer, List<String>> ofCampuses = new HashMap<>();
  private final Map<String, List<String>> ofOrigins = new HashMap<>();
  private final Map<Degree, String> ofDegrees = new EnumMap<>(Degree.class);
  private final Map<String, String> ofDisciplines = new HashMap<>();

  void forEach(Campus campus, Slice.Cell cell, Consumer<String> action) {
    ofCampuses.computeIfAbsent(campus.index(), index -> of(campus)).forEach(action);
    ofOrigins.computeIfAbsent(cell.origin(), Cuts::ofOrigin).forEach(action);
    action.accept(
        ofDegrees.computeIfAbsent(
            cell.degree(), degree -> cut(degree.level(), EVERYWHERE, EVERYTHING, ALL)));
    action.accept(
        ofDisciplines.computeIfAbsent(
            cell.discipline(),
            code ->
                cut(
                    ALL,
                    EVERYWHERE,
                    "discipline," + cell.disciplineCatalogue() + "," + code,
                    ALL)));
  }

  private static List<String> of(Campus campus) {
    return List.of(
        cut(ALL, EVERYWHERE, EVERYTHING, ALL),
        cut(ALL, EVERYWHERE, EVERYTHING, campus.code()),
        region("university,province", Places.province(campus.place())),
        region("university,prefecture", campus.place()));
  }

  private static List<String> ofOrigin(String prefecture) {
    return List.of(
        region("origin,province", Places.province(prefecture)),
        region("origin,prefecture", prefecture));
  }

  private static String region(String roleAndLevel, String code) {
    return cut(ALL, roleAndLevel + "," + code, EVERYTHING, ALL);
  }

  private static String cut(String degree, String region, String major, String university) {
    return String.join(",", degree, region, major, university);
  }
}
