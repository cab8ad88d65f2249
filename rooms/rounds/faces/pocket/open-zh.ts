export const zh = {
  openFailed: '席位没有打开',
  noToken: '链接不完整，请重新扫描二维码。',
  moveHere: '换到本机',
  tryAgain: '再试一次',
  keptSeat: '打开本机已有的席位',
}
export type Words = typeof zh
