/**
 * The contract: one class per table with its columns, grain, key and rules, written once and used
 * for DDL, select lists, checks, the data dictionary and {@code docs/contract.csv}.
 */
package dev.taizhang.tables;
