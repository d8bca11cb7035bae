# language: zh-CN
功能: 安全反应
  由试验台触发漏水、断开传感器、降低电压、停止心跳。

  背景:
    假如 信号 "mode" 有数据，最长等待 5 s
    而且 发送命令 "dry-leak-sensor"
    而且 发送命令 "restore-depth-sensor"
    而且 发送命令 "supply-voltage"，其中 "voltage" 为 "15.8"
    而且 信号 "leak-alarm" 变为 "false"，最长等待 3 s
    而且 信号 "depth-alarm" 变为 "false"，最长等待 3 s
    而且 信号 "battery-alarm" 变为 "false"，最长等待 3 s

  @UW-S01 @UW-S02
  场景: 漏水报警与上浮
    假如 发送命令 "arm"
    而且 发送命令 "hold-depth"，其中 "depth" 为 "5.0"
    而且 信号 "mode" 变为 "depth-hold"，最长等待 3 s
    而且 信号 "true-vertical-speed" 保持在 0.0 m/s ± 0.04 m/s 内 1 s，最长等待 15 s
    当 发送命令 "wet-leak-sensor"
    而且 测量 "leak-alarm-time"：从命令 "wet-leak-sensor" 到信号 "leak-alarm" 变为 "true" 的时间，最长等待 6 s
    而且 测量 "ascent-time"：从命令 "wet-leak-sensor" 到信号 "true-vertical-speed" 高于 0.05 m/s 的时间，最长等待 7 s
    那么 "leak-alarm-time" 应符合限值
    而且 "ascent-time" 应符合限值

  @UW-S08
  场景: 漏水时拒绝解锁
    假如 发送命令 "safe-state"
    而且 信号 "armed" 变为 "false"，最长等待 3 s
    而且 发送命令 "arm"
    而且 信号 "armed" 变为 "true"，最长等待 3 s
    而且 发送命令 "safe-state"
    而且 信号 "armed" 变为 "false"，最长等待 3 s
    而且 发送命令 "wet-leak-sensor"
    而且 信号 "leak-alarm" 变为 "true"，最长等待 8 s
    当 发送命令 "arm"
    而且 观察 2 s
    而且 测量 "armed-during-leak"：信号 "armed" 为 "true" 的样本数
    那么 "armed-during-leak" 应符合限值

  @UW-S03
  场景: 操作端心跳中断
    假如 每隔 0.5 s 发送命令 "heartbeat"
    而且 发送命令 "arm"
    而且 发送命令 "hold-depth"，其中 "depth" 为 "4.0"
    而且 信号 "mode" 变为 "depth-hold"，最长等待 3 s
    而且 观察 1 s
    当 停止发送命令 "heartbeat"
    而且 测量 "link-loss-time"：从命令 "heartbeat" 到信号 "mode" 变为 "surfacing" 的时间，最长等待 6 s
    那么 "link-loss-time" 应符合限值

  @UW-S06
  场景: 深度传感器失效
    假如 发送命令 "arm"
    而且 发送命令 "hold-depth"，其中 "depth" 为 "4.0"
    而且 信号 "mode" 变为 "depth-hold"，最长等待 3 s
    当 发送命令 "cut-depth-sensor"
    而且 测量 "depth-alarm-time"：从命令 "cut-depth-sensor" 到信号 "depth-alarm" 变为 "true" 的时间，最长等待 3 s
    而且 测量 "depth-hold-left-time"：从命令 "cut-depth-sensor" 到信号 "mode" 变为 "manual" 的时间，最长等待 3 s
    那么 "depth-alarm-time" 应符合限值
    而且 "depth-hold-left-time" 应符合限值

  @UW-D03
  场景: 低电压报警
    当 发送命令 "supply-voltage"，其中 "voltage" 为 "ixit(battery-threshold) - 0.8 V"
    而且 测量 "battery-alarm-time"：从命令 "supply-voltage" 到信号 "battery-alarm" 变为 "true" 的时间，最长等待 4 s
    那么 "battery-alarm-time" 应符合限值

  @UW-C13
  场景: 报文签名(仅当声明支持时)
    当 观察 1 s
