/** The only room that knows Delta: sessions, tables, reads, writes and constraints. */
package dev.taizhang.warehouse;
