package org.plumbline.allure;

import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** What our report page has beyond Allure's: a tab of requirements, and our words for its statuses. */
final class RequirementsTab {

    private static final String SCRIPT =
            """
            allure.api.addTranslation('%1$s', {
              tab: {requirements: {name: '%2$s'}},
              status: {failed: '%3$s', broken: '%4$s', passed: '%5$s', skipped: '%6$s', unknown: '%7$s'}
            });
            allure.api.addTab('requirements', {
              title: 'tab.requirements.name', icon: 'fa fa-list',
              route: 'requirements(/)(:testGroup)(/)(:testResult)(/)(:testResultTab)(/)',
              onEnter: function (testGroup, testResult, testResultTab) {
                return new allure.components.TreeLayout({
                  testGroup: testGroup, testResult: testResult, testResultTab: testResultTab,
                  tabName: 'tab.requirements.name', baseUrl: 'requirements', url: 'data/%8$s'
                });
              }
            });
            """;

    private RequirementsTab() {}

    static String script(Language language) {
        return SCRIPT.formatted(
                language.code(),
                new Text("要求", "Requirements").in(language),
                new Text("不合格", "Fail").in(language),
                new Text("错误", "Error").in(language),
                new Text("合格", "Pass").in(language),
                new Text("不适用", "Not applicable").in(language),
                new Text("无法判定/未判定", "Inconclusive or not judged").in(language),
                RequirementsTree.FILE);
    }
}
