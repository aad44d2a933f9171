/**
 * The roster of universities, made of the list that the ministry publishes or of an office's own.
 *
 * <p>A room of its own, since reference data is plain CSV and knows no workbooks, and ledgers are
 * read by other rules: these lists are small, are read whole, and hold no personal data.
 */
package dev.taizhang.registry;
