# language: zh-CN
功能: 小型水箱

  背景:
    假如 信号 "level" 有数据，最长等待 2 s

  @TK-A01
  场景: 液位低于箱沿
    当 观察 2 s
    而且 测量 "level-max"：信号 "level" 的最大值
    那么 "level-max" 应符合限值

  @TK-A02 @TK-Q01
  场景: 水温
    当 观察 2 s
    而且 测量 "temperature-max"：信号 "temperature" 的最大值
    而且 测量 "temperature-gap"：信号 "temperature" 的最大间隔
    那么 "temperature-max" 应符合限值
    而且 "temperature-gap" 宜符合限值

  @TK-A03
  场景: 液位高于加热器
    当 观察 2 s
    而且 测量 "level-min"：信号 "level" 的最小值
    那么 "level-min" 应符合限值

  @TK-S01
  场景: 水泵停止
    假如 发送命令 "start-pump"
    而且 信号 "pump" 变为 "true"，最长等待 1 s
    当 观察 1 s
    而且 发送命令 "stop-pump"
    而且 测量 "stop-time"：从命令 "stop-pump" 到信号 "pump" 变为 "false" 的时间，最长等待 2 s
    那么 "stop-time" 应符合限值

  @TK-S02
  场景: 制冷
    当 观察 2 s
    而且 测量 "temperature-min"：信号 "temperature" 的最小值
    那么 "temperature-min" 应符合限值

  @TK-S03
  场景: 压力
    当 观察 2 s
    而且 发送命令 "vent"
    而且 测量 "pressure-max"：信号 "pressure" 的最大值
    那么 "pressure-max" 应符合限值

  @TK-Q01
  场景: 数据平稳
    当 观察 2 s
    而且 测量 "temperature-gap"：信号 "temperature" 的最大间隔
    那么 "temperature-gap" 宜符合限值

  @TK-A01
  场景: 水泵运行时的液位
    假如 发送命令 "start-pump"
    当 观察 1 s
    而且 测量 "level-max"：信号 "level" 的最大值
    那么 "level-max" 应符合限值
