# language: zh-CN
功能: 运动

  背景:
    假如 信号 "at" 有数据，最长等待 1 s

  @ST-P01
  场景: 直线
    当 循环 30 次，每步最长等待 2 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留 |
      | go | point | home | at | home | 0.1 s |
      | go | point | end | at | end | 0.1 s |
    并且 测量 "path-accuracy"：信号 "x"、"y"、"z" 到达 "end" 的轨迹准确度，取 5 个平面
      | x      | y    | z    |
      | 0 mm   | 0 mm | 0 mm |
      | 100 mm | 0 mm | 0 mm |
    并且 测量 "path-repeatability"：信号 "x"、"y"、"z" 到达 "end" 的轨迹重复性，取 5 个平面
      | x      | y    | z    |
      | 0 mm   | 0 mm | 0 mm |
      | 100 mm | 0 mm | 0 mm |
    并且 测量 "velocity-accuracy"：信号 "speed" 相对 100 mm/s 的轨迹速度准确度，取到达 "end" 途中 "x" 在 25 mm 与 75 mm 之间的路段
    并且 测量 "velocity-repeatability"：信号 "speed" 相对 100 mm/s 的轨迹速度重复性，取到达 "end" 途中 "x" 在 25 mm 与 75 mm 之间的路段
    并且 测量 "velocity-fluctuation"：信号 "speed" 相对 100 mm/s 的轨迹速度波动，取到达 "end" 途中 "x" 在 25 mm 与 75 mm 之间的路段
    那么 "path-accuracy" 应符合限值
    并且 "path-repeatability" 应符合限值
    并且 "velocity-accuracy" 应符合限值
    并且 "velocity-repeatability" 应符合限值
    并且 "velocity-fluctuation" 应符合限值

  @ST-P02
  场景: 拐角
    当 循环 3 次，每步最长等待 2 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留 |
      | go | point | home | at | home | 0.1 s |
      | go | point | end-of-corner | at | end-of-corner | 0.1 s |
    并且 测量 "corner-overshoot"：信号 "x"、"y"、"z" 到达 "end-of-corner" 途中的拐角超调
      | x     | y     | z    |
      | 0 mm  | 0 mm  | 0 mm |
      | 50 mm | 0 mm  | 0 mm |
      | 50 mm | 50 mm | 0 mm |
    并且 测量 "corner-rounding"：信号 "x"、"y"、"z" 到达 "end-of-corner" 途中的圆角误差
      | x     | y     | z    |
      | 0 mm  | 0 mm  | 0 mm |
      | 50 mm | 0 mm  | 0 mm |
      | 50 mm | 50 mm | 0 mm |
    那么 "corner-overshoot" 应符合限值
    并且 "corner-rounding" 应符合限值

  @ST-P03
  场景: 到位
    当 循环 3 次，每步最长等待 2 s
      | 命令 | 参数 | 值 | 信号 | 变为 | 停留 |
      | go | point | home | at | home | 0.1 s |
      | go | point | rest | at | rest | 2 s |
    并且 测量 "stabilisation-time"：信号 "x"、"y"、"z" 到达 "rest" 时在 0.1 mm 内的位置稳定时间
    并且 测量 "overshoot"：信号 "x"、"y"、"z" 到达 "rest" 时超出 0.1 mm 的位置超调量
    那么 "stabilisation-time" 应符合限值
    并且 "overshoot" 应符合限值
