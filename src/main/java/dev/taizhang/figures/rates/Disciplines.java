package dev.taizhang.figures.rates;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.tables.Dimensions;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Disciplines and classes of majors. The vocational catalogue of 2015 numbers the same disciplines
 * ten higher than that of 2021, and the bachelor's one twenty lower; they are counted together
 * under the codes of 2021.
 */
public final class Disciplines {

  private static final Set<String> ACADEMIC = Set.of("undergraduate", "graduate");
  private static final String BACHELOR = "vocational_bachelor";
  private static final String OF_2015 = "vocational_2015";
  private static final String OF_2021 = "vocational_2021";

  private static final int SHIFT_OF_2015 = -10;
  private static final int SHIFT_OF_BACHELOR = 20;
  private static final int DIGITS = 2;
  private static final int DIGITS_OF_CLASS = 4;

  private Disciplines() {}

  /** {@code academic}, {@code vocational} or {@code unknown}, from the major's catalogue. */
  public static String catalogue(String majorCatalogue) {
    if (ACADEMIC.contains(majorCatalogue)) {
      return "academic";
    }
    return Set.of(BACHELOR, OF_2015, OF_2021).contains(majorCatalogue)
        ? "vocational"
        : Dimensions.UNKNOWN;
  }

  /**
   * The discipline's two digits, or {@code unknown}.
   *
   * @param majorCode null where the row has none that is usable
   */
  public static String code(String majorCatalogue, String majorCode) {
    if (majorCode == null) {
      return Dimensions.UNKNOWN;
    }
    String prefix = first(majorCode, DIGITS);
    if (ACADEMIC.contains(majorCatalogue) || OF_2021.equals(majorCatalogue)) {
      return prefix;
    }
    return switch (majorCatalogue) {
      case OF_2015 -> shifted(prefix, SHIFT_OF_2015);
      case BACHELOR -> shifted(prefix, SHIFT_OF_BACHELOR);
      default -> Dimensions.UNKNOWN;
    };
  }

  private static String shifted(String prefix, int shift) {
    OptionalInt number = number(prefix);
    return number.isPresent() ? Integer.toString(number.getAsInt() + shift) : Dimensions.UNKNOWN;
  }

  private static OptionalInt number(String prefix) {
    return prefix.matches("[0-9]+")
        ? OptionalInt.of(Integer.parseInt(prefix))
        : OptionalInt.empty();
  }

  /** The class's four digits, or {@code unknown} where the catalogue is. */
  public static String classCode(String majorCatalogue, String majorCode) {
    boolean isKnown =
        !majorCatalogue.equals(Dimensions.UNKNOWN)
            && !majorCode.equals(Dimensions.UNKNOWN)
            && majorCode.codePointCount(0, majorCode.length()) >= DIGITS_OF_CLASS;
    return isKnown ? first(majorCode, DIGITS_OF_CLASS) : Dimensions.UNKNOWN;
  }

  /** The discipline of a major. */
  public static FieldCode discipline(FieldCode major) {
    return new FieldCode(catalogue(major.catalogue()), code(major.catalogue(), major.code()));
  }

  /** The class of a major. */
  public static FieldCode classOf(FieldCode major) {
    return new FieldCode(major.catalogue(), classCode(major.catalogue(), major.code()));
  }

  private static String first(String code, int characters) {
    return code.codePointCount(0, code.length()) <= characters
        ? code
        : code.substring(0, code.offsetByCodePoints(0, characters));
  }
}
