package dev.taizhang.synthetic;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the pipeline must find in a file.
 *
 * @param delivery the file
 * @param quarantined rows that it must quarantine, by rule
 * @param flags flags that accepted rows must get
 * @param flagged accepted rows with a flag
 */
record Receipt(
    Delivery delivery, Map<String, Long> quarantined, Map<String, Long> flags, long flagged) {

  static Receipt of(Delivery delivery) {
    Map<String, Long> quarantined = new TreeMap<>();
    Map<String, Long> flags = new TreeMap<>();
    long flagged = 0;
    if (delivery.fate().isAccepted()) {
      for (LedgerRow row : delivery.rows()) {
        if (row.fault().rule().isPresent()) {
          quarantined.merge(row.fault().rule().get(), 1L, Long::sum);
        } else {
          flagged += addFlags(delivery, row, flags) ? 1 : 0;
        }
      }
    }
    return new Receipt(delivery, quarantined, flags, flagged);
  }

  private static boolean addFlags(Delivery delivery, LedgerRow row, Map<String, Long> flags) {
    boolean any = row.fault().flag().isPresent();
    row.fault().flag().ifPresent(flag -> flags.merge(flag, 1L, Long::sum));
    if (row.outcome() == null && row.fault() != RowFault.OUTCOME_UNLISTED) {
      flags.merge("outcome_missing", 1L, Long::sum);
      any = true;
    }
    if (losesIdNumbers(delivery) && CellDamage.isDestructible(row.graduate().idNumber())) {
      flags.merge("id_number_destroyed", 1L, Long::sum);
      any = true;
    }
    return any;
  }

  private static boolean losesIdNumbers(Delivery delivery) {
    return delivery.damage() == Delivery.Damage.ID_NUMBERS_ROUNDED
        || delivery.damage() == Delivery.Damage.ID_NUMBERS_SCIENTIFIC;
  }

  /** Rows below the header. */
  long rows() {
    return delivery.rows().size();
  }

  /** Rows that are quarantined. */
  long quarantinedRows() {
    return quarantined.values().stream().mapToLong(Long::longValue).sum();
  }
}
