// The title bar: mark and name, the acting post, and the switches every page has.

import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useGo } from '#ground/ui/address.ts'
import { callByName, hasEndpoint } from '#ground/ui/client.ts'
import { LiveMark } from '#ground/ui/desk/as-of.tsx'
import { MenuButton } from '#ground/ui/desk/menu-button.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { forgetDrafts } from '#ground/ui/draft.ts'
import { useLanguage } from '#ground/ui/language.ts'
import { useMe } from '#ground/ui/me.ts'
import { forgetScope } from '#ground/ui/scope.ts'
import { useTextSize } from '#ground/ui/text-size.ts'
import { useWords } from '#ground/ui/words.ts'
import { accountPath } from './account.ts'
import { Mark } from './mark.tsx'
import { PostSwitch } from './post-switch.tsx'
import { words } from './words.ts'

const PhoneCode = lazy(() => import('#ground/ui/desk/phone-code.tsx'))

function Account() {
  const text = useWords(words)
  const { person } = useMe()
  const go = useGo()
  const queries = useQueryClient()
  const [phone, setPhone] = useState(false)
  const signOut = async (): Promise<void> => {
    if (hasEndpoint('people', 'signOut')) await callByName('people', 'signOut', {})
    forgetDrafts()
    forgetScope()
    queries.clear()
    location.assign('/')
  }
  const items = [
    ...(accountPath === null ? [] : [{ key: 'account', label: text.account }]),
    { key: 'phone', label: text.onPhone },
    { key: 'public', label: text.publicPages },
    { key: 'out', label: text.signOut },
  ]
  const act: Record<string, () => void> = {
    account: () => go(accountPath ?? '/desk'),
    phone: () => setPhone(true),
    public: () => location.assign('/'),
    out: () => void signOut(),
  }
  return (
    <>
      <MenuButton items={items} look="bar" align="end" onChoose={(key) => act[key]?.()}>
        {person.name}
      </MenuButton>
      {phone ? (
        <Suspense fallback={null}>
          <PhoneCode path="/pocket" title={text.onPhone} explain={text.onPhoneExplain} onClose={() => setPhone(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

export function TitleBar() {
  const text = useWords(words)
  const [language, setLanguage] = useLanguage()
  const [size, setSize] = useTextSize()
  const other = language === 'zh' ? 'en' : 'zh'
  const speak = (): void => {
    setLanguage(other)
    // Kept with the account too, for the next computer; the page does not wait for it.
    if (hasEndpoint('people', 'setLanguage')) callByName('people', 'setLanguage', { body: { language: other } }).catch(() => undefined)
  }
  return (
    <header className="lx-title-bar">
      <PageLink to="/desk" className="lx-brand">
        <Mark size={28} />
        <span>{text.name}</span>
      </PageLink>
      <PostSwitch />
      <LiveMark />
      <div className="lx-title-end">
        <a className="lx-bar-link" href="/feedback">
          {text.feedback}
        </a>
        <Button type="text" onClick={() => setSize(size === 'large' ? 'normal' : 'large')}>
          {size === 'large' ? text.normalText : text.largeText}
        </Button>
        <Button type="text" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={speak}>
          {text.otherLanguage}
        </Button>
        <Account />
      </div>
    </header>
  )
}
