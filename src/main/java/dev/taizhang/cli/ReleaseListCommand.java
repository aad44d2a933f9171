package dev.taizhang.cli;

import dev.taizhang.flow.Catalog;
import dev.taizhang.release.record.KnownReleases;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.warehouse.Warehouse;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells which releases there are. */
@Command(
    name = "list",
    description = "Shows the releases, what each withholds, and who approved it.")
final class ReleaseListCommand implements Callable<Integer> {

  private static final String[] COLUMNS = {
    "release_id",
    "state",
    "as_of_date",
    "as_of_kind",
    "plan",
    "policy",
    "figures_shown",
    "figures_withheld",
    "audit",
    "smallest_width",
    "created_at",
    "created_by",
    "approved_at",
    "approved_by",
    "approved_why",
    "approved_unaudited",
    "withdrawn_at",
    "withdrawn_by",
    "withdrawn_why"
  };

  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    Warehouse opened =
        Catalog.openFor(Spark.session(), warehouse.location(), Releases.TABLE.shortName());
    format
        .format()
        .print(
            COLUMNS,
            KnownReleases.of(opened).stream().map(ReleaseListCommand::row).toList(),
            spec.commandLine().getOut());
    return 0;
  }

  private static Row row(Release release) {
    Manifest manifest = Manifest.read(release.manifest());
    return RowFactory.create(
        release.releaseId(),
        release.state(),
        release.asOfDate(),
        release.asOfKind(),
        release.plan(),
        release.policy(),
        release.figuresShown(),
        release.figuresWithheld(),
        manifest.checked().map(one -> one.result().code()).orElse(null),
        release.smallestWidth(),
        release.createdAt(),
        release.createdBy(),
        release.approvedAt(),
        release.approvedBy(),
        release.approvedWhy(),
        manifest.isApprovedUnaudited(),
        release.withdrawnAt(),
        release.withdrawnBy(),
        release.withdrawnWhy());
  }
}
