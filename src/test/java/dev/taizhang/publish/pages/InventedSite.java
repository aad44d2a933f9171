package dev.taizhang.publish.pages;

import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.publish.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Sites of invented editions, each written when it is asked for first, for all tests of a process.
 */
enum InventedSite {
  ORDINARY(() -> InventedEdition.ordinary().edition()),
  /** Where cuts of few graduates are withheld. */
  WITHHELD(() -> InventedEdition.ordinary().withWithheldBelow(100).edition()),
  /** Where a cell holds a number that nothing else has. */
  RARE_NUMBER(() -> withRareCell(Shown.of(InventedSite.RARE))),
  RARE_NUMBER_WITHHELD(() -> withRareCell(Shown.withheld(Symbol.CONFIDENTIAL))),
  /** Where every name of the data tries to be more than a name. */
  HOSTILE(() -> InventedEdition.ordinary().withNames(new HostileNames()).edition()),
  ONE_UNIVERSITY(() -> InventedEdition.ordinary().withUniversities(1).edition()),
  MANY_UNIVERSITIES(() -> InventedEdition.ordinary().withUniversities(500).edition());

  static final long RARE = 73_921_877;

  private final Supplier<Edition> invented;
  private Edition edition;
  private Path folder;

  InventedSite(Supplier<Edition> invented) {
    this.invented = invented;
  }

  /** What the site shows. */
  synchronized Edition edition() {
    if (edition == null) {
      edition = invented.get();
    }
    return edition;
  }

  /** Where it is. */
  synchronized Path folder() {
    if (folder == null) {
      try {
        folder = Files.createTempDirectory("taizhang-site").resolve("a site 站点");
        Site.in(folder).publish(edition());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder.getParent())));
    }
    return folder;
  }

  /** An edition with another number in the first row of its first table. */
  private static Edition withRareCell(Shown cell) {
    Edition edition = InventedEdition.ordinary().edition();
    List<EditionTable> tables = new ArrayList<>(edition.tables());
    EditionTable table = tables.get(0);
    List<List<Shown>> rows = new ArrayList<>(table.rows());
    List<Shown> row = new ArrayList<>(rows.get(0));
    row.set(table.position("contract"), cell);
    rows.set(0, row);
    tables.set(0, new EditionTable(table.id(), table.part(), table.title(), table.columns(), rows));
    return new Edition(
        edition.kind(),
        edition.asOfDate(),
        edition.madeFrom(),
        edition.program(),
        edition.staleDays(),
        edition.coveredDays(),
        edition.lists(),
        tables,
        edition.findings());
  }

  /** Makes of every name one that tries to be a program, a formula, or too much for its place. */
  static final class HostileNames implements UnaryOperator<String> {

    static final String SCRIPT = "<script>window.attacked=1</script>";

    private static final String[] ATTACKS = {
      SCRIPT,
      "<img src=x onerror=\"window.attacked=1\">",
      "\"><svg/onload=window.attacked=1>'`${window.attacked=1}",
      "=HYPERLINK(\"http://evil.example/\",\"x\")",
      "\u202Eright to left \u2066",
      "</script><!--",
      "很长的名称".repeat(40),
      "W".repeat(200),
      "{name|rich} {@[1]} {b}",
      "&amp;&lt;b&gt;\u0000\u2028\n",
    };

    @Override
    public String apply(String name) {
      String attack = ATTACKS[Math.floorMod(name.hashCode(), ATTACKS.length)];
      return attack.startsWith("=") ? attack + name : name + attack;
    }
  }
}
