/** YAML files with the place of every node, checked against a JSON Schema; start at {@link org.plumbline.yaml.YamlFile}. */
@NullMarked
package org.plumbline.yaml;

import org.jspecify.annotations.NullMarked;
