package dev.taizhang.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what the pipeline must find. */
final class TruthFiles {

  private TruthFiles() {}

  static void write(Path folder, List<CampusTruth> campuses, RateTable rates) throws IOException {
    List<Receipt> receipts =
        campuses.stream().flatMap(campus -> campus.receipts().stream()).toList();
    write(folder.resolve("rates.csv"), RateTable.KEY + "," + Counts.header(), rates.rows());
    write(
        folder.resolve("submissions.csv"),
        "file_name,university_code,snapshot_week,status,reason_code,rows,accepted,quarantined,"
            + "flagged,defect",
        receipts.stream().map(TruthFiles::submission).toList());
    write(
        folder.resolve("baseline_rates.csv"),
        RateTable.KEY + "," + Counts.header(),
        rates.baselineRows());
    write(folder.resolve("moves.csv"), "as_of_date,from_state,to_state,graduates", rates.moves());
    write(
        folder.resolve("help.csv"),
        "snapshot_date,university_code,mode,measures",
        campuses.stream()
            .flatMap(campus -> campus.help().entrySet().stream())
            .map(help -> help.getKey() + "," + help.getValue())
            .toList());
    List<String> quarantine = new ArrayList<>();
    List<String> flags = new ArrayList<>();
    for (Receipt receipt : receipts) {
      String name = receipt.delivery().fileName();
      receipt
          .quarantined()
          .forEach((rule, count) -> quarantine.add(name + "," + rule + "," + count));
      receipt.flags().forEach((flag, count) -> flags.add(name + "," + flag + "," + count));
    }
    write(folder.resolve("quarantine.csv"), "file_name,rule_id,rows", quarantine);
    write(folder.resolve("flags.csv"), "file_name,flag,rows", flags);
  }

  private static String submission(Receipt receipt) {
    Delivery delivery = receipt.delivery();
    boolean accepted = delivery.fate().isAccepted();
    String counts =
        accepted
            ? Stream.of(
                    receipt.rows(),
                    receipt.rows() - receipt.quarantinedRows(),
                    receipt.quarantinedRows(),
                    receipt.flagged())
                .map(Object::toString)
                .collect(Collectors.joining(","))
            : ",,,";
    return String.join(
        ",",
        delivery.fileName(),
        delivery.campus().code(),
        Integer.toString(delivery.week() + 1),
        delivery.fate().status(),
        delivery.fate().reasonCode(),
        counts,
        delivery.defect().map(defect -> defect.name().toLowerCase(Locale.ROOT)).orElse(""));
  }

  /** Writes lines in UTF-8. */
  static void write(Path file, String header, List<String> lines) throws IOException {
    StringBuilder text = new StringBuilder(header).append('\n');
    lines.forEach(line -> text.append(line).append('\n'));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
