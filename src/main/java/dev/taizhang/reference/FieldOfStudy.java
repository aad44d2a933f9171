package dev.taizhang.reference;

/**
 * A discipline (门类, 专业大类) or class (专业类) of a catalogue.
 *
 * @param catalogue the catalogue that the code belongs to
 * @param code two digits for a discipline, four for a class
 * @param name its name
 */
public record FieldOfStudy(String catalogue, String code, String name) {

  public FieldOfStudy {
    if (!code.matches("\\d{2}|\\d{4}")) {
      throw new IllegalArgumentException(
          "A discipline or class has a code of two or four digits, not '" + code + "'.");
    }
  }
}
