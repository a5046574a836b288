/**
 * Files on the local disk, written whole and never over another by accident, and the kinds of file
 * that are known by how they begin.
 *
 * <p>Uses the JDK and Jackson alone and knows nothing of what the files hold; other packages make
 * their content.
 */
package org.disentangle.file;
