/** Renders values for people outside: no table, no session, no query. */
package dev.taizhang.publish;
