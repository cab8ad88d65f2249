// Pictures for the demo's sand table: drawn scenes of one spot before, during and after, as SVG text. They look drawn, and
// nobody and no place that is; the same seed draws the same place, so that the three of a spot belong together.

import { chanceOf } from './chance.ts'
import type { Chance } from './chance.ts'

/** The phases of a spot, in their order. */
export const phases = ['before', 'during', 'after'] as const
export type Phase = (typeof phases)[number]
/** Kinds of spots that can be drawn. */
export const sceneKinds = ['square', 'lane', 'shed', 'pond', 'bins'] as const
export type SceneKind = (typeof sceneKinds)[number]

const [width, height, horizon] = [1200, 900, 430]

const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${Math.round(x)}" y="${Math.round(y)}" width="${Math.round(w)}" height="${Math.round(h)}" fill="${fill}" ${more}/>`
const oval = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${Math.round(x)}" cy="${Math.round(y)}" rx="${Math.round(rx)}" ry="${Math.round(ry)}" fill="${fill}"/>`
const shape = (points: readonly (readonly [number, number])[], fill: string): string =>
  `<polygon points="${points.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(' ')}" fill="${fill}"/>`
const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, thick: number): string =>
  `<line x1="${Math.round(x1)}" y1="${Math.round(y1)}" x2="${Math.round(x2)}" y2="${Math.round(y2)}" stroke="${stroke}" stroke-width="${thick}"/>`
const many = (count: number, draw: (nth: number) => string): string => Array.from({ length: count }, (_each, nth) => draw(nth)).join('')

const tree = (x: number, y: number, size: number): string =>
  rect(x - size * 0.07, y - size * 0.5, size * 0.14, size * 0.5, '#7a5a3a') +
  oval(x, y - size * 0.75, size * 0.36, size * 0.42, '#4f8a4a') +
  oval(x - size * 0.18, y - size * 0.58, size * 0.24, size * 0.24, '#5d9a55')

/** Heaps, sacks and boards, as they lie about. */
const litter = (chance: Chance, count: number): string =>
  many(count, () => {
    const [x, y, size] = [80 + chance.share() * 1040, 520 + chance.share() * 320, 26 + chance.share() * 46]
    const fill = chance.pick(['#8d7f70', '#6f6a64', '#a08a6a', '#5b6670', '#94705a'])
    return chance.share() > 0.5
      ? oval(x, y, size, size * 0.5, fill)
      : shape(
          [
            [x, y],
            [x + size, y - size * 0.5],
            [x + size * 1.6, y + size * 0.1],
            [x + size * 0.5, y + size * 0.5],
          ],
          fill,
        )
  })

const fence = (from: number, to: number, y: number): string =>
  many(6, (nth) => {
    const x = from + ((to - from) * nth) / 5
    return (
      rect(x, y - 70, 10, 80, '#d9822b') +
      (nth < 5 ? rect(x, y - 60, (to - from) / 5, 16, '#f2d27a') + rect(x, y - 28, (to - from) / 5, 16, '#f2d27a') : '')
    )
  })

function houses(chance: Chance): string {
  let x = -30
  let drawn = ''
  while (x < width) {
    const [w, h] = [150 + chance.share() * 120, 130 + chance.share() * 130]
    const wall = chance.pick(['#e9e2d4', '#e3d6c0', '#dfe3e2', '#ead9cb'])
    drawn +=
      rect(x, horizon - h, w, h, wall) +
      shape(
        [
          [x - 14, horizon - h],
          [x + w / 2, horizon - h - 52],
          [x + w + 14, horizon - h],
        ],
        chance.pick(['#8b5a4a', '#6d7680', '#9a6a50']),
      )
    drawn += many(3, (nth) => rect(x + w * (0.14 + nth * 0.28), horizon - h * 0.66, w * 0.16, h * 0.28, '#8fa6b8'))
    x += w + 26
  }
  return drawn
}

const back = (chance: Chance): string =>
  rect(0, 0, width, horizon, '#cfdfe8') +
  oval(260 + chance.share() * 200, 330, 420, 150, '#b7c9bd') +
  oval(900 + chance.share() * 150, 340, 460, 130, '#a9bfb2') +
  houses(chance)

const ground = (fill: string): string => rect(0, horizon, width, height - horizon, fill)
const tiles = (from: number, fill: string): string =>
  shape(
    [
      [from, horizon],
      [width, horizon],
      [width, height],
      [from * 0.6, height],
    ],
    fill,
  ) +
  many(9, (nth) => line(from * 0.8, horizon + 20 + nth * nth * 6, width, horizon + 20 + nth * nth * 6, '#b9a994', 3)) +
  many(11, (nth) => line(from + ((width - from) * nth) / 10, horizon, from * 0.6 + ((width - from * 0.6) * nth) / 10, height, '#b9a994', 3))
const road = (fill: string): string =>
  shape(
    [
      [520, horizon],
      [680, horizon],
      [1060, height],
      [140, height],
    ],
    fill,
  )
const bicycle = (x: number, y: number, turn: number): string =>
  `<g transform="translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(turn)})" fill="none" stroke="#3a4450" stroke-width="7"><circle cx="-46" cy="0" r="34"/><circle cx="46" cy="0" r="34"/><path d="M-46 0 L-8 -44 L34 -44 L46 0 M-8 -44 L4 0 L34 -44"/></g>`

