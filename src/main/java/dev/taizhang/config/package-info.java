/** The settings of a run and the key of its pseudonyms. */
package dev.taizhang.config;
