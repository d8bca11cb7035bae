# language: en
Feature: States

  @VD-01
  Scenario: Angles
    Given signal "header-id" arrives, waiting at most 20 s
    When observed for 2 s
    And "wrong-angles" is measured: number of samples in which signal "angles-ok" is "false"
    Then "wrong-angles" shall be within its limit

  @VD-02
  Scenario: Numbers
    Given signal "header-id" arrives, waiting at most 20 s
    When observed for 2 s
    And "number-jumps" is measured: number of samples of signal "header-id" not counting up by 1
    Then "number-jumps" shall be within its limit

  @VD-03
  Scenario: Schemas
    Given signal "header-id" arrives, waiting at most 20 s
    When observed for 2 s
    And "schema-faults" is measured: on channel "amr", number of syntax errors
    Then "schema-faults" shall be within its limit
