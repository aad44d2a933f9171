package dev.taizhang.synthetic;

import java.util.List;

/** Names of places that there are not, for universities and employers. */
final class InventedNames {

  private static final String FIRST = "沄岚澜穹翎筠珩霁砚溪";
  private static final String SECOND = "岫溯泠榭霭湄翊栩泮穗";
  private static final List<String> UNIVERSITIES =
      List.of("大学", "师范学院", "理工学院", "医学院", "财经学院", "农业大学", "工程学院", "科技学院");
  private static final List<String> COLLEGES =
      List.of("职业技术学院", "职业学院", "工业职业学院", "卫生职业学院", "交通职业学院", "信息职业学院", "农业职业学院", "艺术职业学院");
  private static final int PLACES = FIRST.length() * SECOND.length();
  // Has no factor in common with the number of places, so that neighbours sound different.
  private static final int STRIDE = 37;

  private InventedNames() {}

  /** A place, such as 霁湄. */
  static String place(int number) {
    int index = Math.floorMod(number * STRIDE, PLACES);
    return "" + FIRST.charAt(index / SECOND.length()) + SECOND.charAt(index % SECOND.length());
  }

  /** The name of a university; each index has its own. */
  static String university(int index, boolean vocational) {
    List<String> kinds = vocational ? COLLEGES : UNIVERSITIES;
    return place(index) + kinds.get((index / PLACES + index) % kinds.size());
  }
}
