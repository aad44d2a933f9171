/** What leaves the house: tables, the rule of each of their columns, symbols. */
package dev.taizhang.tables.published;
