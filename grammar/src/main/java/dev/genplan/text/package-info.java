/** What is said to the user, in English and simplified Chinese. */
package dev.genplan.text;
