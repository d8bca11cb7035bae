# language: en
Feature: A device in a bad world

  @FL-01
  Scenario: Depth
    Given signal "depth" arrives, waiting at most 5 s
    When observed for 3 s
    And "depth-max" is measured: of signal "depth", the maximum
    Then "depth-max" shall be within its limit

  @FL-02
  Scenario: Frames
    Given signal "depth" arrives, waiting at most 5 s
    When observed for 3 s
    And "checksum-errors" is measured: on channel "nav", number of checksum errors
    And "cut-frames" is measured: on channel "nav", number of syntax errors
    Then "checksum-errors" shall be within its limit
    And "cut-frames" shall be within its limit

  @FL-03
  Scenario: Numbers
    Given signal "number" arrives, waiting at most 5 s
    When observed for 3 s
    And "misnumbered" is measured: number of samples of signal "number" not counting up by 1
    Then "misnumbered" shall be within its limit

  @FL-04
  Scenario: Age
    Given signal "sent-at" arrives, waiting at most 5 s
    When observed for 3 s
    And "data-age" is measured: largest age of data by their UTC time stamp in signal "sent-at"
    Then "data-age" shall be within its limit

  @FL-05
  Scenario: Reaction
    Given signal "depth" arrives, waiting at most 5 s
    When command "dive" is sent
    And "reaction-time" is measured: time from command "dive" until signal "depth" is above 5 m, waiting at most 4 s
    Then "reaction-time" shall be within its limit

  @FL-06
  Scenario: Reaction to another command
    Given signal "depth" arrives, waiting at most 5 s
    When command "dive" is sent
    And observed for 1 s
    And command "dive" is sent
    And "second-reaction-time" is measured: time from command "dive" until signal "depth" is above 5 m, waiting at most 4 s
    Then "second-reaction-time" shall be within its limit

  @FL-07
  Scenario: Gaps
    Given signal "depth" arrives, waiting at most 5 s
    When observed for 3 s
    And "largest-gap" is measured: largest gap between samples of signal "depth"
    Then "largest-gap" shall be within its limit

  @FL-08
  Scenario: Depth after a command
    Given signal "depth" arrives, waiting at most 5 s
    When command "dive" is sent
    And observed for 1 s
    And "depth-after-dive" is measured: of signal "depth", the maximum
    Then "depth-after-dive" shall be within its limit

  @FL-09
  Scenario: Depth while a command is refused
    Given signal "depth" arrives, waiting at most 5 s
    And every 0.4 s command "dive" is sent
    When observed for 1 s
    And "refusal-code" is measured: of signal "refusal", the maximum
    And "depth-after-refusal" is measured: of signal "depth", the maximum
    Then "depth-after-refusal" shall be within its limit
    And "refusal-code" shall be within its limit
