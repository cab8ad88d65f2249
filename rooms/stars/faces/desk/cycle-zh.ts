export const zh = {
  registerForm: '登记自查表',
  formTitle: (cycle: string) => `${cycle}自查表`,
  formData: (cycle: string) => `${cycle}各条自查结论和说明`,
  formerStars: '往年的星何时届满',
  formerStarsHint: '按本级文件确定；没有确定以前，往年的星不会自动届满，有往年的星时周期不能结束。',
  closeFormer: (when: string) => `往年的星届满：${when}。届满的星写明文号，告知单位。`,
  closeDocument: '文号',
  closeDocumentHint: '有往年的星随之届满时要写。',
  offAlready: '这颗星已不在公示中，支持这条异议只记录答复，不再退回一次。',
  objectorContact: '联系方式',
  contactMasked: '已隐藏',
  contactNone: '没有留',
  contactReason: '答复公示异议，核实情况',
  foreseen: '按现有数据',
  notReached: '未达标',
  foreseenTitle: '按现有数据还达不到标准，公示前要补齐',
  resealReason: '重新封存的理由',
  resealHint: '第一次封存不用写。名单里的申报已经封存、还没有抽取的，写明理由，原来的封存作废，公开可查。',
}

export type Words = typeof zh
