# language: zh-CN
功能: 判定自检 | self-check of the judge
  每次运行之前，用构造时即知应得何种结论的信号检验本次运行要用到的每种测量与判定：good 应合格，bad 应不合格，
  其余各种信号应无法判定，且各有其理由。有一项判错，本次运行即告无效。

  场景大纲: 从命令到信号为某值的时间 | time until a signal has a value
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 测量 "time"：从命令 "go" 到信号 "alarm" 变为 "true" 的时间，最长等待 3 s
    那么 "time" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | blurred  |
      | doubtful |

  场景大纲: 信号始终未变为某值 | a signal that never gets there
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 测量 "time"：从命令 "go" 到信号 "state" 变为 "never" 的时间，最长等待 <最长>
    那么 "time" 应符合限值

    例子:
      | 信号     | 最长  |
      | bad      | 1.5 s |
      | doubtful | 0.5 s |

  场景大纲: 从命令到信号越过某值的时间 | time until a signal crosses a value
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 测量 "time"：从命令 "go" 到信号 "speed" 低于 0.5 m/s 的时间，最长等待 3 s
    那么 "time" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | blurred  |
      | doubtful |
      | hovering |

  场景大纲: 偏离的百分位 | percentile of a deviation
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 12 s
    并且 测量 "difference"：信号 "spread" 偏离 1 m 的第 95 百分位
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 两个信号的最大偏差 | largest difference between two signals
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "difference"：信号 "level" 与 "true-level" 的最大偏差
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 样本的最大间隔 | largest gap between samples
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "time"：信号 "beat" 的最大间隔
    那么 "time" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | doubtful |

  场景大纲: 错误帧的次数 | faulty frames
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "count"：通道 "canary" 上校验错误的次数
    那么 "count" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 最大值 | maximum
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "ceiling"：信号 "peak" 的最大值
    那么 "ceiling" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 最小值 | minimum
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "floor"：信号 "trough" 的最小值
    那么 "floor" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 超调量 | overshoot
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "difference"：信号 "swing" 的超调量
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 持续不变的时间 | time without a change
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "time"：信号 "turn" 持续不变的最长时间
    那么 "time" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | doubtful |

  场景大纲: 计数未逐一加 1 | a counter not counting up by 1
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "count"：信号 "counter" 未逐一加 1 的次数
    那么 "count" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 时间戳未递增 | a time stamp not increasing
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "count"：信号 "stamp" 未递增 的次数
    那么 "count" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 取某值的样本数 | samples with a value
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "count"：信号 "state" 为 "wrong" 的样本数
    那么 "count" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 命令之后的变化量 | change after a command
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "difference"：从命令 "go" 起信号 "position" 的变化量
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 位姿重复性 | pose repeatability
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 8 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：信号 "x"、"y"、"z" 在 "p1" 处的位姿重复性
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 位姿准确度 | pose accuracy
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 3 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：信号 "x"、"y"、"z" 在 "p1" 处相对 1 m、0 m、0 m 的位姿准确度
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 各次到达的重复偏差 | deviation of arrivals
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 3 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：各次到达 "p1" 时信号 "x" 的最大重复偏差
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 数据龄期 | age of data
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "time"：按 UTC 时间戳信号 "sent" 的最大数据龄期
    那么 "time" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |
      | doubtful |

  场景大纲: 移动平台的位置重复性 | position repeatability of a mobile base
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 8 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：移动平台的信号 "x"、"y" 在 "p1" 处的位置重复性
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 移动平台的位置准确度 | position accuracy of a mobile base
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 3 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：移动平台的信号 "x"、"y" 在 "p1" 处相对 1 m、0 m 的位置准确度
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 姿态重复性 | orientation repeatability
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 8 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "angle"：角度信号 "yaw" 在 "p1" 处的姿态重复性
    那么 "angle" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 姿态准确度 | orientation accuracy
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 3 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "angle"：角度信号 "yaw" 在 "p1" 处相对 0 rad 的姿态准确度
    那么 "angle" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 距离重复性 | distance repeatability
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 8 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | home |      |    | at   | home | 0.4 s |
      | go   |      |    | at   | p1   | 2 s   |
    并且 测量 "difference"：信号 "x"、"y"、"z" 从 "home" 到 "p1" 的距离重复性
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 距离准确度 | distance accuracy
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 8 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | home |      |    | at   | home | 0.4 s |
      | go   |      |    | at   | p1   | 2 s   |
    并且 测量 "difference"：信号 "x"、"y"、"z" 从 "home" 到 "p1" 相对 1 m 的距离准确度
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 多方向位姿准确度变动 | multi-directional pose accuracy variation
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 3 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | home |      |    | at   | home | 0 s   |
      | go   |      |    | at   | p1   | 2 s   |
      | away |      |    | at   | away | 0 s   |
      | go   |      |    | at   | p1   | 2 s   |
    并且 测量 "difference"：信号 "x"、"y"、"z" 从不同位置到达 "p1" 的多方向位姿准确度变动
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 位姿重复性漂移 | drift of pose repeatability
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 30 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：信号 "loose"、"y"、"z" 在 "p1" 处分 3 组的位姿重复性漂移
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 位姿准确度漂移 | drift of pose accuracy
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 9 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：信号 "warm"、"y"、"z" 在 "p1" 处分 3 组相对 1 m、0 m、0 m 的位姿准确度漂移
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 轨迹准确度 | path accuracy
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 8 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：信号 "path-x"、"path-y"、"z" 到达 "p1" 的轨迹准确度，取 4 个平面
      | x   | y   | z   |
      | 0 m | 0 m | 0 m |
      | 1 m | 0 m | 0 m |
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 轨迹重复性 | path repeatability
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 8 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：信号 "path-x"、"path-y"、"z" 到达 "p1" 的轨迹重复性，取 4 个平面
      | x   | y   | z   |
      | 0 m | 0 m | 0 m |
      | 1 m | 0 m | 0 m |
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 轨迹速度准确度 | path velocity accuracy
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 8 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2.4 s |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "percentage"：信号 "path-speed" 相对 1 m/s 的轨迹速度准确度，取到达 "p1" 途中 "path-x" 在 0.25 m 与 0.75 m 之间的路段
    那么 "percentage" 应符合限值

    例子:
      | 信号       |
      | good       |
      | bad        |
      | later-hole |

  场景大纲: 轨迹速度重复性 | path velocity repeatability
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 8 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2.4 s |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "percentage"：信号 "path-speed" 相对 1 m/s 的轨迹速度重复性，取到达 "p1" 途中 "path-x" 在 0.25 m 与 0.75 m 之间的路段
    那么 "percentage" 应符合限值

    例子:
      | 信号       |
      | good       |
      | bad        |
      | later-hole |

  场景大纲: 轨迹速度波动 | path velocity fluctuation
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 8 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 4.4 s |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "fluctuation"：信号 "path-speed" 相对 1 m/s 的轨迹速度波动，取到达 "p1" 途中 "path-x" 在 0.25 m 与 3.75 m 之间的路段
    那么 "fluctuation" 应符合限值

    例子:
      | 信号       |
      | good       |
      | bad        |
      | later-hole |

  场景大纲: 拐角超调 | corner overshoot
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 3 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2.4 s |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：信号 "corner-x"、"corner-y"、"z" 到达 "p1" 途中的拐角超调
      | x   | y   | z   |
      | 0 m | 0 m | 0 m |
      | 1 m | 0 m | 0 m |
      | 1 m | 1 m | 0 m |
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 圆角误差 | corner rounding
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 3 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 2.4 s |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：信号 "round-x"、"round-y"、"z" 到达 "p1" 途中的圆角误差
      | x   | y   | z   |
      | 0 m | 0 m | 0 m |
      | 1 m | 0 m | 0 m |
      | 1 m | 1 m | 0 m |
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 位置稳定时间 | position stabilisation time
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 3 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 4 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "time"：信号 "rest"、"y"、"z" 到达 "p1" 时在 0.1 m 内的位置稳定时间
    那么 "time" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 位置超调量 | position overshoot
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 循环 3 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 4 s   |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "difference"：信号 "rest"、"y"、"z" 到达 "p1" 时超出 0.1 m 的位置超调量
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 从命令到事件的时间 | time until an event
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 测量 "time"：从命令 "go" 到信号 "event" 出现 "1" 的时间，最长等待 3 s
    那么 "time" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | doubtful |

  场景大纲: 各次事件的最大值 | maximum of events
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "count"：信号 "login" 各次事件的最大值
    那么 "count" 应符合限值

    例子:
      | 信号 |
      | good |
      | bad  |

  场景大纲: 成功比例的下限 | least share of successes
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "share"：信号 "outcome" 各次事件中为 "done" 的比例的下限，置信水平 95 %
    那么 "share" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | few      |

  场景大纲: 稳定时间 | settling time
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 3 s
    并且 测量 "time"：从命令 "go" 到信号 "rest" 稳定在 1 m ± 0.1 m 内的时间，须保持 1 s
    那么 "time" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |
      | hovering |

  场景大纲: 噪声 | noise
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "difference"：信号 "hum" 的噪声标准差
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 量化步长 | quantisation step
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "difference"：信号 "grain" 的量化步长
    那么 "difference" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 平均周期 | mean period
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 20 s
    并且 测量 "time"：信号 "pace" 的平均周期
    那么 "time" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | doubtful |

  场景大纲: 周期抖动 | jitter of the period
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 20 s
    并且 测量 "jitter"：信号 "pace" 的周期抖动
    那么 "jitter" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |

  场景大纲: 瞬态接触 | transient contact
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "transient"：信号 "force" 的瞬态接触峰值，超过 10 N 为接触开始
    那么 "transient" 应符合限值

    例子:
      | 信号       |
      | good       |
      | bad        |
      | later-hole |

  场景大纲: 准静态接触 | quasi-static contact
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "quasi-static"：信号 "force" 的准静态接触峰值，超过 10 N 为接触开始
    那么 "quasi-static" 应符合限值

    例子:
      | 信号       |
      | good       |
      | bad        |
      | later-hole |

  场景大纲: 保护间距的余量 | margin over the protective separation distance
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "floor"：间距 "gap" 相对保护间距的最小余量，机器人接近速度为 "speed"
      | 项               | 值     |
      | 反应时间         | 0.1 s  |
      | 停止时间         | 0.2 s  |
      | 人员速度         | 1.6 m/s |
      | 侵入距离         | 0.2 m  |
      | 人员位置不确定度 | 0.05 m |
      | 机器人位置不确定度 | 0.01 m |
    那么 "floor" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |

  场景大纲: 防护装置的最小距离 | minimum distance of a safeguard
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 测量 "reach"：光幕的最小距离，按从命令 "go" 到信号 "speed" 低于 0.5 m/s 的时间，最长等待 3 s
      | 项       | 值     |
      | 响应时间 | 0.02 s |
      | 探测能力 | 30 mm  |
    那么 "reach" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | blurred  |
      | hovering |

  @judgement
  场景大纲: 上限，保护带接受 | maximum, guarded acceptance
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "ceiling"：信号 "top" 的最大值
    那么 "ceiling" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | hole     |
      | doubtful |

  @judgement
  场景大纲: 双侧限值 | both ends of an interval
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "between"：信号 "trough" 的最小值
    那么 "between" 应符合限值

    例子:
      | 信号 |
      | good |
      | bad  |

  @judgement
  场景大纲: 由声明值得出的限值 | a limit from a declared value
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "declared"：信号 "top" 的最大值
    那么 "declared" 应符合限值

    例子:
      | 信号     |
      | good     |
      | bad      |
      | doubtful |

  @judgement
  场景大纲: 上限，简单接受 | maximum, simple acceptance
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "simple"：信号 "edge" 的最大值
    那么 "simple" 应符合限值

    例子:
      | 信号 |
      | good |
      | bad  |

  @judgement
  场景大纲: 上限，保护带拒绝 | maximum, guarded rejection
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "rejection"：信号 "beyond" 的最大值
    那么 "rejection" 应符合限值

    例子:
      | 信号 |
      | good |
      | bad  |

  @judgement
  场景大纲: 上限，四态判定 | maximum, four-state rule
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "four-state"：信号 "top" 的最大值
    那么 "four-state" 应符合限值

    例子:
      | 信号        |
      | good        |
      | bad         |
      | conditional |

  @judgement
  场景大纲: 未声明不确定度 | an uncertainty that is not declared
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 12 s
    并且 测量 "difference"：信号 "bare" 偏离 1 m 的第 95 百分位
    那么 "difference" 应符合限值

    例子:
      | 信号       |
      | undeclared |

  @judgement
  场景大纲: 校准过期的测量仪器 | an instrument out of calibration
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "difference"：信号 "level" 与 "lapsed-level" 的最大偏差
    那么 "difference" 应符合限值

    例子:
      | 信号   |
      | lapsed |

  @judgement
  场景大纲: 未测量即判定 | judged without a measurement
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    那么 "time" 应符合限值

    例子:
      | 信号       |
      | unmeasured |

  @judgement
  场景大纲: 记录不完整的测量仪器 | an instrument whose record is not whole
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "ceiling"：信号 "metered" 的最大值
    那么 "ceiling" 应符合限值

    例子:
      | 信号      |
      | good      |
      | bad       |
      | overrun   |
      | off-scale |
      | faulty    |
      | sparse    |
      | slept     |

  @judgement
  场景大纲: 首次停留中超量程 | off scale in the first stay
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 循环 3 次，每步最长等待 1 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留  |
      | go   |      |    | at   | p1   | 1.2 s |
      | home |      |    | at   | home | 0 s   |
    并且 测量 "reach"：各次到达 "p1" 时信号 "metered" 的最大重复偏差
    那么 "reach" 应符合限值

    例子:
      | 信号      |
      | good      |
      | off-scale |

  @judgement
  场景大纲: 等待中恢复的通道 | a channel that came back meanwhile
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 测量 "time"：从命令 "go" 到信号 "alarm" 变为 "true" 的时间，最长等待 3 s
    那么 "time" 应符合限值

    例子:
      | 信号        |
      | reconnected |

  @judgement
  场景大纲: 时钟被调整时的数据龄期 | age of data while the clock is set
    假如 发送命令 "<信号>"
    并且 信号 "alarm" 变为 "false"，最长等待 1 s
    当 发送命令 "go"
    并且 观察 2 s
    并且 测量 "time"：按 UTC 时间戳信号 "sent" 的最大数据龄期
    那么 "time" 应符合限值

    例子:
      | 信号    |
      | stepped |
