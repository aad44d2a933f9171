/** Workbooks, and what is read like one: their sheets, cells and merged cells in every format. */
package dev.taizhang.landing.workbook;
