package org.plumbline.allure;

import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * What our report page has beyond Allure's: a tab of requirements, and our words for its statuses. Two things are hidden:
 * the share of passed tests, which leaves the inconclusive ones out and so would call a run 100 % that is not, and the
 * parameters in the list of tests, which take the room of their names.
 */
final class RequirementsTab {

    private static final String SCRIPT = """
            allure.api.addTranslation('%1$s', {
              tab: {requirements: {name: '%2$s'}},
              sorter: {order: '%9$s'}, component: {tree: {'filter-marks': '%10$s'}},
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
            document.head.insertAdjacentHTML('beforeend',
              '<style>.chart__caption, .node__parameters {display: none} .pane__title {white-space: nowrap}</style>');
            """;

    private RequirementsTab() {}

    static String script(Language language) {
        return SCRIPT.formatted(
                language.code(),
                new Text("要求", "Requirements").in(language),
                new Text("不合格", "Fail").in(language),
                new Text("错误", "Error").in(language),
                new Text("通过", "Passed").in(language),
                new Text("不适用/未执行", "Not applicable or not reached").in(language),
                new Text("无法判定/未判定", "Inconclusive or not judged").in(language),
                RequirementsTree.FILE,
                new Text("顺序", "order").in(language),
                new Text("标记", "Marks").in(language));
    }
}
