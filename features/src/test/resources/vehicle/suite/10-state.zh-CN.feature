# language: zh-CN
功能: 状态

  @VD-01
  场景: 角度
    假如 信号 "header-id" 有数据，最长等待 20 s
    当 观察 2 s
    并且 测量 "wrong-angles"：信号 "angles-ok" 为 "false" 的样本数
    那么 "wrong-angles" 应符合限值

  @VD-02
  场景: 编号
    假如 信号 "header-id" 有数据，最长等待 20 s
    当 观察 2 s
    并且 测量 "number-jumps"：信号 "header-id" 未逐一加 1 的次数
    那么 "number-jumps" 应符合限值

  @VD-03
  场景: 模式
    假如 信号 "header-id" 有数据，最长等待 20 s
    当 观察 2 s
    并且 测量 "schema-faults"：通道 "amr" 上格式错误的次数
    那么 "schema-faults" 应符合限值
