import { OBSERVATION_COLUMNS } from "../model/observation.ts";

/** What a column is to the table. `attribute` says something about the row that is not needed to tell rows apart. */
export type Role =
  | "region"
  | "regionName"
  | "parent"
  | "year"
  | "part"
  | "indicator"
  | "indicatorName"
  | "value"
  | "unit"
  | "multiplier"
  | "note"
  | "flag"
  | "source"
  | "dimension"
  | "attribute"
  | "serial"
  | "stated";

const WORDS: readonly [Role, string][] = [
  [
    "region",
    "region|region_code|geo_area_code|country_id|country_text_id|iso|iso_code_3|regions|geo|geo_code|geography|country|countries|country_code|countryiso3code|iso_code|iso_a3|iso3|iso_3|iso2|iso_2|iso_alpha_3|ref_area|reference_area|location|loc|area|area_code|entity|economy|territory|nuts|nuts_code|code|geo_time|geo\\time|geo\\time_period|m49_code|state|province|county|city|district|municipality|地区|地区代码|区域|省份|省|省市|省区市|省（区、市）|省(区、市)|城市|市|市州|州市|区县|县区|县市区|县（市、区）|县(市、区)|县|行政区|行政区划|行政区划代码|行政区代码|区划代码|代码|pays|land|país|pais|paese|région|région|provincia|国家|国家或地区|国家和地区|国别|单位名称|地区名称|行政区域",
  ],
  [
    "regionName",
    "geo_area_name|location_name|country_name|region_name|geo_name|area_name|name|entity_name|geopolitical_entity|geopolitical_entity_(reporting)|reference_area_label|名称|行政区划名称|区划名称|国家名称",
  ],
  ["parent", "parent|parent_code|上级|上级地区|所属省份|所属省|所属地市|所属市|所在省|所在地"],
  [
    "year",
    "year|years|time|time_period|period|date|timeperiod|yr|année|annee|jahr|año|anno|ano|jaar|år|年份|年度|年|时间|日期|时期|统计年份|报告期|time_period_code",
  ],
  ["part", "month|months|mon|月|月份|quarter|quarters|qtr|季度|季|monat|mois|mês|mese|quartal|trimestre"],
  [
    "indicator",
    "indicator|indicator_id|indicator_code|variable|measure|series|series_code|series_id|indic|item|subject|metric|element|indicateur|indikator|indicador|指标|指标代码|统计指标|项目|指标名称|类别|分类|内容",
  ],
  [
    "indicatorName",
    "indicator_name|series_description|series_name|subject_descriptor|variable_name|indicator_label|measure_label",
  ],
  [
    "value",
    "value|obs_value|val|values|observation|observation_value|amount|figure|valeur|wert|valor|valore|数值|值|数据|数据值|观测值|指标值",
  ],
  ["unit", "unit|units|unit_measure|unit_of_measure|uom|单位|计量单位"],
  ["multiplier", "scale|magnitude|unit_mult|unit_multiplier|powercode_code"],
  [
    "flag",
    "flag|flags|magnitude|qualifier|obs_status|obs_flag|observation_status|status|flag_codes|status_flag|conf_status|标记",
  ],
  ["note", "note|notes|footnote|footnotes|comment|comments|remark|remarks|obs_comment|备注|说明|注|附注"],
  ["source", "source|sources|source_id|data_source|来源|数据来源|资料来源|出处"],
  [
    "dimension",
    "sex|gender|classif1|classif2|age|age_group|agegroup|freq|frequency|citizen|nace_r2|na_item|s_adj|isced11|wstatus|subgroup|breakdown|category|category_name|group|dimension|性别|年龄|年龄组|行业|产业|口径|品种",
  ],
  ["serial", "序号|no|no.|s/n|sn|#|编号|index|unnamed:_0|行号|id|rowid|row_id"],
  [
    "attribute",
    "continent|world_region|world_regions_according_to_owid|decimals|decimal|last_update|dataflow|structure|structure_id|structure_name|action|region_name_en|lat|lon|latitude|longitude|capital|incomegroup|income_group|iso_3166-2|分组",
  ],
];
const ROLES: ReadonlyMap<string, Role> = new Map(
  WORDS.flatMap(([role, words]) => words.split("|").map((word) => [word, role] as const)),
);

/** The same without what parts their words: countrycode, GeoAreaName. */
const COMPACT = new Map([...ROLES].map(([word, role]) => [word.replaceAll("_", ""), role] as const));

/** `Region/Country/Area`, `Country code (ISO)`: a word for places at the start of a longer heading. */
const PLACES = /^(?:region|country|geo|area|territory|location|economy|国家|地区)[_/(,]/u;

const key = (heading: string) =>
  heading
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

/**
 * The role a heading names by itself, or null where it is no word for one.
 *
 * @remarks SDMX labels, `REF_AREA: Reference area`, are known by what stands before the colon.
 */
export function roleOf(heading: string): Role | null {
  const plain = key(heading);
  const bare = plain.replace(/\.(?:label|name)$/, "");
  return (
    ROLES.get(plain) ??
    COMPACT.get(plain.replaceAll("_", "")) ??
    ROLES.get(plain.split(":")[0] as string) ??
    (bare === plain ? null : bare === "indicator" ? "indicatorName" : (ROLES.get(bare) ?? null)) ??
    (PLACES.test(plain) ? "region" : null)
  );
}

/** A column of the observation table by its own name, other than those that every table has. */
export function statedColumn(heading: string): keyof typeof OBSERVATION_COLUMNS | null {
  return Object.hasOwn(OBSERVATION_COLUMNS, heading) ? (heading as keyof typeof OBSERVATION_COLUMNS) : null;
}
