/**
 * The workbook of an edition, for those who live in a spreadsheet: a cover, charts, and a sheet for
 * each question.
 */
package dev.taizhang.publish.workbook;
