# language: zh-CN
功能: 行驶安全

  背景:
    假如 信号 "speed" 有数据，最长等待 5 s
    而且 信号 "true-speed" 有数据，最长等待 5 s
    而且 发送命令 "remove-obstacle"
    而且 发送命令 "remove-person"
    而且 发送命令 "release-e-stop"
    而且 发送命令 "acknowledge"
    而且 发送命令 "set-charge"，其中 "percent" 为 "80"
    而且 发送命令 "go"，其中 "node" 为 "n1"
    而且 信号 "at-node" 变为 "n1"，最长等待 12 s

  @IR-S01
  场景: 制动距离
    假如 发送命令 "drive"，其中 "speed" 为 "1.0"
    而且 信号 "true-speed" 保持在 1.0 m/s ± 0.05 m/s 内 0.3 s，最长等待 5 s
    当 发送命令 "stop"
    而且 信号 "true-speed" 保持在 0.0 m/s ± 0.01 m/s 内 0.3 s，最长等待 5 s
    而且 测量 "braking-distance"：从命令 "stop" 起信号 "true-x" 的变化量
    那么 "braking-distance" 应符合限值

  @IR-S02
  场景: 障碍物
    假如 发送命令 "drive"，其中 "speed" 为 "0.8"
    而且 信号 "true-speed" 保持在 0.8 m/s ± 0.05 m/s 内 0.3 s，最长等待 5 s
    当 发送命令 "place-obstacle"
    而且 信号 "true-speed" 保持在 0.0 m/s ± 0.02 m/s 内 0.5 s，最长等待 8 s
    而且 观察 1 s
    而且 测量 "obstacle-clearance"：信号 "clearance" 的最小值
    而且 发送命令 "remove-obstacle"
    而且 测量 "resume-time"：从命令 "remove-obstacle" 到信号 "true-speed" 高于 0.1 m/s 的时间，最长等待 12 s
    那么 "obstacle-clearance" 应符合限值
    而且 "resume-time" 应符合限值

  @IR-S04
  场景: 人员进入保护区
    当 发送命令 "place-person"
    而且 测量 "field-violation-time"：从命令 "place-person" 到信号 "field-violation" 变为 "true" 的时间，最长等待 3 s
    而且 发送命令 "remove-person"
    那么 "field-violation-time" 应符合限值

  @IR-S03
  场景: 急停与确认
    假如 发送命令 "drive"，其中 "speed" 为 "0.5"
    而且 信号 "true-speed" 保持在 0.5 m/s ± 0.05 m/s 内 0.3 s，最长等待 5 s
    当 发送命令 "press-e-stop"
    而且 测量 "e-stop-report-time"：从命令 "press-e-stop" 到信号 "e-stop" 变为 "MANUAL" 的时间，最长等待 3 s
    而且 信号 "true-speed" 保持在 0.0 m/s ± 0.02 m/s 内 0.3 s，最长等待 5 s
    而且 发送命令 "release-e-stop"
    而且 发送命令 "drive"，其中 "speed" 为 "0.5"
    而且 观察 3 s
    而且 测量 "speed-before-acknowledge"：信号 "true-speed" 的最大值
    那么 "e-stop-report-time" 应符合限值
    而且 "speed-before-acknowledge" 应符合限值
    而且 发送命令 "acknowledge"
    而且 信号 "e-stop" 变为 "NONE"，最长等待 3 s
    而且 发送命令 "drive"，其中 "speed" 为 "0.5"
    而且 信号 "true-speed" 保持在 0.5 m/s ± 0.05 m/s 内 0.3 s，最长等待 5 s

  @IR-D02
  场景: 低电量返航
    当 发送命令 "set-charge"，其中 "percent" 为 "ixit(return-threshold) - 5 %"
    而且 测量 "return-time"：从命令 "set-charge" 到信号 "returning" 变为 "true" 的时间，最长等待 8 s
    那么 "return-time" 应符合限值

  @IR-S06
  场景: 坡道驻车(仅当声明支持时)
    当 观察 1 s
