/** Which slices count, and which one speaks on a date. Java only: records in, records out. */
package dev.taizhang.slices;
