Feature: 判定自检 | self-check of the judge
  Before each run signals of which the right verdict is known are judged by every kind of measurement and judgement
  that the run uses: good must pass, bad must fail, all others must be inconclusive, each for a reason of its own. One
  judged wrongly makes the run void.

  Scenario Outline: 从命令到信号为某值的时间 | time until a signal has a value
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And "time" is measured: time from command "go" until signal "alarm" is "true", waiting at most 3 s
    Then "time" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | blurred  |
      | doubtful |

  Scenario Outline: 信号始终未变为某值 | a signal that never gets there
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And "time" is measured: time from command "go" until signal "state" is "never", waiting at most <most>
    Then "time" shall be within its limit

    Examples:
      | signal   | most  |
      | bad      | 1.5 s |
      | doubtful | 0.5 s |

  Scenario Outline: 从命令到信号越过某值的时间 | time until a signal crosses a value
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And "time" is measured: time from command "go" until signal "speed" is below 0.5 m/s, waiting at most 3 s
    Then "time" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | blurred  |
      | doubtful |
      | hovering |

  Scenario Outline: 偏离的百分位 | percentile of a deviation
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 12 s
    And "difference" is measured: deviation of signal "spread" from 1 m, percentile 95
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 两个信号的最大偏差 | largest difference between two signals
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "difference" is measured: largest difference between signals "level" and "true-level"
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 样本的最大间隔 | largest gap between samples
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "time" is measured: largest gap between samples of signal "beat"
    Then "time" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | doubtful |

  Scenario Outline: 错误帧的次数 | faulty frames
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "count" is measured: on channel "canary", number of checksum errors
    Then "count" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 最大值 | maximum
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "ceiling" is measured: of signal "peak", the maximum
    Then "ceiling" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 最小值 | minimum
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "floor" is measured: of signal "trough", the minimum
    Then "floor" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 超调量 | overshoot
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "difference" is measured: overshoot of signal "swing"
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 持续不变的时间 | time without a change
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "time" is measured: longest time that signal "turn" does not change
    Then "time" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | doubtful |

  Scenario Outline: 计数未逐一加 1 | a counter not counting up by 1
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "count" is measured: number of samples of signal "counter" not counting up by 1
    Then "count" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 时间戳未递增 | a time stamp not increasing
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "count" is measured: number of samples of signal "stamp" not increasing
    Then "count" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 取某值的样本数 | samples with a value
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "count" is measured: number of samples in which signal "state" is "wrong"
    Then "count" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 命令之后的变化量 | change after a command
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "difference" is measured: from command "go" on, the change of signal "position"
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 位姿重复性 | pose repeatability
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 8 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: pose repeatability of signals "x", "y" and "z" at "p1"
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 位姿准确度 | pose accuracy
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 3 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: pose accuracy of signals "x", "y" and "z" at "p1" for 1 m, 0 m, 0 m
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 各次到达的重复偏差 | deviation of arrivals
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 3 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: at each arrival at "p1", largest deviation of signal "x" from its mean
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 数据龄期 | age of data
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "time" is measured: largest age of data by their UTC time stamp in signal "sent"
    Then "time" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | hole     |
      | doubtful |

  Scenario Outline: 移动平台的位置重复性 | position repeatability of a mobile base
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 8 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: position repeatability of a mobile base, signals "x" and "y", at "p1"
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 移动平台的位置准确度 | position accuracy of a mobile base
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 3 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: position accuracy of a mobile base, signals "x" and "y", at "p1" for 1 m, 0 m
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 姿态重复性 | orientation repeatability
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 8 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "angle" is measured: orientation repeatability of angle "yaw" at "p1"
    Then "angle" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 姿态准确度 | orientation accuracy
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 3 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "angle" is measured: orientation accuracy of angle "yaw" at "p1" for 0 rad
    Then "angle" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 距离重复性 | distance repeatability
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 8 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | home    |           |       | at     | home    | 0.4 s |
      | go      |           |       | at     | p1      | 2 s   |
    And "difference" is measured: distance repeatability of signals "x", "y" and "z" from "home" to "p1"
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 距离准确度 | distance accuracy
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 8 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | home    |           |       | at     | home    | 0.4 s |
      | go      |           |       | at     | p1      | 2 s   |
    And "difference" is measured: distance accuracy of signals "x", "y" and "z" from "home" to "p1" for 1 m
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 多方向位姿准确度变动 | multi-directional pose accuracy variation
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 3 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | home    |           |       | at     | home    | 0 s   |
      | go      |           |       | at     | p1      | 2 s   |
      | away    |           |       | at     | away    | 0 s   |
      | go      |           |       | at     | p1      | 2 s   |
    And "difference" is measured: multi-directional pose accuracy variation of signals "x", "y" and "z" at "p1"
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 位姿重复性漂移 | drift of pose repeatability
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 30 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: drift of the pose repeatability of signals "loose", "y" and "z" at "p1" in 3 blocks
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 位姿准确度漂移 | drift of pose accuracy
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 9 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: drift of the pose accuracy of signals "warm", "y" and "z" at "p1" in 3 blocks for 1 m, 0 m, 0 m
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 轨迹准确度 | path accuracy
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 8 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: path accuracy of signals "path-x", "path-y" and "z" on the way to "p1" in 4 planes
      | x   | y   | z   |
      | 0 m | 0 m | 0 m |
      | 1 m | 0 m | 0 m |
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 轨迹重复性 | path repeatability
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 8 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: path repeatability of signals "path-x", "path-y" and "z" on the way to "p1" in 4 planes
      | x   | y   | z   |
      | 0 m | 0 m | 0 m |
      | 1 m | 0 m | 0 m |
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 轨迹速度准确度 | path velocity accuracy
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 8 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2.4 s |
      | home    |           |       | at     | home    | 0 s   |
    And "percentage" is measured: path velocity accuracy of signal "path-speed" for 1 m/s on the way to "p1" while "path-x" is between 0.25 m and 0.75 m
    Then "percentage" shall be within its limit

    Examples:
      | signal     |
      | good       |
      | bad        |
      | later-hole |

  Scenario Outline: 轨迹速度重复性 | path velocity repeatability
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 8 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2.4 s |
      | home    |           |       | at     | home    | 0 s   |
    And "percentage" is measured: path velocity repeatability of signal "path-speed" for 1 m/s on the way to "p1" while "path-x" is between 0.25 m and 0.75 m
    Then "percentage" shall be within its limit

    Examples:
      | signal     |
      | good       |
      | bad        |
      | later-hole |

  Scenario Outline: 轨迹速度波动 | path velocity fluctuation
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 8 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 4.4 s |
      | home    |           |       | at     | home    | 0 s   |
    And "fluctuation" is measured: path velocity fluctuation of signal "path-speed" for 1 m/s on the way to "p1" while "path-x" is between 0.25 m and 3.75 m
    Then "fluctuation" shall be within its limit

    Examples:
      | signal     |
      | good       |
      | bad        |
      | later-hole |

  Scenario Outline: 拐角超调 | corner overshoot
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 3 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2.4 s |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: corner overshoot of signals "corner-x", "corner-y" and "z" on the way to "p1"
      | x   | y   | z   |
      | 0 m | 0 m | 0 m |
      | 1 m | 0 m | 0 m |
      | 1 m | 1 m | 0 m |
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 圆角误差 | corner rounding
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 3 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 2.4 s |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: corner rounding of signals "round-x", "round-y" and "z" on the way to "p1"
      | x   | y   | z   |
      | 0 m | 0 m | 0 m |
      | 1 m | 0 m | 0 m |
      | 1 m | 1 m | 0 m |
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 位置稳定时间 | position stabilisation time
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 3 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 4 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "time" is measured: position stabilisation time of signals "rest", "y" and "z" at "p1" within 0.1 m
    Then "time" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 位置超调量 | position overshoot
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And 3 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 4 s   |
      | home    |           |       | at     | home    | 0 s   |
    And "difference" is measured: position overshoot of signals "rest", "y" and "z" at "p1" beyond 0.1 m
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 从命令到事件的时间 | time until an event
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And "time" is measured: time from command "go" to the event of signal "event" that is "1", waiting at most 3 s
    Then "time" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | doubtful |

  Scenario Outline: 各次事件的最大值 | maximum of events
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "count" is measured: of the events of signal "login", the maximum
    Then "count" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |

  Scenario Outline: 成功比例的下限 | least share of successes
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "share" is measured: of the events of signal "outcome", the least share that is "done" with 95 % confidence
    Then "share" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | few      |

  Scenario Outline: 稳定时间 | settling time
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 3 s
    And "time" is measured: settling time from command "go" until signal "rest" stays at 1 m ± 0.1 m for 1 s
    Then "time" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | hole     |
      | hovering |

  Scenario Outline: 噪声 | noise
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "difference" is measured: noise of signal "hum" about its trend
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 量化步长 | quantisation step
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "difference" is measured: quantisation step of signal "grain"
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 平均周期 | mean period
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 20 s
    And "time" is measured: mean period of signal "pace"
    Then "time" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | doubtful |

  Scenario Outline: 周期抖动 | jitter of the period
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 20 s
    And "jitter" is measured: jitter of the period of signal "pace"
    Then "jitter" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |

  Scenario Outline: 瞬态接触 | transient contact
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "transient" is measured: peak of signal "force" in transient contact, which begins above 10 N
    Then "transient" shall be within its limit

    Examples:
      | signal     |
      | good       |
      | bad        |
      | later-hole |

  Scenario Outline: 准静态接触 | quasi-static contact
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "quasi-static" is measured: peak of signal "force" in quasi-static contact, which begins above 10 N
    Then "quasi-static" shall be within its limit

    Examples:
      | signal     |
      | good       |
      | bad        |
      | later-hole |

  Scenario Outline: 保护间距的余量 | margin over the protective separation distance
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "floor" is measured: least margin of distance "gap" over the protective separation distance, the robot approaching with "speed"
      | term                                 | value   |
      | reaction time                        | 0.1 s   |
      | stopping time                        | 0.2 s   |
      | speed of the person                  | 1.6 m/s |
      | intrusion distance                   | 0.2 m   |
      | uncertainty of the person's position | 0.05 m  |
      | uncertainty of the robot's position  | 0.01 m  |
    Then "floor" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |
      | hole   |

  Scenario Outline: 防护装置的最小距离 | minimum distance of a safeguard
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And "reach" is measured: minimum distance of a light curtain by the time from command "go" until signal "speed" is below 0.5 m/s, waiting at most 3 s
      | term                 | value  |
      | response time        | 0.02 s |
      | detection capability | 30 mm  |
    Then "reach" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | blurred  |
      | hovering |

  @judgement
  Scenario Outline: 上限，保护带接受 | maximum, guarded acceptance
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "ceiling" is measured: of signal "top", the maximum
    Then "ceiling" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | hole     |
      | doubtful |

  @judgement
  Scenario Outline: 双侧限值 | both ends of an interval
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "between" is measured: of signal "trough", the minimum
    Then "between" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |

  @judgement
  Scenario Outline: 由声明值得出的限值 | a limit from a declared value
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "declared" is measured: of signal "top", the maximum
    Then "declared" shall be within its limit

    Examples:
      | signal   |
      | good     |
      | bad      |
      | doubtful |

  @judgement
  Scenario Outline: 上限，简单接受 | maximum, simple acceptance
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "simple" is measured: of signal "edge", the maximum
    Then "simple" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |

  @judgement
  Scenario Outline: 上限，保护带拒绝 | maximum, guarded rejection
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "rejection" is measured: of signal "beyond", the maximum
    Then "rejection" shall be within its limit

    Examples:
      | signal |
      | good   |
      | bad    |

  @judgement
  Scenario Outline: 上限，四态判定 | maximum, four-state rule
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "four-state" is measured: of signal "top", the maximum
    Then "four-state" shall be within its limit

    Examples:
      | signal      |
      | good        |
      | bad         |
      | conditional |

  @judgement
  Scenario Outline: 未声明不确定度 | an uncertainty that is not declared
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 12 s
    And "difference" is measured: deviation of signal "bare" from 1 m, percentile 95
    Then "difference" shall be within its limit

    Examples:
      | signal     |
      | undeclared |

  @judgement
  Scenario Outline: 校准过期的测量仪器 | an instrument out of calibration
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "difference" is measured: largest difference between signals "level" and "lapsed-level"
    Then "difference" shall be within its limit

    Examples:
      | signal |
      | lapsed |

  @judgement
  Scenario Outline: 未测量即判定 | judged without a measurement
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    Then "time" shall be within its limit

    Examples:
      | signal     |
      | unmeasured |

  @judgement
  Scenario Outline: 记录不完整的测量仪器 | an instrument whose record is not whole
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "ceiling" is measured: of signal "metered", the maximum
    Then "ceiling" shall be within its limit

    Examples:
      | signal    |
      | good      |
      | bad       |
      | overrun   |
      | off-scale |
      | faulty    |
      | sparse    |
      | slept     |

  @judgement
  Scenario Outline: 首次停留中超量程 | off scale in the first stay
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When 3 cycles are run, waiting at most 1 s at each step
      | command | parameter | value | signal | becomes | dwell |
      | go      |           |       | at     | p1      | 1.2 s |
      | home    |           |       | at     | home    | 0 s   |
    And "reach" is measured: at each arrival at "p1", largest deviation of signal "metered" from its mean
    Then "reach" shall be within its limit

    Examples:
      | signal    |
      | good      |
      | off-scale |

  @judgement
  Scenario Outline: 等待中恢复的通道 | a channel that came back meanwhile
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And "time" is measured: time from command "go" until signal "alarm" is "true", waiting at most 3 s
    Then "time" shall be within its limit

    Examples:
      | signal      |
      | reconnected |

  @judgement
  Scenario Outline: 时钟被调整时的数据龄期 | age of data while the clock is set
    Given command "<signal>" is sent
    And signal "alarm" becomes "false", waiting at most 1 s
    When command "go" is sent
    And observed for 2 s
    And "time" is measured: largest age of data by their UTC time stamp in signal "sent"
    Then "time" shall be within its limit

    Examples:
      | signal  |
      | stepped |
