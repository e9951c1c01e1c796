import { Weighted } from "./random.js";

// The hundred or so most frequent surnames with their share of the people, in ten-thousandths
// (rounded from what is commonly published; good enough to make collisions as frequent as real
// ones).
const COMMON =
  "王725 李719 张683 刘538 陈453 杨308 赵229 黄223 周212 吴205 徐166 孙154 胡131 朱126 高121 林118 " +
  "何117 郭115 马113 罗87 梁84 宋82 郑79 谢76 韩70 唐68 冯64 于62 董61 萧59 程57 曹57 袁54 邓54 许54 " +
  "傅51 沈50 曾50 彭49 吕47 苏47 卢47 蒋47 蔡46 贾42 丁41 魏41 薛40 叶40 阎39 余38 潘37 杜37 戴36 夏35 " +
  "钟35 汪35 田34 任34 姜33 范32 方32 石31 姚31 谭30 廖30 邹29 熊29 金29 陆28 郝27 孔26 白26 崔26 康25 " +
  "毛25 邱24 秦24 江23 史23 顾22 侯22 邵22 孟21 龙21 万21 段20 雷20 钱20 汤19 尹19 黎18 易18 常18 武18 " +
  "乔17 贺17 赖16 龚16 文16 包16 欧阳7 上官1 司马1 诸葛1 闫20 肖28 仝2 逄1 庹1";

const entries = COMMON.split(" ").map((entry) => /^(\D+)(\d+)$/.exec(entry));

/** A surname, by its share of the people. */
export const surnames = new Weighted(
  entries.map((entry) => entry?.[1] ?? ""),
  entries.map((entry) => Number(entry?.[2] ?? 0)),
);
