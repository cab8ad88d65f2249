export const zh = {
  title: '两台设备评得不一样',
  lead: '席位换设备期间，另一台设备也改了这张评分表。两份都还在，请选一份；选定以前，本机的不会送出。',
  criterion: '评分项',
  here: '本机',
  other: '另一台',
  none: '—',
  note: '备注',
  total: '合计',
  useHere: '用本机的',
  useOther: '用另一台的',
}
export type Words = typeof zh
