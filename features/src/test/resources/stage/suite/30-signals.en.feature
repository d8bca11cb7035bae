# language: en
Feature: Signals

  @ST-Q01
  Scenario: A level that rises
    Given command "go" is sent with "point" = "home"
    When observed for 3 s
    And "noise" is measured: noise of signal "level" about its trend
    And "step" is measured: quantisation step of signal "level"
    And "period" is measured: mean period of signal "level"
    And "jitter" is measured: jitter of the period of signal "level"
    Then "noise" shall be within its limit
    And "step" shall be within its limit
    And "period" shall be within its limit
    And "jitter" shall be within its limit
