package dev.taizhang.figures;

import static java.util.Objects.requireNonNull;

import dev.taizhang.tables.Dimensions;
import java.io.Serializable;

/**
 * A discipline, class or major, by the code that it has in a catalogue.
 *
 * @param catalogue catalogue of the code; {@code all} for whatever is not cut by it
 * @param code its code, {@code unknown} or {@code all}
 */
public record FieldCode(String catalogue, String code) implements Serializable {

  /** Every field of study. */
  public static final FieldCode ALL = new FieldCode(Dimensions.ALL, Dimensions.ALL);

  public FieldCode {
    requireNonNull(catalogue, "catalogue");
    requireNonNull(code, "code");
  }
}
