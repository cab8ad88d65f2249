// The title bar: mark and name, the acting post, and the switches every page has.

import { useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { callByName, hasEndpoint } from '#ground/ui/client.ts'
import { LiveMark } from '#ground/ui/desk/as-of.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { forgetDrafts } from '#ground/ui/draft.ts'
import { useLanguage } from '#ground/ui/language.ts'
import { useMe } from '#ground/ui/me.ts'
import { forgetScope } from '#ground/ui/scope.ts'
import { useTextSize } from '#ground/ui/text-size.ts'
import { useWords } from '#ground/ui/words.ts'
import { Mark } from './mark.tsx'
import { pages } from './pages.ts'
import { PostSwitch } from './post-switch.tsx'
import { words } from './words.ts'
import { useGo } from '#ground/ui/address.ts'

const accountPath = '/desk/me'

function Account() {
  const text = useWords(words)
  const { person } = useMe()
  const go = useGo()
  const queries = useQueryClient()
  const signOut = async (): Promise<void> => {
    if (hasEndpoint('people', 'signOut')) await callByName('people', 'signOut', {})
    forgetDrafts()
    forgetScope()
    queries.clear()
    location.assign('/')
  }
  const items = [
    ...(pages.some((page) => page.path === accountPath) ? [{ key: 'account', label: text.account }] : []),
    { key: 'public', label: text.publicPages },
    { key: 'out', label: text.signOut },
  ]
  const act: Record<string, () => void> = { account: () => go(accountPath), public: () => location.assign('/'), out: () => void signOut() }
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => act[key]?.() }}>
      <Button type="text">{person.name} ▾</Button>
    </Dropdown>
  )
}

export function TitleBar() {
  const text = useWords(words)
  const [language, setLanguage] = useLanguage()
  const [size, setSize] = useTextSize()
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
        <Button type="text" aria-pressed={size === 'large'} onClick={() => setSize(size === 'large' ? 'normal' : 'large')}>
          {size === 'large' ? text.normalText : text.largeText}
        </Button>
        <Button type="text" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {text.otherLanguage}
        </Button>
        <Account />
      </div>
    </header>
  )
}
