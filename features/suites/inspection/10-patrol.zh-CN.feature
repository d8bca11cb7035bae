# language: zh-CN
功能: 巡检性能与数据
  位姿以全站仪为准，温度以黑体和接触式温度计为准。

  背景:
    假如 信号 "speed" 有数据，最长等待 5 s
    而且 信号 "true-x" 有数据，最长等待 5 s
    而且 发送命令 "remove-obstacle"
    而且 发送命令 "release-e-stop"
    而且 发送命令 "acknowledge"
    而且 信号 "e-stop" 变为 "NONE"，最长等待 3 s

  @IR-A01 @IR-A02
  场景: 重复定位
    当 循环 6 次，每步最长等待 10 s
      | 命令 | 参数 | 值 | 信号    | 变为 | 停留  |
      | go   | node | n2 | at-node | n2   | 0.1 s |
      | go   | node | n1 | at-node | n1   | 0.4 s |
    而且 测量 "repeat-position-x"：各次到达 "n1" 时信号 "true-x" 的最大重复偏差
    而且 测量 "repeat-position-y"：各次到达 "n1" 时信号 "true-y" 的最大重复偏差
    而且 测量 "repeat-heading"：各次到达 "n1" 时信号 "true-heading" 的最大重复偏差
    那么 "repeat-position-x" 应符合限值
    而且 "repeat-position-y" 应符合限值
    而且 "repeat-heading" 应符合限值

  @IR-C05 @IR-Q02
  场景: 行驶中的状态报文
    当 发送命令 "go"，其中 "node" 为 "n3"
    而且 观察 5 s
    而且 测量 "header-violations"：信号 "sequence" 未逐一加 1 的次数
    而且 测量 "theta-max"：信号 "theta" 的最大值
    而且 测量 "theta-min"：信号 "theta" 的最小值
    那么 "header-violations" 应符合限值
    而且 "theta-max" 应符合限值
    而且 "theta-min" 应符合限值
    而且 信号 "at-node" 变为 "n3"，最长等待 12 s

  @IR-A04
  场景: 红外测温误差
    假如 信号 "infrared-temperature" 有数据，最长等待 5 s
    而且 发送命令 "blackbody"，其中 "temperature" 为 "80"
    而且 信号 "surface-temperature" 保持在 80 degC ± 0.5 degC 内 0.5 s，最长等待 5 s
    当 观察 2 s
    而且 测量 "infrared-error"：信号 "infrared-temperature" 与 "surface-temperature" 的最大偏差
    那么 "infrared-error" 应符合限值

  @IR-C13
  场景: 查询指令的应答时间
    当 发送命令 "query"，其中 "id" 为 "q-17"
    而且 测量 "query-latency"：从命令 "query" 到信号 "last-query" 变为 "q-17" 的时间，最长等待 4 s
    那么 "query-latency" 宜符合限值
