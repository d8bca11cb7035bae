# language: zh-CN
功能: 控制报文

  @PK-01
  场景: 登录
    假如 信号 "depth" 有数据，最长等待 20 s
    当 观察 1 s
    并且 测量 "keep-alive"：信号 "keep-alive" 各次事件的最大值
    并且 测量 "will-qos"：信号 "will-qos" 各次事件的最小值
    并且 测量 "will-retain"：信号 "will-retain" 各次事件的最小值
    那么 "keep-alive" 应符合限值
    并且 "will-qos" 应符合限值
    并且 "will-retain" 应符合限值

  @PK-02
  场景: 状态
    假如 信号 "depth" 有数据，最长等待 20 s
    当 观察 1 s
    并且 测量 "state-qos"：信号 "state-qos" 各次事件的最小值
    那么 "state-qos" 应符合限值

  @PK-03
  场景: 断线
    假如 信号 "depth" 有数据，最长等待 20 s
    当 发送命令 "cut-link"
    并且 测量 "will-time"：从命令 "cut-link" 到信号 "link" 出现 "offline" 的时间，最长等待 10 s
    并且 测量 "return-time"：从命令 "cut-link" 到信号 "answer" 出现 "0" 的时间，最长等待 10 s
    那么 "will-time" 应符合限值
    并且 "return-time" 应符合限值

  @PK-03
  场景: 登录被拒绝
    假如 信号 "depth" 有数据，最长等待 20 s
    当 发送命令 "refuse-login"
    并且 发送命令 "cut-link"
    并且 测量 "login-time"：从命令 "cut-link" 到信号 "login" 出现 "CONNECT" 的时间，最长等待 10 s
    并且 发送命令 "admit-login"
    并且 测量 "admitted-time"：从命令 "admit-login" 到信号 "answer" 出现 "0" 的时间，最长等待 10 s
    那么 "login-time" 应符合限值
    并且 "admitted-time" 应符合限值

  @PK-03
  场景: 代理停止后重新启动
    假如 信号 "depth" 有数据，最长等待 20 s
    当 发送命令 "stop-broker"
    并且 观察 1 s
    并且 发送命令 "start-broker"
    并且 测量 "return-time"：从命令 "start-broker" 到信号 "depth" 出现 "1.5" 的时间，最长等待 10 s
    那么 "return-time" 应符合限值

  @PK-03
  场景: 报文被扣住
    假如 信号 "depth" 有数据，最长等待 20 s
    当 发送命令 "hold-link"，其中 "time" 为 "700 ms"
    并且 观察 3 s
    并且 测量 "held-time"：信号 "depth" 的最大间隔
    那么 "held-time" 应符合限值
