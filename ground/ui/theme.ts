// Colours and sizes of antd, so that contrast holds everywhere (docs: 4.5:1). The same values as CSS variables are in desk/desk.css.

import type { ThemeConfig } from 'antd'
import type { TextSize } from './text-size.ts'

const family = "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif"

const prefersStillness = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false

/** The theme of a text size; in large mode every target is at least 44 px high. */
export function themeFor(size: TextSize): ThemeConfig {
  const large = size === 'large'
  return {
    token: {
      fontFamily: family,
      fontSize: large ? 18 : 14,
      fontSizeSM: large ? 18 : 13,
      controlHeight: large ? 44 : 32,
      controlHeightSM: large ? 44 : 28,
      controlHeightLG: large ? 60 : 40,
      borderRadius: 6,
      colorPrimary: '#0050b3',
      colorLink: '#0050b3',
      colorLinkHover: '#003a8c',
      colorLinkActive: '#003a8c',
      colorText: '#1f2329',
      colorTextDescription: 'rgba(0,0,0,.65)',
      colorTextPlaceholder: 'rgba(0,0,0,.6)',
      colorBorder: '#c4c7cc',
      colorBorderSecondary: '#dee0e3',
      colorBgLayout: '#f7f8fa',
      colorError: '#a8071a',
      colorSuccess: '#1a7f37',
      colorWarning: '#9a6700',
      // Without motion at all where none is wanted: a leave animation of no length may never report its end, and the list stays.
      motion: !prefersStillness(),
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      // The primary act is cinnabar; everything that is merely touched stays blue.
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        colorPrimary: '#b3261e',
        colorPrimaryHover: '#8f1d17',
        colorPrimaryActive: '#74160f',
        defaultHoverColor: '#0050b3',
        defaultHoverBorderColor: '#0050b3',
        defaultActiveColor: '#003a8c',
        defaultActiveBorderColor: '#003a8c',
      },
    },
  }
}
