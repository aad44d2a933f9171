/** The numbers and names of people: their forms, and the pseudonyms that they become. */
package dev.taizhang.landing.person;
