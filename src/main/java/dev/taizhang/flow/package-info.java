/**
 * The flow: stages as values, the runner that carries them out, and what is generated from them.
 */
package dev.taizhang.flow;
