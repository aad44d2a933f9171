/** The mathematics: intervals for proportions and for their differences. No table in sight. */
package dev.taizhang.statistics;
