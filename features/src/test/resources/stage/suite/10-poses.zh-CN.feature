# language: zh-CN
功能: 位姿

  背景:
    假如 信号 "at" 有数据，最长等待 1 s

  @ST-A01
  场景: 三十次循环
    当 循环 30 次，每步最长等待 1 s
      | 命令 | 参数  | 值   | 信号 | 变为 | 停留  |
      | go   | point | home | at   | home | 0.1 s |
      | go   | point | p1   | at   | p1   | 0.1 s |
    并且 测量 "ground-accuracy"：移动平台的信号 "x"、"y" 在 "p1" 处相对 400 mm、0 mm 的位置准确度
    并且 测量 "ground-repeatability"：移动平台的信号 "x"、"y" 在 "p1" 处的位置重复性
    并且 测量 "distance-accuracy"：信号 "x"、"y"、"z" 从 "home" 到 "p1" 相对 721 mm 的距离准确度
    并且 测量 "distance-repeatability"：信号 "x"、"y"、"z" 从 "home" 到 "p1" 的距离重复性
    并且 测量 "accuracy-drift"：信号 "x"、"y"、"z" 在 "p1" 处分 3 组相对 400 mm、0 mm、600 mm 的位姿准确度漂移
    并且 测量 "repeatability-drift"：信号 "x"、"y"、"z" 在 "p1" 处分 3 组的位姿重复性漂移
    那么 "ground-accuracy" 应符合限值
    并且 "ground-repeatability" 应符合限值
    并且 "distance-accuracy" 应符合限值
    并且 "distance-repeatability" 应符合限值
    并且 "accuracy-drift" 应符合限值
    并且 "repeatability-drift" 应符合限值

  @ST-A02
  场景: 从两个方向到达
    当 循环 30 次，每步最长等待 1 s
      | 命令 | 参数  | 值 | 信号 | 变为 | 停留  |
      | go   | point | p2 | at   | p2   | 0.1 s |
      | go   | point | p1 | at   | p1   | 0.1 s |
      | go   | point | p3 | at   | p3   | 0.1 s |
      | go   | point | p1 | at   | p1   | 0.1 s |
    并且 测量 "accuracy-variation"：信号 "x"、"y"、"z" 从不同位置到达 "p1" 的多方向位姿准确度变动
    那么 "accuracy-variation" 应符合限值

  @ST-A03
  场景: 朝向
    当 循环 5 次，每步最长等待 1 s
      | 命令 | 参数  | 值     | 信号 | 变为   | 停留  |
      | go   | point | home   | at   | home   | 0.1 s |
      | go   | point | turned | at   | turned | 0.1 s |
    并且 测量 "heading-accuracy"：角度信号 "yaw" 在 "turned" 处相对 178 deg 的姿态准确度
    并且 测量 "heading-repeatability"：角度信号 "yaw" 在 "turned" 处的姿态重复性
    那么 "heading-accuracy" 应符合限值
    并且 "heading-repeatability" 应符合限值

  @ST-A04
  场景: 测量仪器在仅有的一次停留中达到量程端点
    当 循环 1 次，每步最长等待 1 s
      | 命令 | 参数  | 值        | 信号 | 变为      | 停留  |
      | go   | point | home      | at   | home      | 0.1 s |
      | go   | point | saturated | at   | saturated | 0.1 s |
    并且 测量 "one-stay"：移动平台的信号 "true-x"、"true-y" 在 "saturated" 处相对 400 mm、0 mm 的位置准确度
    那么 "one-stay" 应符合限值

  @ST-A04
  场景: 测量仪器在三次停留的第一次中达到量程端点
    当 循环 3 次，每步最长等待 1 s
      | 命令 | 参数  | 值        | 信号 | 变为      | 停留  |
      | go   | point | p2        | at   | p2        | 0.1 s |
      | go   | point | saturated | at   | saturated | 0.1 s |
    并且 测量 "three-stays"：移动平台的信号 "true-x"、"true-y" 在 "saturated" 处的位置重复性
    并且 测量 "arrivals"：各次到达 "saturated" 时信号 "true-x" 的最大重复偏差
    那么 "three-stays" 应符合限值
    并且 "arrivals" 应符合限值
