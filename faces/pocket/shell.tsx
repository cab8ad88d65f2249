// The frame of the phone: a thin bar above, the page below, and beneath it what can be chosen.

import type { ReactNode } from 'react'
import { useLanguage } from '#ground/ui/language.ts'
import { useTextSize } from '#ground/ui/text-size.ts'
import { useWords } from '#ground/ui/words.ts'
import { takeNewVersion, useOffline } from './offline.ts'
import { words } from './words.ts'

interface ShellProps {
  /** Leads to the list of what the post does on the phone. */
  readonly homeward: boolean
  readonly children: ReactNode
}

export function Shell({ homeward, children }: ShellProps) {
  const text = useWords(words)
  const [language, setLanguage] = useLanguage()
  const [size, setSize] = useTextSize()
  const { offline, waiting } = useOffline()
  const failed = offline === 'failed'
  const standing = { ready: text.offlineReady, preparing: text.offlineSoon, impossible: text.offlineNot, failed: text.offlineFailed }
  return (
    <>
      {waiting !== null && (
        <p className="notice" role="status">
          {text.newVersion}
          <button type="button" className="plain" onClick={takeNewVersion}>
            {text.takeNew}
          </button>
        </p>
      )}
      {(offline === 'impossible' || failed) && (
        <details className="notice attention">
          <summary>▲ {failed ? text.offlineFailed : text.offlineHow}</summary>
          <p>{failed ? text.offlineFailedHint : text.offlineNotHint}</p>
        </details>
      )}
      {children}
      <footer className="foot">
        <span className="quiet">{standing[offline]}</span>
        {homeward && <a href="/pocket">{text.home}</a>}
        <button type="button" className="plain" onClick={() => setSize(size === 'large' ? 'normal' : 'large')}>
          {size === 'large' ? text.normalText : text.largeText}
        </button>
        <button
          type="button"
          className="plain"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {text.otherLanguage}
        </button>
        <a href="/feedback">{text.feedback}</a>
      </footer>
    </>
  )
}
