// The frame of the big screen: nothing but two quiet buttons that are gone in full screen, and their keys.

import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useLanguage } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { words } from './words.ts'

/** Full screen on or off; a browser that refuses leaves everything as it is. */
function turnFullScreen(): void {
  const done = document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()
  done.catch(() => {})
}

function useFullScreen(): boolean {
  const [full, setFull] = useState(document.fullscreenElement !== null)
  useEffect(() => {
    const look = (): void => setFull(document.fullscreenElement !== null)
    const key = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      event.preventDefault()
      turnFullScreen()
    }
    document.addEventListener('fullscreenchange', look)
    document.addEventListener('keydown', key)
    return () => {
      document.removeEventListener('fullscreenchange', look)
      document.removeEventListener('keydown', key)
    }
  }, [])
  return full
}

export function Shell({ children }: { readonly children: ReactNode }) {
  const text = useWords(words)
  const [language, setLanguage] = useLanguage()
  const full = useFullScreen()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <>
      {children}
      {!full && (
        <nav className="choices" aria-label={text.choices}>
          <button type="button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLanguage(other)}>
            {text.otherLanguage}
          </button>
          <button type="button" aria-keyshortcuts="F" onClick={turnFullScreen}>
            {text.fullScreen}
          </button>
        </nav>
      )}
    </>
  )
}
