/**
 * The course of a graduate: what the ledger told of them from their first slice to an as-of date.
 * Time to placement, the campaign and the graduates of the last two years are told from it alike.
 */
package dev.taizhang.figures.courses;
