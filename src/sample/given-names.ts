import { Weighted } from "./random.js";

// Characters of given names, the frequent ones first: weights fall with the rank as real ones do.
const MALE =
  "伟强军勇杰涛明超刚平辉健俊文华斌波宇浩鹏磊建国志海峰东龙飞林鑫亮成庆永春生福德荣祥宝贵金玉" +
  "树山江河天云水新中立正义忠信仁良善光阳晨阳旭东昊然博睿子轩泽宇嘉豪铭瑞祺诚恒毅坚松柏森凯" +
  "旋胜利长根富有才学民兵卫红宏洪鸿兴旺发达顺安康宁泰丰裕满全双喜进步远航翔鹰虎彪雄威振武";
const FEMALE =
  "芳娟敏静丽艳霞秀英玲桂兰玉梅红莲凤琴云花香月珍珠翠萍燕雪琳婷娜莉颖慧佳欣怡悦雅诗涵梓晴" +
  "思琪雨彤紫萱语嫣依诺美凡心洁冰清倩芝荣爱淑贞惠巧春夏秋冬菊荷桃杏柳叶青蓝彩虹霜露珊瑚瑶" +
  "琼瑛璐琦璇瑾瑜莹晶晓晨旭华丹妮娅娇媛姗姝嫦娥凝宁安平和顺素银金双喜连改转弟仙仪容颜芬芸茹";
const EITHER = "文晓小新明春玉海云林佳嘉宇晨瑞天子心思一乐安";

/**
 * Characters that old systems cannot print, as `?` or worse stands in their place in real files.
 */
export const rareCharacters = [..."堃喆犇龑祎玥昇䶮㛃珅瑋弢誠𬭎"];

/** A character of a given name, by sex. */
export const givenCharacters = {
  "1": ranked(MALE + EITHER),
  "2": ranked(FEMALE + EITHER),
} as const;

/** Mongolian given names (written without a surname), by sex. */
export const mongolianNames = {
  "1": words(
    "巴特尔 苏和 宝音 布和 哈斯 朝鲁 额尔敦 那顺 乌力吉 特木尔 宝音图 阿古拉 吉日嘎拉 白音那 敖其尔",
  ),
  "2": words(
    "乌云 其木格 萨仁 娜仁花 斯琴高娃 托娅 通拉嘎 苏日娜 乌兰 高娃 塔娜 格日乐 萨日娜 阿茹娜 南丁",
  ),
} as const;

/** Uyghur names: the own name by sex, then a dot and the father's. */
export const uyghurNames = {
  "1": words("买买提 艾力 吐尔逊 阿卜杜热合曼 玉素甫 艾尔肯 库尔班"),
  "2": words("阿依古丽 古丽娜尔 热依汗 帕提古丽 阿米娜 米热古丽"),
} as const;

/** Characters that sound alike and are taken for each other at a counter. */
const HOMOPHONES = words(
  "伟玮炜 丽莉俐 军君钧 静靖 杰洁 娟涓 明铭鸣 平萍苹 英瑛 玉钰 红虹鸿宏 云芸 文雯 林琳 志智 晓筱 " +
    "佳嘉 欣鑫馨 宇羽雨 婷亭 慧惠蕙 艳燕雁 青清卿 峰锋丰 建健 芳方 强蔷 华桦 梅玫 颖影 琪琦祺",
);

/** Another character that sounds like this one; undefined where none is known. */
export function homophoneOf(character: string): string | undefined {
  const group = HOMOPHONES.find((one) => one.includes(character));
  return [...(group ?? "")].find((one) => one !== character);
}

function ranked(text: string): Weighted<string> {
  const characters = [...new Set(text)];
  return new Weighted(
    characters,
    characters.map((_, rank) => Math.floor(10_000 / (rank + 12))),
  );
}

function words(text: string): readonly string[] {
  return text.split(" ");
}
