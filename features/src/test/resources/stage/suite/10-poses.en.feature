# language: en
Feature: Poses

  Background:
    Given signal "at" arrives, waiting at most 1 s

  @ST-A01
  Scenario: Thirty cycles
    When 30 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      | point     | home  | at     | home    | 0.1 s |
      | go      | point     | p1    | at     | p1      | 0.1 s |
    And "ground-accuracy" is measured: position accuracy of a mobile base, signals "x" and "y", at "p1" for 400 mm, 0 mm
    And "ground-repeatability" is measured: position repeatability of a mobile base, signals "x" and "y", at "p1"
    And "distance-accuracy" is measured: distance accuracy of signals "x", "y" and "z" from "home" to "p1" for 721 mm
    And "distance-repeatability" is measured: distance repeatability of signals "x", "y" and "z" from "home" to "p1"
    And "accuracy-drift" is measured: drift of the pose accuracy of signals "x", "y" and "z" at "p1" in 3 blocks for 400 mm, 0 mm, 600 mm
    And "repeatability-drift" is measured: drift of the pose repeatability of signals "x", "y" and "z" at "p1" in 3 blocks
    Then "ground-accuracy" shall be within its limit
    And "ground-repeatability" shall be within its limit
    And "distance-accuracy" shall be within its limit
    And "distance-repeatability" shall be within its limit
    And "accuracy-drift" shall be within its limit
    And "repeatability-drift" shall be within its limit

  @ST-A02
  Scenario: Two directions of approach
    When 30 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      | point     | p2    | at     | p2      | 0.1 s |
      | go      | point     | p1    | at     | p1      | 0.1 s |
      | go      | point     | p3    | at     | p3      | 0.1 s |
      | go      | point     | p1    | at     | p1      | 0.1 s |
    And "accuracy-variation" is measured: multi-directional pose accuracy variation of signals "x", "y" and "z" at "p1"
    Then "accuracy-variation" shall be within its limit

  @ST-A03
  Scenario: Headings
    When 5 cycles are run, waiting at most 1 s at each step
      | command | parameter | value  | signal | becomes | dwell |
      | go      | point     | home   | at     | home    | 0.1 s |
      | go      | point     | turned | at     | turned  | 0.1 s |
    And "heading-accuracy" is measured: orientation accuracy of angle "yaw" at "turned" for 178 deg
    And "heading-repeatability" is measured: orientation repeatability of angle "yaw" at "turned"
    Then "heading-accuracy" shall be within its limit
    And "heading-repeatability" shall be within its limit

  @ST-A04
  Scenario: The instrument is off scale in the only stay
    When 1 cycles are run, waiting at most 1 s at each step
      | command | parameter | value     | signal | becomes   | dwell |
      | go      | point     | home      | at     | home      | 0.1 s |
      | go      | point     | saturated | at     | saturated | 0.1 s |
    And "one-stay" is measured: position accuracy of a mobile base, signals "true-x" and "true-y", at "saturated" for 400 mm, 0 mm
    Then "one-stay" shall be within its limit

  @ST-A04
  Scenario: The instrument is off scale in the first of three stays
    When 3 cycles are run, waiting at most 1 s at each step
      | command | parameter | value     | signal | becomes   | dwell |
      | go      | point     | p2        | at     | p2        | 0.1 s |
      | go      | point     | saturated | at     | saturated | 0.1 s |
    And "three-stays" is measured: position repeatability of a mobile base, signals "true-x" and "true-y", at "saturated"
    And "arrivals" is measured: at each arrival at "saturated", largest deviation of signal "true-x" from its mean
    Then "three-stays" shall be within its limit
    And "arrivals" shall be within its limit
