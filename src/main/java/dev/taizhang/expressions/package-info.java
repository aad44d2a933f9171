/**
 * What Spark makes of the text of an expression, and how it is asked row by row. Rules of analysts,
 * rules of contracts and conditions on files stand on it.
 */
package dev.taizhang.expressions;
