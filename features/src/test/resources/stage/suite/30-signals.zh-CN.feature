# language: zh-CN
功能: 信号质量

  @ST-Q01
  场景: 缓慢上升的信号
    假如 发送命令 "go"，其中 "point" 为 "home"
    当 观察 3 s
    并且 测量 "noise"：信号 "level" 的噪声标准差
    并且 测量 "step"：信号 "level" 的量化步长
    并且 测量 "period"：信号 "level" 的平均周期
    并且 测量 "jitter"：信号 "level" 的周期抖动
    那么 "noise" 应符合限值
    并且 "step" 应符合限值
    并且 "period" 应符合限值
    并且 "jitter" 应符合限值
