/**
 * How truly and how alike a robot reaches poses and follows paths (ISO 9283:1998, ISO 18646-2:2019); start at
 * {@link org.plumbline.pose.PoseAccuracy}.
 */
@NullMarked
package org.plumbline.pose;

import org.jspecify.annotations.NullMarked;
