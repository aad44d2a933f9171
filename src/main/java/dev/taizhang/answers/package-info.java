/**
 * What is asked of a warehouse: status, headline, what a feedback workbook has to say, questions in
 * SQL.
 */
package dev.taizhang.answers;
