# language: en
Feature: Depth hold and heading hold
  The reference instruments of the test tank count as truth.

  Background:
    Given signal "depth" arrives, waiting at most 5 s
    And signal "true-depth" arrives, waiting at most 5 s
    And command "arm" is sent
    And signal "armed" becomes "true", waiting at most 3 s

  @UW-A02 @UW-A01
  Scenario: Depth hold in still water
    Given command "hold-depth" is sent with "depth" = "4.0"
    And signal "mode" becomes "depth-hold", waiting at most 3 s
    And signal "depth" stays at 4.0 m ± 0.5 m for 2 s, waiting at most 15 s
    # it settles first, then the last 6 s count; to settle is not to be within the limit
    When observed for 10 s
    And observed for 6 s
    And "depth-hold-p95" is measured: deviation of signal "true-depth" from 4.0 m, percentile 95
    And "depth-error" is measured: largest difference between signals "depth" and "true-depth"
    Then "depth-hold-p95" shall be within its limit
    And "depth-error" shall be within its limit

  @UW-A03
  Scenario: Heading hold
    Given command "hold-heading" is sent with "heading" = "90"
    And signal "heading" stays at 90 deg ± 3 deg for 1 s, waiting at most 12 s
    # it settles first, then the last 5 s count
    When observed for 10 s
    And observed for 5 s
    And "heading-hold-p95" is measured: deviation of signal "true-heading" from 90 deg, percentile 95
    Then "heading-hold-p95" shall be within its limit

  @UW-A04
  Scenario: Heading when passing north
    Given command "hold-heading" is sent with "heading" = "330"
    And signal "heading" stays at 330 deg ± 3 deg for 1 s, waiting at most 15 s
    When command "hold-heading" is sent with "heading" = "30"
    And observed for 4 s
    And "heading-error" is measured: largest difference between signals "heading" and "true-heading"
    Then "heading-error" shall be within its limit
    And signal "true-heading" stays at 30 deg ± 10 deg for 0.5 s, waiting at most 5 s

  @UW-Q04
  Scenario: Depth data do not freeze during a dive
    When command "hold-depth" is sent with "depth" = "8.0"
    And signal "set-depth" stays at 8.0 m ± 0.01 m for 0.3 s, waiting at most 3 s
    And observed for 5 s
    And "frozen-depth-time" is measured: longest time that signal "depth" does not change
    Then "frozen-depth-time" should be within its limit

  @UW-S05
  Scenario: A set depth beyond the rated depth is refused
    Given command "hold-depth" is sent with "depth" = "5.0"
    And signal "mode" becomes "depth-hold", waiting at most 3 s
    And signal "set-depth" stays at 5.0 m ± 0.01 m for 0.3 s, waiting at most 3 s
    When command "hold-depth" is sent with "depth" = "45.0"
    And observed for 2 s
    And "set-depth-accepted" is measured: of signal "set-depth", the maximum
    Then "set-depth-accepted" shall be within its limit
