# language: en
Feature: Driving safety

  Background:
    Given signal "speed" arrives, waiting at most 5 s
    And signal "true-speed" arrives, waiting at most 5 s
    And command "remove-obstacle" is sent
    And command "remove-person" is sent
    And command "release-e-stop" is sent
    And command "acknowledge" is sent
    And command "set-charge" is sent with "percent" = "80"
    And command "go" is sent with "node" = "n1"
    And signal "at-node" becomes "n1", waiting at most 12 s

  @IR-S01
  Scenario: Braking distance
    Given command "drive" is sent with "speed" = "1.0"
    And signal "true-speed" stays at 1.0 m/s ± 0.05 m/s for 0.3 s, waiting at most 5 s
    When command "stop" is sent
    And signal "true-speed" stays at 0.0 m/s ± 0.01 m/s for 0.3 s, waiting at most 5 s
    And "braking-distance" is measured: from command "stop" on, the change of signal "true-x"
    Then "braking-distance" shall be within its limit

  @IR-S02
  Scenario: Obstacle
    Given command "drive" is sent with "speed" = "0.8"
    And signal "true-speed" stays at 0.8 m/s ± 0.05 m/s for 0.3 s, waiting at most 5 s
    When command "place-obstacle" is sent
    And signal "true-speed" stays at 0.0 m/s ± 0.02 m/s for 0.5 s, waiting at most 8 s
    And observed for 1 s
    And "obstacle-clearance" is measured: of signal "clearance", the minimum
    And command "remove-obstacle" is sent
    And "resume-time" is measured: time from command "remove-obstacle" until signal "true-speed" is above 0.1 m/s, waiting at most 12 s
    Then "obstacle-clearance" shall be within its limit
    And "resume-time" shall be within its limit

  @IR-S04
  Scenario: A person steps into the protective field
    When command "place-person" is sent
    And "field-violation-time" is measured: time from command "place-person" until signal "field-violation" is "true", waiting at most 3 s
    And command "remove-person" is sent
    Then "field-violation-time" shall be within its limit

  @IR-S03
  Scenario: Emergency stop and acknowledgement
    Given command "drive" is sent with "speed" = "0.5"
    And signal "true-speed" stays at 0.5 m/s ± 0.05 m/s for 0.3 s, waiting at most 5 s
    When command "press-e-stop" is sent
    And "e-stop-report-time" is measured: time from command "press-e-stop" until signal "e-stop" is "MANUAL", waiting at most 3 s
    And signal "true-speed" stays at 0.0 m/s ± 0.02 m/s for 0.3 s, waiting at most 5 s
    And command "release-e-stop" is sent
    And command "drive" is sent with "speed" = "0.5"
    And observed for 3 s
    And "speed-before-acknowledge" is measured: of signal "true-speed", the maximum
    Then "e-stop-report-time" shall be within its limit
    And "speed-before-acknowledge" shall be within its limit
    And command "acknowledge" is sent
    And signal "e-stop" becomes "NONE", waiting at most 3 s
    And command "drive" is sent with "speed" = "0.5"
    And signal "true-speed" stays at 0.5 m/s ± 0.05 m/s for 0.3 s, waiting at most 5 s

  @IR-D02
  Scenario: Return at low charge
    When command "set-charge" is sent with "percent" = "ixit(return-threshold) - 5 %"
    And "return-time" is measured: time from command "set-charge" until signal "returning" is "true", waiting at most 8 s
    Then "return-time" shall be within its limit

  @IR-S06
  Scenario: Parking on a slope (only where it is declared)
    When observed for 1 s
