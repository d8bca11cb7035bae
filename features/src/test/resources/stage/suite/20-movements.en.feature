# language: en
Feature: Movements

  Background:
    Given signal "at" arrives, waiting at most 1 s

  @ST-P01
  Scenario: A straight line
    When 30 cycles are run, waiting at most 2 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go | point | home | at | home | 0.1 s |
      | go | point | end | at | end | 0.1 s |
    And "path-accuracy" is measured: path accuracy of signals "x", "y" and "z" on the way to "end" in 5 planes
      | x      | y    | z    |
      | 0 mm   | 0 mm | 0 mm |
      | 100 mm | 0 mm | 0 mm |
    And "path-repeatability" is measured: path repeatability of signals "x", "y" and "z" on the way to "end" in 5 planes
      | x      | y    | z    |
      | 0 mm   | 0 mm | 0 mm |
      | 100 mm | 0 mm | 0 mm |
    And "velocity-accuracy" is measured: path velocity accuracy of signal "speed" for 100 mm/s on the way to "end" while "x" is between 25 mm and 75 mm
    And "velocity-repeatability" is measured: path velocity repeatability of signal "speed" for 100 mm/s on the way to "end" while "x" is between 25 mm and 75 mm
    And "velocity-fluctuation" is measured: path velocity fluctuation of signal "speed" for 100 mm/s on the way to "end" while "x" is between 25 mm and 75 mm
    Then "path-accuracy" shall be within its limit
    And "path-repeatability" shall be within its limit
    And "velocity-accuracy" shall be within its limit
    And "velocity-repeatability" shall be within its limit
    And "velocity-fluctuation" shall be within its limit

  @ST-P02
  Scenario: A corner
    When 3 cycles are run, waiting at most 2 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go | point | home | at | home | 0.1 s |
      | go | point | end-of-corner | at | end-of-corner | 0.1 s |
    And "corner-overshoot" is measured: corner overshoot of signals "x", "y" and "z" on the way to "end-of-corner"
      | x     | y     | z    |
      | 0 mm  | 0 mm  | 0 mm |
      | 50 mm | 0 mm  | 0 mm |
      | 50 mm | 50 mm | 0 mm |
    And "corner-rounding" is measured: corner rounding of signals "x", "y" and "z" on the way to "end-of-corner"
      | x     | y     | z    |
      | 0 mm  | 0 mm  | 0 mm |
      | 50 mm | 0 mm  | 0 mm |
      | 50 mm | 50 mm | 0 mm |
    Then "corner-overshoot" shall be within its limit
    And "corner-rounding" shall be within its limit

  @ST-P03
  Scenario: An arrival
    When 3 cycles are run, waiting at most 2 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go | point | home | at | home | 0.1 s |
      | go | point | rest | at | rest | 2 s |
    And "stabilisation-time" is measured: position stabilisation time of signals "x", "y" and "z" at "rest" within 0.1 mm
    And "overshoot" is measured: position overshoot of signals "x", "y" and "z" at "rest" beyond 0.1 mm
    Then "stabilisation-time" shall be within its limit
    And "overshoot" shall be within its limit
