/** Entries to states over time. Pure: Datasets in, Dataset out. */
package dev.taizhang.history;
