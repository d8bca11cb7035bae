# language: zh-CN
功能: 安全功能

  背景:
    假如 信号 "tcp-speed" 有数据，最长等待 5 s
    而且 信号 "true-speed" 有数据，最长等待 5 s
    而且 发送命令 "release"
    而且 发送命令 "reset"
    而且 发送命令 "start"
    而且 信号 "safety" 变为 "normal"，最长等待 3 s
    而且 发送命令 "select-mode"，其中 "mode" 为 "automatic"
    而且 信号 "mode" 变为 "automatic"，最长等待 3 s

  @CR-S01
  场景: 保护性停止的停止时间
    假如 发送命令 "jog"，其中 "speed" 为 "1000"
    而且 信号 "true-speed" 保持在 1000.0 mm/s ± 50.0 mm/s 内 0.2 s，最长等待 5 s
    当 发送命令 "stop"
    而且 测量 "stop-time"：从命令 "stop" 到信号 "true-speed" 低于 10 mm/s 的时间，最长等待 3 s
    那么 "stop-time" 应符合限值

  @CR-S03
  场景: 急停复位不引起运动
    假如 发送命令 "jog"，其中 "speed" 为 "200"
    而且 信号 "true-speed" 保持在 200.0 mm/s ± 30.0 mm/s 内 0.2 s，最长等待 5 s
    而且 发送命令 "emergency-stop"
    而且 信号 "safety" 变为 "emergency-stop"，最长等待 3 s
    而且 信号 "true-speed" 保持在 0.0 mm/s ± 3.0 mm/s 内 0.3 s，最长等待 3 s
    当 发送命令 "reset"
    而且 观察 5 s
    而且 测量 "speed-after-reset"：信号 "true-speed" 的最大值
    那么 "speed-after-reset" 应符合限值
    而且 信号 "safety" 变为 "normal"，最长等待 1 s

  @CR-S04
  场景: 手动降速模式的速度
    假如 发送命令 "jog"，其中 "speed" 为 "600"
    而且 信号 "true-speed" 保持在 600.0 mm/s ± 30.0 mm/s 内 0.2 s，最长等待 5 s
    而且 发送命令 "stop"
    而且 信号 "true-speed" 保持在 0.0 mm/s ± 3.0 mm/s 内 0.3 s，最长等待 3 s
    而且 发送命令 "reset"
    而且 发送命令 "start"
    而且 信号 "safety" 变为 "normal"，最长等待 3 s
    而且 发送命令 "select-mode"，其中 "mode" 为 "manual-reduced"
    而且 信号 "mode" 变为 "manual-reduced"，最长等待 3 s
    而且 发送命令 "jog"，其中 "speed" 为 "150"
    而且 信号 "true-speed" 保持在 150.0 mm/s ± 15.0 mm/s 内 0.2 s，最长等待 5 s
    当 发送命令 "jog"，其中 "speed" 为 "600"
    而且 观察 1.5 s
    而且 测量 "reduced-speed"：信号 "true-speed" 的最大值
    那么 "reduced-speed" 应符合限值

  @CR-S08 @CR-Q02
  场景: 准静态接触力
    假如 发送命令 "move"，其中 "point" 为 "p1"
    而且 信号 "at" 变为 "p1"，最长等待 5 s
    当 发送命令 "press"
    而且 观察 3 s
    而且 测量 "contact-force-max"：信号 "contact-force" 的准静态接触峰值，超过 20 N 为接触开始
    而且 测量 "not-a-number"：通道 "controller" 上数值错误的次数
    那么 "contact-force-max" 应符合限值
    而且 "not-a-number" 应符合限值
    而且 信号 "contact-force" 保持在 520.0 N ± 500.0 N 内 0.5 s，最长等待 1 s
    而且 发送命令 "release-contact"

  @CR-S07
  场景: 速度与距离监控(仅当声明支持时)
    当 观察 10 s
    而且 测量 "separation-margin"：间距 "person-distance" 相对保护间距的最小余量，机器人接近速度为 "approach-speed"
      | 项               | 值                       |
      | 反应时间         | ixit(reaction-time)      |
      | 停止时间         | ixit(stopping-time)      |
      | 人员速度         | 1.6 m/s                  |
      | 侵入距离         | ixit(intrusion-distance) |
      | 人员位置不确定度 | ixit(person-uncertainty) |
      | 机器人位置不确定度 | ixit(robot-uncertainty) |
    那么 "separation-margin" 应符合限值
