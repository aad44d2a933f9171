package dev.taizhang.registry;

import dev.taizhang.reference.Division;
import dev.taizhang.reference.FormerDivision;
import dev.taizhang.reference.NormalForm;
import dev.taizhang.reference.ReferenceData;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Provinces and prefectures by code or name. */
final class Places {

  /** Stands for a place that is not known. */
  static final String UNKNOWN = "000000";

  // 北京市, 天津市, 上海市, 重庆市: cities that are provinces.
  private static final Set<String> MUNICIPALITIES = Set.of("110000", "120000", "310000", "500000");
  private static final Pattern KIND = Pattern.compile("(省|市|地区|盟|特别行政区|(壮族|回族|维吾尔)?自治区)$");

  private final Map<String, String> provinces = new HashMap<>();
  private final Map<String, Set<String>> prefectures = new HashMap<>();
  private final Set<String> codes = new HashSet<>();

  Places(ReferenceData reference) {
    for (Division division : reference.divisions()) {
      codes.add(division.code());
      if (division.code().endsWith("0000")) {
        provinces.put(division.name(), division.code());
        provinces.putIfAbsent(withoutKind(division.name()), division.code());
      }
    }
    reference.divisions().forEach(division -> add(division.code(), division.name()));
    // What a place was called counts only where no place is called so today.
    Set<String> present = Set.copyOf(prefectures.keySet());
    for (FormerDivision former : reference.formerDivisions()) {
      if (!present.contains(key(former.codeToday(), former.name()))) {
        add(former.codeToday(), former.name());
      }
    }
  }

  private void add(String code, String name) {
    if (!code.endsWith("0000")) {
      String prefecture = code.substring(0, 4) + "00";
      prefectures.computeIfAbsent(key(code, name), key -> new HashSet<>()).add(prefecture);
      if (code.endsWith("00")) {
        prefectures
            .computeIfAbsent(key(code, withoutKind(name)), key -> new HashSet<>())
            .add(prefecture);
      }
    }
  }

  private static String key(String code, String name) {
    return code.substring(0, 2) + name;
  }

  private static String withoutKind(String name) {
    return KIND.matcher(name).replaceFirst("");
  }

  /** The province of a name, or of a code of two or six digits. */
  Optional<String> province(String text) {
    String plain = NormalForm.withoutSpaces(text);
    if (plain.matches("\\d{2}(0000)?")) {
      return Optional.of(plain.substring(0, 2) + "0000").filter(codes::contains);
    }
    return Optional.ofNullable(provinces.get(plain));
  }

  /**
   * The prefecture of a province that a name lies in, or that a code of four or six digits names.
   *
   * @param province six digits
   * @param text a prefecture, county or, for cities that are provinces, the city itself
   */
  Optional<String> prefecture(String province, String text) {
    String plain = NormalForm.withoutSpaces(text);
    if (plain.matches("\\d{4}(\\d{2})?")) {
      return Optional.of(plain.substring(0, 4) + "00")
          .filter(code -> codes.contains(code) && code.startsWith(province.substring(0, 2)))
          .filter(code -> !code.endsWith("0000"));
    }
    Optional<String> named = province(plain);
    if (named.isPresent() && MUNICIPALITIES.contains(province)) {
      return named.filter(province::equals).map(code -> code.substring(0, 2) + "0100");
    }
    return one(province, plain).or(() -> one(province, withoutProvince(province, plain)));
  }

  private Optional<String> one(String province, String name) {
    Set<String> found = prefectures.getOrDefault(key(province, name), Set.of());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** 河北省石家庄市 is 石家庄市. */
  private String withoutProvince(String province, String name) {
    return provinces.entrySet().stream()
        .filter(entry -> entry.getValue().equals(province) && name.startsWith(entry.getKey()))
        .map(entry -> name.substring(entry.getKey().length()))
        .min((one, other) -> Integer.compare(one.length(), other.length()))
        .orElse(name);
  }
}
