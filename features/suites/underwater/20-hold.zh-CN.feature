# language: zh-CN
功能: 定深与定向
  数据以试验水池的参考仪器为准。

  背景:
    假如 信号 "depth" 有数据，最长等待 5 s
    而且 信号 "true-depth" 有数据，最长等待 5 s
    而且 发送命令 "arm"
    而且 信号 "armed" 变为 "true"，最长等待 3 s

  @UW-A02 @UW-A01
  场景: 静水定深
    假如 发送命令 "hold-depth"，其中 "depth" 为 "4.0"
    而且 信号 "mode" 变为 "depth-hold"，最长等待 3 s
    而且 信号 "depth" 保持在 4.0 m ± 0.5 m 内 2 s，最长等待 15 s
    # 先等它稳定，再取最后 6 s；“稳定”不以限值本身为前提
    当 观察 10 s
    而且 观察 6 s
    而且 测量 "depth-hold-p95"：信号 "true-depth" 偏离 4.0 m 的第 95 百分位
    而且 测量 "depth-error"：信号 "depth" 与 "true-depth" 的最大偏差
    那么 "depth-hold-p95" 应符合限值
    而且 "depth-error" 应符合限值

  @UW-A03
  场景: 定向
    假如 发送命令 "hold-heading"，其中 "heading" 为 "90"
    而且 信号 "heading" 保持在 90 deg ± 3 deg 内 1 s，最长等待 12 s
    # 先等它稳定，再取最后 5 s
    当 观察 10 s
    而且 观察 5 s
    而且 测量 "heading-hold-p95"：信号 "true-heading" 偏离 90 deg 的第 95 百分位
    那么 "heading-hold-p95" 应符合限值

  @UW-A04
  场景: 经过正北时的航向示值
    假如 发送命令 "hold-heading"，其中 "heading" 为 "330"
    而且 信号 "heading" 保持在 330 deg ± 3 deg 内 1 s，最长等待 15 s
    当 发送命令 "hold-heading"，其中 "heading" 为 "30"
    而且 观察 4 s
    而且 测量 "heading-error"：信号 "heading" 与 "true-heading" 的最大偏差
    那么 "heading-error" 应符合限值
    而且 信号 "true-heading" 保持在 30 deg ± 10 deg 内 0.5 s，最长等待 5 s

  @UW-Q04
  场景: 下潜时深度数据不冻结
    当 发送命令 "hold-depth"，其中 "depth" 为 "8.0"
    而且 信号 "set-depth" 保持在 8.0 m ± 0.01 m 内 0.3 s，最长等待 3 s
    而且 观察 5 s
    而且 测量 "frozen-depth-time"：信号 "depth" 持续不变的最长时间
    那么 "frozen-depth-time" 宜符合限值

  @UW-S05
  场景: 拒绝超过额定深度的设定值
    假如 发送命令 "hold-depth"，其中 "depth" 为 "5.0"
    而且 信号 "mode" 变为 "depth-hold"，最长等待 3 s
    而且 信号 "set-depth" 保持在 5.0 m ± 0.01 m 内 0.3 s，最长等待 3 s
    当 发送命令 "hold-depth"，其中 "depth" 为 "45.0"
    而且 观察 2 s
    而且 测量 "set-depth-accepted"：信号 "set-depth" 的最大值
    那么 "set-depth-accepted" 应符合限值
