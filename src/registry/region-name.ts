const SUFFIX = /(?:特别行政区|自治区|自治州|自治县|自治旗|新区|林区|特区|矿区|城区|郊区|地区|省|市|盟|州|县|区|旗)$/;
const PEOPLES =
  "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各";
// Six peoples stand without 族 in official names: 新疆维吾尔自治区, 伊犁哈萨克自治州.
const PEOPLE = new RegExp(`(?:(?:${PEOPLES})族|维吾尔|哈萨克|柯尔克孜|蒙古|塔吉克|锡伯)+$`);

/**
 * What is left of a Chinese place name without its kind and its peoples: 云南省 → 云南, 金平苗族瑶族傣族自治县 → 金平.
 *
 * @remarks A name of one character keeps its kind, for without it nothing is left to know it by: 巴县 stays 巴县.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(stemOf("恩施土家族苗族自治州")).toBe("恩施");
 * expect(stemOf("巴县")).toBe("巴县");
 * ```
 */
export function stemOf(name: string): string {
  const kind = name.match(SUFFIX)?.[0] ?? "";
  const bare = name.slice(0, name.length - kind.length);
  const stem = kind.startsWith("自治") ? bare.replace(PEOPLE, "") : bare;
  if (stem.length >= 2) return stem;
  return bare.length >= 2 ? bare : name;
}
