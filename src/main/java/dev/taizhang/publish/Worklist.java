package dev.taizhang.publish;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Whom a university has not helped for some time.
 *
 * @param universityCode the university
 * @param universityName its name; empty where the roster does not have it
 * @param date the date that days are counted to: that of the newest file of all
 * @param days for how many days they had neither contact nor help one to one
 * @param hasAssistance whether an assistance ledger was ever read, of anybody
 * @param newestAssistance date of the university's own newest assistance ledger; empty without one
 * @param waiting the graduates, longest without help first
 */
public record Worklist(
    String universityCode,
    String universityName,
    LocalDate date,
    int days,
    boolean hasAssistance,
    Optional<LocalDate> newestAssistance,
    List<Waiting> waiting) {

  public Worklist {
    waiting = waiting.stream().sorted(Waiting.IN_ORDER).toList();
  }

  /** The name of its workbook. */
  public String fileName() {
    return universityCode + "_待帮扶_" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + ".xlsx";
  }
}
