package dev.taizhang.release.record;

import dev.taizhang.release.draft.DraftSource;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Warehouse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Whether the tables that a release is made from keep what they promise, asked on the side: in a
 * thread of its own, since it waits for others, which no thread of Java's common pool may.
 */
final class AskedTables implements AutoCloseable {

  private final CompletableFuture<List<String>> found;

  private AskedTables(CompletableFuture<List<String>> found) {
    this.found = found;
  }

  /** Begins to ask. */
  static AskedTables of(Warehouse warehouse, Function<List<Table>, List<String>> broken) {
    List<Table> tables = DraftSource.TABLES.stream().filter(warehouse::exists).toList();
    return new AskedTables(
        CompletableFuture.supplyAsync(
            () -> broken.apply(tables), asking -> new Thread(asking, "asked-tables").start()));
  }

  /** Waits for the answer: what is broken. */
  List<String> broken() {
    try {
      return found.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Waits for the end, whatever it is: nobody is left reading what others may write. */
  @Override
  public void close() {
    found.handle((tables, failure) -> tables).join();
  }
}
