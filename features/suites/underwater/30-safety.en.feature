# language: en
Feature: Safety reactions
  The bench wets the leak sensor, cuts a sensor, lowers the voltage, stops the heartbeat.

  Background:
    Given signal "mode" arrives, waiting at most 5 s
    And command "dry-leak-sensor" is sent
    And command "restore-depth-sensor" is sent
    And command "supply-voltage" is sent with "voltage" = "15.8"
    And signal "leak-alarm" becomes "false", waiting at most 3 s
    And signal "depth-alarm" becomes "false", waiting at most 3 s
    And signal "battery-alarm" becomes "false", waiting at most 3 s

  @UW-S01 @UW-S02
  Scenario: Leak alarm and ascent
    Given command "arm" is sent
    And command "hold-depth" is sent with "depth" = "5.0"
    And signal "mode" becomes "depth-hold", waiting at most 3 s
    And signal "true-vertical-speed" stays at 0.0 m/s ± 0.04 m/s for 1 s, waiting at most 15 s
    When command "wet-leak-sensor" is sent
    And "leak-alarm-time" is measured: time from command "wet-leak-sensor" until signal "leak-alarm" is "true", waiting at most 6 s
    And "ascent-time" is measured: time from command "wet-leak-sensor" until signal "true-vertical-speed" is above 0.05 m/s, waiting at most 7 s
    Then "leak-alarm-time" shall be within its limit
    And "ascent-time" shall be within its limit

  @UW-S08
  Scenario: Arming is refused while there is a leak
    Given command "safe-state" is sent
    And signal "armed" becomes "false", waiting at most 3 s
    And command "arm" is sent
    And signal "armed" becomes "true", waiting at most 3 s
    And command "safe-state" is sent
    And signal "armed" becomes "false", waiting at most 3 s
    And command "wet-leak-sensor" is sent
    And signal "leak-alarm" becomes "true", waiting at most 8 s
    When command "arm" is sent
    And observed for 2 s
    And "armed-during-leak" is measured: number of samples in which signal "armed" is "true"
    Then "armed-during-leak" shall be within its limit

  @UW-S03
  Scenario: The operator's heartbeat stops
    Given every 0.5 s command "heartbeat" is sent
    And command "arm" is sent
    And command "hold-depth" is sent with "depth" = "4.0"
    And signal "mode" becomes "depth-hold", waiting at most 3 s
    And observed for 1 s
    When command "heartbeat" is no longer sent
    And "link-loss-time" is measured: time from command "heartbeat" until signal "mode" is "surfacing", waiting at most 6 s
    Then "link-loss-time" shall be within its limit

  @UW-S06
  Scenario: The depth sensor fails
    Given command "arm" is sent
    And command "hold-depth" is sent with "depth" = "4.0"
    And signal "mode" becomes "depth-hold", waiting at most 3 s
    When command "cut-depth-sensor" is sent
    And "depth-alarm-time" is measured: time from command "cut-depth-sensor" until signal "depth-alarm" is "true", waiting at most 3 s
    And "depth-hold-left-time" is measured: time from command "cut-depth-sensor" until signal "mode" is "manual", waiting at most 3 s
    Then "depth-alarm-time" shall be within its limit
    And "depth-hold-left-time" shall be within its limit

  @UW-D03
  Scenario: Low-voltage alarm
    When command "supply-voltage" is sent with "voltage" = "ixit(battery-threshold) - 0.8 V"
    And "battery-alarm-time" is measured: time from command "supply-voltage" until signal "battery-alarm" is "true", waiting at most 4 s
    Then "battery-alarm-time" shall be within its limit

  @UW-C13
  Scenario: Message signing (only where it is declared)
    When observed for 1 s
