// What the Vite plugin tools/vite/house.ts says of the name-plates: plain data, so that no schema reaches the browser.

declare module 'virtual:liangxing/house' {
  import type { House } from '#ground/ui/house.ts'
  export const house: House
}
