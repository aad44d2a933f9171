package dev.taizhang.register;

import static java.util.stream.Collectors.toSet;

import dev.taizhang.conform.Forgotten;
import dev.taizhang.tables.Tombstones;
import dev.taizhang.tables.Tombstones.Tombstone;
import dev.taizhang.warehouse.Warehouse;

/** Whom a warehouse is not to have. */
public final class ForgottenPeople {

  private ForgottenPeople() {}

  /** Everybody who was forgotten by law. */
  public static Forgotten in(Warehouse warehouse) {
    return new Forgotten(
        warehouse.records(Tombstones.RECORDS).stream().map(Tombstone::tombstone).collect(toSet()));
  }

  /** Whether somebody is to be forgotten whose rows are not all removed. */
  public static boolean areHalfRemoved(Warehouse warehouse) {
    return warehouse.records(Tombstones.RECORDS).stream().anyMatch(Tombstone::isHalfRemoved);
  }
}
