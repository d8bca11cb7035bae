# language: en
Feature: Persons nearby

  @ST-S01
  Scenario: A hand
    Given command "go" is sent with "point" = "hand"
    When observed for 2 s
    And "blow" is measured: peak of signal "force" in transient contact, which begins above 10 N
    And "clamp" is measured: peak of signal "force" in quasi-static contact, which begins above 10 N
    Then "blow" shall be within its limit
    And "clamp" shall be within its limit

  @ST-S02
  Scenario Outline: A person
    Given command "go" is sent with "point" = "person-<case>"
    When observed for 1 s
    And "margin-<case>" is measured: least margin of distance "distance" over the protective separation distance, the robot approaching with "speed"
      | term | value |
      | reaction time | 0.1 s |
      | deceleration | 2.5 m/s2 |
      | speed of the person | <vh> m/s |
      | intrusion distance | <c> m |
      | uncertainty of the person's position | <zd> m |
      | uncertainty of the robot's position | <zr> m |
    Then "margin-<case>" shall be within its limit

    Examples:
      | case | vh | c | zd | zr |
      | 1 | 1.6 | 0.2 | 0.05 | 0.01 |
      | 2 | 1.6 | 0.2 | 0.05 | 0.01 |
      | 3 | 1.6 | 0.85 | 0.05 | 0.01 |
      | 4 | 0 | 0 | 0 | 0 |

  @ST-S03
  Scenario: A light curtain
    When command "go" is sent with "point" = "curtain"
    And "curtain" is measured: minimum distance of a light curtain by the time from command "go" until signal "speed" is below 50 mm/s, waiting at most 2 s
      | term | value |
      | response time | ixit(response-time) |
      | detection capability | 30 mm |
    Then "curtain" shall be within its limit
