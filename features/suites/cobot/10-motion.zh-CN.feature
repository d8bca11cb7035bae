# language: zh-CN
功能: 运动性能与数据
  位姿以激光跟踪仪为准，接触力以测力计为准。

  背景:
    假如 信号 "tcp-speed" 有数据，最长等待 5 s
    而且 信号 "true-speed" 有数据，最长等待 5 s
    而且 发送命令 "release"
    而且 发送命令 "reset"
    而且 发送命令 "start"
    而且 信号 "safety" 变为 "normal"，最长等待 3 s

  @CR-A01 @CR-A02
  场景: 位姿重复性与准确度
    当 循环 30 次，每步最长等待 5 s
      | 命令 | 参数  | 值 | 信号 | 变为 | 停留  |
      | move | point | p2 | at   | p2   | 0.1 s |
      | move | point | p1 | at   | p1   | 0.2 s |
    而且 测量 "pose-repeatability-rp"：信号 "true-x"、"true-y"、"true-z" 在 "p1" 处的位姿重复性
    而且 测量 "pose-accuracy-ap"：信号 "true-x"、"true-y"、"true-z" 在 "p1" 处相对 400.0 mm、0.0 mm、600.0 mm 的位姿准确度
    那么 "pose-repeatability-rp" 应符合限值
    而且 "pose-accuracy-ap" 应符合限值

  @CR-A04
  场景: 位置超调
    假如 发送命令 "move"，其中 "point" 为 "p1"
    而且 信号 "at" 变为 "p1"，最长等待 5 s
    当 发送命令 "move"，其中 "point" 为 "p2"
    而且 观察 1.5 s
    而且 测量 "position-overshoot"：信号 "true-x" 的超调量
    那么 "position-overshoot" 宜符合限值
    而且 信号 "at" 变为 "p2"，最长等待 5 s

  @CR-C02 @CR-C03
  场景: 遥测周期与序号
    当 观察 6 s
    而且 测量 "telemetry-gap"：信号 "sequence" 的最大间隔
    而且 测量 "sequence-violations"：信号 "sequence" 未逐一加 1 的次数
    那么 "telemetry-gap" 应符合限值
    而且 "sequence-violations" 应符合限值
