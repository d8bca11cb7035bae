# language: en
Feature: A gauge that sometimes overflows

  @GA-A02
  Scenario: Steady reports
    When observed for 2 s
    And "level-gap" is measured: largest gap between samples of signal "level"
    Then "level-gap" shall be within its limit

  @GA-A01
  Scenario: Filling
    When command "fill" is sent
    And observed for 1 s
    And "level-max" is measured: of signal "level", the maximum
    Then "level-max" shall be within its limit
