package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;

/**
 * A row of a file.
 *
 * @param graduate whom it is about
 * @param outcome what it says; null where it is left blank
 * @param fault what is wrong with it
 */
record LedgerRow(Graduate graduate, Outcome outcome, RowFault fault) {}
