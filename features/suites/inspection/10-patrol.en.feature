# language: en
Feature: Patrol performance and data
  The total station counts as truth for poses, blackbody and contact thermometer for temperatures.

  Background:
    Given signal "speed" arrives, waiting at most 5 s
    And signal "true-x" arrives, waiting at most 5 s
    And command "remove-obstacle" is sent
    And command "release-e-stop" is sent
    And command "acknowledge" is sent
    And signal "e-stop" becomes "NONE", waiting at most 3 s

  @IR-A01 @IR-A02
  Scenario: Repeat positioning
    When 6 cycles are run, waiting at most 10 s at each step
      | command | parameter | value | signal  | becomes | dwell |
      | go      | node      | n2    | at-node | n2      | 0.1 s |
      | go      | node      | n1    | at-node | n1      | 0.4 s |
    And "repeat-position-x" is measured: at each arrival at "n1", largest deviation of signal "true-x" from its mean
    And "repeat-position-y" is measured: at each arrival at "n1", largest deviation of signal "true-y" from its mean
    And "repeat-heading" is measured: at each arrival at "n1", largest deviation of signal "true-heading" from its mean
    Then "repeat-position-x" shall be within its limit
    And "repeat-position-y" shall be within its limit
    And "repeat-heading" shall be within its limit

  @IR-C05 @IR-Q02
  Scenario: State messages while driving
    When command "go" is sent with "node" = "n3"
    And observed for 5 s
    And "header-violations" is measured: number of samples of signal "sequence" not counting up by 1
    And "theta-max" is measured: of signal "theta", the maximum
    And "theta-min" is measured: of signal "theta", the minimum
    Then "header-violations" shall be within its limit
    And "theta-max" shall be within its limit
    And "theta-min" shall be within its limit
    And signal "at-node" becomes "n3", waiting at most 12 s

  @IR-A04
  Scenario: Infrared temperature error
    Given signal "infrared-temperature" arrives, waiting at most 5 s
    And command "blackbody" is sent with "temperature" = "80"
    And signal "surface-temperature" stays at 80 degC ± 0.5 degC for 0.5 s, waiting at most 5 s
    When observed for 2 s
    And "infrared-error" is measured: largest difference between signals "infrared-temperature" and "surface-temperature"
    Then "infrared-error" shall be within its limit

  @IR-C13
  Scenario: Answer to a query
    When command "query" is sent with "id" = "q-17"
    And "query-latency" is measured: time from command "query" until signal "last-query" is "q-17", waiting at most 4 s
    Then "query-latency" should be within its limit
