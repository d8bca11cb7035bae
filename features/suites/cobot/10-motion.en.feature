# language: en
Feature: Motion performance and data
  The laser tracker counts as truth for poses, the force gauge for contact forces.

  Background:
    Given signal "tcp-speed" arrives, waiting at most 5 s
    And signal "true-speed" arrives, waiting at most 5 s
    And command "release" is sent
    And command "reset" is sent
    And command "start" is sent
    And signal "safety" becomes "normal", waiting at most 3 s

  @CR-A01 @CR-A02
  Scenario: Pose repeatability and accuracy
    When 30 cycles are run, waiting at most 5 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | move    | point     | p2    | at     | p2      | 0.1 s |
      | move    | point     | p1    | at     | p1      | 0.2 s |
    And "pose-repeatability-rp" is measured: pose repeatability of signals "true-x", "true-y" and "true-z" at "p1"
    And "pose-accuracy-ap" is measured: pose accuracy of signals "true-x", "true-y" and "true-z" at "p1" for 400.0 mm, 0.0 mm, 600.0 mm
    Then "pose-repeatability-rp" shall be within its limit
    And "pose-accuracy-ap" shall be within its limit

  @CR-A04
  Scenario: Position overshoot
    Given command "move" is sent with "point" = "p1"
    And signal "at" becomes "p1", waiting at most 5 s
    When command "move" is sent with "point" = "p2"
    And observed for 1.5 s
    And "position-overshoot" is measured: overshoot of signal "true-x"
    Then "position-overshoot" should be within its limit
    And signal "at" becomes "p2", waiting at most 5 s

  @CR-C02 @CR-C03
  Scenario: Telemetry period and sequence numbers
    When observed for 6 s
    And "telemetry-gap" is measured: largest gap between samples of signal "sequence"
    And "sequence-violations" is measured: number of samples of signal "sequence" not counting up by 1
    Then "telemetry-gap" shall be within its limit
    And "sequence-violations" shall be within its limit
