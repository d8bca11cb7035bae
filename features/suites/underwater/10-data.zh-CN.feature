# language: zh-CN
功能: 导航数据与状态数据
  定深静止时只观察、不操作；各场景共用同一段记录。

  背景:
    假如 信号 "depth" 有数据，最长等待 5 s
    而且 信号 "state-depth" 有数据，最长等待 5 s

  @UW-C01
  场景: NMEA 语句的校验和
    当 观察 8 s
    而且 测量 "checksum-errors"：通道 "nav" 上校验错误的次数
    那么 "checksum-errors" 应符合限值

  @UW-C02
  场景: NMEA 语句的长度
    当 观察 8 s
    而且 测量 "overlong-sentences"：通道 "nav" 上长度错误的次数
    那么 "overlong-sentences" 应符合限值

  @UW-C04
  场景: 深度与航向语句的间隔
    当 观察 8 s
    而且 测量 "depth-interval"：信号 "depth" 的最大间隔
    而且 测量 "heading-interval"：信号 "heading" 的最大间隔
    那么 "depth-interval" 应符合限值
    而且 "heading-interval" 应符合限值

  @UW-Q01
  场景: 两个通道的深度一致
    当 观察 8 s
    而且 测量 "depth-agreement"：信号 "depth" 与 "state-depth" 的最大偏差
    那么 "depth-agreement" 应符合限值

  @UW-Q03
  场景: 设备时间单调
    当 观察 8 s
    而且 测量 "time-regressions"：信号 "device-time" 未递增 的次数
    那么 "time-regressions" 应符合限值

  @UW-A05
  场景: 水温示值误差
    当 观察 8 s
    而且 测量 "temperature-error"：信号 "water-temperature" 与 "true-temperature" 的最大偏差
    那么 "temperature-error" 宜符合限值
