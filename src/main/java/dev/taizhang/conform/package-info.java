/**
 * Rows to entries: code lists, dates, majors, hardship, flags and quarantine. Pure: Datasets in,
 * Dataset out.
 */
package dev.taizhang.conform;
