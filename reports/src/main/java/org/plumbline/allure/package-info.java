/** The Allure results and the report made from them; start at {@link org.plumbline.allure.AllureReport}. */
@NullMarked
package org.plumbline.allure;

import org.jspecify.annotations.NullMarked;
