/** What the command that selects among models prints and draws. Selecting is done elsewhere. */
package org.disentangle.examples.selection;
