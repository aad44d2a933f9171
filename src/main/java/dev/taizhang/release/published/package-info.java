/** The edition that leaves the house: pages and workbook from the rows of a release alone. */
package dev.taizhang.release.published;
