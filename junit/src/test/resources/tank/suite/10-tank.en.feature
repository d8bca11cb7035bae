# language: en
Feature: A small tank

  Background:
    Given signal "level" arrives, waiting at most 2 s

  @TK-A01
  Scenario: Level below the rim
    When observed for 2 s
    And "level-max" is measured: of signal "level", the maximum
    Then "level-max" shall be within its limit

  @TK-A02 @TK-Q01
  Scenario: Temperature
    When observed for 2 s
    And "temperature-max" is measured: of signal "temperature", the maximum
    And "temperature-gap" is measured: largest gap between samples of signal "temperature"
    Then "temperature-max" shall be within its limit
    And "temperature-gap" should be within its limit

  @TK-A03
  Scenario: Level above the heater
    When observed for 2 s
    And "level-min" is measured: of signal "level", the minimum
    Then "level-min" shall be within its limit

  @TK-S01
  Scenario: Stopping the pump
    Given command "start-pump" is sent
    And signal "pump" becomes "true", waiting at most 1 s
    When observed for 1 s
    And command "stop-pump" is sent
    And "stop-time" is measured: time from command "stop-pump" until signal "pump" is "false", waiting at most 2 s
    Then "stop-time" shall be within its limit

  @TK-S02
  Scenario: Cooling
    When observed for 2 s
    And "temperature-min" is measured: of signal "temperature", the minimum
    Then "temperature-min" shall be within its limit

  @TK-S03
  Scenario: Pressure
    When observed for 2 s
    And command "vent" is sent
    And "pressure-max" is measured: of signal "pressure", the maximum
    Then "pressure-max" shall be within its limit

  @TK-Q01
  Scenario: Steady reports
    When observed for 2 s
    And "temperature-gap" is measured: largest gap between samples of signal "temperature"
    Then "temperature-gap" should be within its limit

  @TK-A01
  Scenario: Level with the pump running
    Given command "start-pump" is sent
    When observed for 1 s
    And "level-max" is measured: of signal "level", the maximum
    Then "level-max" shall be within its limit
