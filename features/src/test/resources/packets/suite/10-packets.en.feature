# language: en
Feature: Control packets

  @PK-01
  Scenario: Login
    Given signal "depth" arrives, waiting at most 20 s
    When observed for 1 s
    And "keep-alive" is measured: of the events of signal "keep-alive", the maximum
    And "will-qos" is measured: of the events of signal "will-qos", the minimum
    And "will-retain" is measured: of the events of signal "will-retain", the minimum
    Then "keep-alive" shall be within its limit
    And "will-qos" shall be within its limit
    And "will-retain" shall be within its limit

  @PK-02
  Scenario: State
    Given signal "depth" arrives, waiting at most 20 s
    When observed for 1 s
    And "state-qos" is measured: of the events of signal "state-qos", the minimum
    Then "state-qos" shall be within its limit

  @PK-03
  Scenario: A link that is cut
    Given signal "depth" arrives, waiting at most 20 s
    When command "cut-link" is sent
    And "will-time" is measured: time from command "cut-link" to the event of signal "link" that is "offline", waiting at most 10 s
    And "return-time" is measured: time from command "cut-link" to the event of signal "answer" that is "0", waiting at most 10 s
    Then "will-time" shall be within its limit
    And "return-time" shall be within its limit

  @PK-03
  Scenario: A login that is refused
    Given signal "depth" arrives, waiting at most 20 s
    When command "refuse-login" is sent
    And command "cut-link" is sent
    And "login-time" is measured: time from command "cut-link" to the event of signal "login" that is "CONNECT", waiting at most 10 s
    And command "admit-login" is sent
    And "admitted-time" is measured: time from command "admit-login" to the event of signal "answer" that is "0", waiting at most 10 s
    Then "login-time" shall be within its limit
    And "admitted-time" shall be within its limit

  @PK-03
  Scenario: A broker that stops and starts
    Given signal "depth" arrives, waiting at most 20 s
    When command "stop-broker" is sent
    And observed for 1 s
    And command "start-broker" is sent
    And "return-time" is measured: time from command "start-broker" to the event of signal "depth" that is "1.5", waiting at most 10 s
    Then "return-time" shall be within its limit

  @PK-03
  Scenario: Packets that are held back
    Given signal "depth" arrives, waiting at most 20 s
    When command "hold-link" is sent with "time" = "700 ms"
    And observed for 3 s
    And "held-time" is measured: largest gap between samples of signal "depth"
    Then "held-time" shall be within its limit
