/**
 * An edition: the tables that a site and a workbook are made from, with the names, units,
 * definitions and symbols of what they show. Values only; who may see which value was decided
 * before.
 */
package dev.taizhang.publish.edition;
