package dev.taizhang.release;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.Names;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.reference.HardshipTag;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Dimensions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the codes of published rows are called in both languages. */
public final class PublishedNames {

  private static final Label ALL = new Label("全部", "All");
  private static final Label UNKNOWN = new Label("不明", "Unknown");

  private final EditionWords words;
  private final Names names;
  private final Map<String, String> tags = new HashMap<>();

  private PublishedNames(EditionWords words, ReferenceData reference) {
    this.words = words;
    this.names = Names.of(reference);
    for (HardshipTag tag : reference.hardshipTags()) {
      tags.put(tag.tag(), tag.name());
    }
  }

  /** The names that the words of editions and the reference data hold. */
  public static PublishedNames of(ReferenceData reference) {
    return new PublishedNames(EditionWords.load(), reference);
  }

  /**
   * What a code is called.
   *
   * @param column the column that has the code
   * @param row the row that it stands in, by column, with the names that its mart gives
   */
  public Label of(String column, Map<String, Object> row) {
    String code = String.valueOf(row.get(column));
    return switch (column) {
      case "region_code", "province_code", "place_code" -> region(code);
      case "university_code" -> university(code, row.get("university_name"));
      case "major_code" ->
          field(String.valueOf(row.get("major_catalogue")), code, row.get("major_name"));
      case "discipline_code" -> field(String.valueOf(row.get("discipline_catalogue")), code, null);
      case "from_state", "to_state" -> listed("state", code);
      case "outcome_code" -> listed(column, code, row.get("outcome_name"));
      case "scheme_group" -> listed(column, code, row.get("scheme_group_name"));
      case "hardship_group" -> listed(column, code, tags.get(code));
      default -> listed(column, code);
    };
  }

  private Label listed(String list, String code) {
    return listed(list, code, null);
  }

  private Label listed(String list, String code, Object otherwise) {
    return words.name(list, code).orElseGet(() -> other(code, otherwise));
  }

  private Label region(String code) {
    return words
        .name("region_code", code)
        .orElseGet(() -> other(code, names.region(code).orElse(null)));
  }

  private Label university(String code, Object otherwise) {
    return other(code, names.university(code).map(Object.class::cast).orElse(otherwise));
  }

  private Label field(String catalogue, String code, Object otherwise) {
    Optional<Label> discipline = words.name("discipline", catalogue + "/" + code);
    return discipline.orElseGet(
        () ->
            other(
                code,
                names
                    .field(new FieldCode(catalogue, code))
                    .map(Object.class::cast)
                    .orElse(otherwise)));
  }

  private static Label other(String code, Object name) {
    if (code.equals(Dimensions.ALL)) {
      return ALL;
    }
    if (code.equals(Dimensions.UNKNOWN) || code.equals(Dimensions.UNKNOWN_REGION)) {
      return UNKNOWN;
    }
    return Label.same(String.valueOf(Objects.requireNonNullElse(name, code)));
  }
}