const scenes: Readonly<Record<SceneKind, Readonly<Record<Phase, (chance: Chance) => string>>>> = {
  square: {
    before: (chance) =>
      ground('#b49a78') + many(14, () => oval(chance.share() * width, 480 + chance.share() * 380, 60, 18, '#9a8262')) + litter(chance, 16),
    during: (chance) =>
      ground('#b49a78') +
      tiles(560, '#d9cbb6') +
      many(5, (nth) => rect(160 + nth * 34, 690 - nth * 24, 150, 24, '#c9b79c')) +
      fence(60, 460, 560) +
      litter(chance, 4),
    after: () =>
      ground('#d9cbb6') +
      tiles(0, '#d9cbb6') +
      tree(150, 620, 260) +
      tree(1040, 610, 250) +
      tree(330, 520, 160) +
      rect(520, 690, 240, 22, '#8a5a3c') +
      rect(540, 712, 16, 50, '#5a4a3c') +
      rect(724, 712, 16, 50, '#5a4a3c'),
  },
  lane: {
    before: (chance) =>
      ground('#a08a6c') +
      road('#8c8378') +
      many(9, () => oval(420 + chance.share() * 360, 520 + chance.share() * 330, 40 + chance.share() * 50, 16, '#6d7f8c')) +
      litter(chance, 9),
    during: (chance) =>
      ground('#a08a6c') +
      road('#5f6468') +
      shape(
        [
          [140, height],
          [330, 740],
          [870, 740],
          [1060, height],
        ],
        '#8c8378',
      ) +
      fence(330, 870, 730) +
      litter(chance, 3),
    after: () =>
      ground('#9fb58a') +
      road('#565b60') +
      many(6, (nth) => rect(596 - nth * 0.6, 450 + nth * 76, 8 + nth * 3, 30 + nth * 6, '#f3f1ea')) +
      tree(230, 640, 260) +
      tree(980, 640, 260) +
      tree(400, 520, 150) +
      tree(810, 520, 150),
  },
  shed: {
    before: (chance) =>
      ground('#a99b88') +
      many(9, () => bicycle(140 + chance.share() * 920, 560 + chance.share() * 260, -60 + chance.share() * 120)) +
      litter(chance, 5),
    during: (chance) =>
      ground('#b3a793') +
      many(4, (nth) => rect(220 + nth * 240, 420, 16, 270, '#6d7680')) +
      many(3, () => bicycle(160 + chance.share() * 240, 800, -10)) +
      fence(700, 1120, 800),
    after: () =>
      ground('#c9c2b5') +
      many(4, (nth) => rect(180 + nth * 270, 430, 18, 280, '#6d7680')) +
      shape(
        [
          [120, 430],
          [1080, 430],
          [1020, 350],
          [180, 350],
        ],
        '#4f7d9a',
      ) +
      many(8, (nth) => bicycle(230 + nth * 112, 690, 0)) +
      line(140, 735, 1060, 735, '#f3f1ea', 8),
  },
  pond: {
    before: (chance) =>
      ground('#9c9072') +
      oval(600, 680, 460, 150, '#6f7a52') +
      many(12, () => oval(250 + chance.share() * 700, 600 + chance.share() * 160, 26, 10, '#57603f')) +
      litter(chance, 10),
    during: (chance) =>
      ground('#a4967a') +
      oval(600, 680, 460, 150, '#8a7a5c') +
      rect(780, 500, 150, 70, '#e0a63a') +
      rect(820, 440, 70, 64, '#e0a63a') +
      line(780, 520, 660, 600, '#c98a2a', 18) +
      litter(chance, 3),
    after: () =>
      ground('#a9c08f') +
      oval(600, 680, 480, 160, '#cfc6b4') +
      oval(600, 680, 440, 140, '#7fb0cc') +
      oval(520, 650, 170, 24, '#a8cfe2') +
      many(12, (nth) => rect(130 + nth * 84, 800, 10, 60, '#f3f1ea')) +
      rect(126, 806, 944, 10, '#f3f1ea') +
      tree(120, 600, 220) +
      tree(1090, 590, 210),
  },
  bins: {
    before: (chance) =>
      ground('#aa9f8f') +
      oval(600, 740, 330, 80, '#776f63') +
      many(26, () =>
        oval(330 + chance.share() * 540, 620 + chance.share() * 130, 46, 30, chance.pick(['#5c6570', '#8f8272', '#727a68', '#9a8a76'])),
      ) +
      litter(chance, 8),
    during: (chance) =>
      ground('#b5ab9c') +
      rect(300, 700, 600, 90, '#c9c2b5') +
      many(4, (nth) => rect(320 + nth * 185, 440, 14, 270, '#6d7680')) +
      fence(120, 300, 800) +
      litter(chance, 4),
    after: () =>
      ground('#c7c9bd') +
      rect(260, 720, 680, 70, '#d8d3c6') +
      many(4, (nth) => rect(280 + nth * 205, 430, 16, 290, '#6d7680')) +
      shape(
        [
          [220, 430],
          [980, 430],
          [930, 360],
          [270, 360],
        ],
        '#5d8a6a',
      ) +
      many(
        4,
        (nth) =>
          rect(330 + nth * 146, 560, 104, 160, ['#3f7f56', '#3f6fa8', '#b04a3c', '#6b7076'][nth] ?? '') +
          rect(322 + nth * 146, 546, 120, 22, '#2f3740'),
      ) +
      tree(110, 640, 230) +
      tree(1100, 640, 230),
  },
}

/** A picture of a spot in a phase. */
export function sceneOf(kind: SceneKind, phase: Phase, seed: string): string {
  // What stands behind is the same in all phases of a spot; what lies about is not.
  const behind = back(chanceOf(`${seed} behind`))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${behind}${scenes[kind][phase](chanceOf(`${seed} ${phase}`))}</svg>`
}
