# language: en
Feature: Safety functions

  Background:
    Given signal "tcp-speed" arrives, waiting at most 5 s
    And signal "true-speed" arrives, waiting at most 5 s
    And command "release" is sent
    And command "reset" is sent
    And command "start" is sent
    And signal "safety" becomes "normal", waiting at most 3 s
    And command "select-mode" is sent with "mode" = "automatic"
    And signal "mode" becomes "automatic", waiting at most 3 s

  @CR-S01
  Scenario: Stopping time of a protective stop
    Given command "jog" is sent with "speed" = "1000"
    And signal "true-speed" stays at 1000.0 mm/s ± 50.0 mm/s for 0.2 s, waiting at most 5 s
    When command "stop" is sent
    And "stop-time" is measured: time from command "stop" until signal "true-speed" is below 10 mm/s, waiting at most 3 s
    Then "stop-time" shall be within its limit

  @CR-S03
  Scenario: Resetting an emergency stop causes no motion
    Given command "jog" is sent with "speed" = "200"
    And signal "true-speed" stays at 200.0 mm/s ± 30.0 mm/s for 0.2 s, waiting at most 5 s
    And command "emergency-stop" is sent
    And signal "safety" becomes "emergency-stop", waiting at most 3 s
    And signal "true-speed" stays at 0.0 mm/s ± 3.0 mm/s for 0.3 s, waiting at most 3 s
    When command "reset" is sent
    And observed for 5 s
    And "speed-after-reset" is measured: of signal "true-speed", the maximum
    Then "speed-after-reset" shall be within its limit
    And signal "safety" becomes "normal", waiting at most 1 s

  @CR-S04
  Scenario: Speed in manual reduced-speed mode
    Given command "jog" is sent with "speed" = "600"
    And signal "true-speed" stays at 600.0 mm/s ± 30.0 mm/s for 0.2 s, waiting at most 5 s
    And command "stop" is sent
    And signal "true-speed" stays at 0.0 mm/s ± 3.0 mm/s for 0.3 s, waiting at most 3 s
    And command "reset" is sent
    And command "start" is sent
    And signal "safety" becomes "normal", waiting at most 3 s
    And command "select-mode" is sent with "mode" = "manual-reduced"
    And signal "mode" becomes "manual-reduced", waiting at most 3 s
    And command "jog" is sent with "speed" = "150"
    And signal "true-speed" stays at 150.0 mm/s ± 15.0 mm/s for 0.2 s, waiting at most 5 s
    When command "jog" is sent with "speed" = "600"
    And observed for 1.5 s
    And "reduced-speed" is measured: of signal "true-speed", the maximum
    Then "reduced-speed" shall be within its limit

  @CR-S08 @CR-Q02
  Scenario: Quasi-static contact force
    Given command "move" is sent with "point" = "p1"
    And signal "at" becomes "p1", waiting at most 5 s
    When command "press" is sent
    And observed for 3 s
    And "contact-force-max" is measured: peak of signal "contact-force" in quasi-static contact, which begins above 20 N
    And "not-a-number" is measured: on channel "controller", number of value errors
    Then "contact-force-max" shall be within its limit
    And "not-a-number" shall be within its limit
    And signal "contact-force" stays at 520.0 N ± 500.0 N for 0.5 s, waiting at most 1 s
    And command "release-contact" is sent

  @CR-S07
  Scenario: Speed and separation monitoring (only where it is declared)
    When observed for 10 s
    And "separation-margin" is measured: least margin of distance "person-distance" over the protective separation distance, the robot approaching with "approach-speed"
      | term                                 | value                        |
      | reaction time                        | ixit(reaction-time)          |
      | stopping time                        | ixit(stopping-time)          |
      | speed of the person                  | 1.6 m/s                      |
      | intrusion distance                   | ixit(intrusion-distance)     |
      | uncertainty of the person's position | ixit(person-uncertainty)     |
      | uncertainty of the robot's position  | ixit(robot-uncertainty)      |
    Then "separation-margin" shall be within its limit
