/** The devices networks live on: how many the array backend has, and the one a thread works on. */
package org.disentangle.net.device;
