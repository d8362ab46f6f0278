/** The rules: each class here is one, and nothing else stands here. */
package dev.genplan.rules.catalog;
