# language: en
Feature: Navigation and state data
  The vehicle is only watched; the scenarios share one recorded stretch.

  Background:
    Given signal "depth" arrives, waiting at most 5 s
    And signal "state-depth" arrives, waiting at most 5 s

  @UW-C01
  Scenario: Checksums of NMEA sentences
    When observed for 8 s
    And "checksum-errors" is measured: on channel "nav", number of checksum errors
    Then "checksum-errors" shall be within its limit

  @UW-C02
  Scenario: Length of NMEA sentences
    When observed for 8 s
    And "overlong-sentences" is measured: on channel "nav", number of length errors
    Then "overlong-sentences" shall be within its limit

  @UW-C04
  Scenario: Intervals of depth and heading sentences
    When observed for 8 s
    And "depth-interval" is measured: largest gap between samples of signal "depth"
    And "heading-interval" is measured: largest gap between samples of signal "heading"
    Then "depth-interval" shall be within its limit
    And "heading-interval" shall be within its limit

  @UW-Q01
  Scenario: The depths of two channels agree
    When observed for 8 s
    And "depth-agreement" is measured: largest difference between signals "depth" and "state-depth"
    Then "depth-agreement" shall be within its limit

  @UW-Q03
  Scenario: The device time is monotonic
    When observed for 8 s
    And "time-regressions" is measured: number of samples of signal "device-time" not increasing
    Then "time-regressions" shall be within its limit

  @UW-A05
  Scenario: Error of the water temperature
    When observed for 8 s
    And "temperature-error" is measured: largest difference between signals "water-temperature" and "true-temperature"
    Then "temperature-error" should be within its limit
