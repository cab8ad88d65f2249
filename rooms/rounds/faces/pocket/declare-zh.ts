export const zh = {
  declare: '声明回避',
  declareHint: '与该单位有利害关系的，声明后不能再给它评分。',
  declareReason: '回避理由',
  submitRecusal: '提交回避',
}
export type Words = typeof zh
