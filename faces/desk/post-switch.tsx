// Which post is acting: every right comes from it, so it stands in the title bar and is switched there.

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo } from '#ground/ui/address.ts'
import { callByName } from '#ground/ui/client.ts'
import { MenuButton } from '#ground/ui/desk/menu-button.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useMe } from '#ground/ui/me.ts'
import { forgetScope } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { words } from './words.ts'

export function PostSwitch() {
  const text = useWords(words)
  const me = useMe()
  const go = useGo()
  const queries = useQueryClient()
  const [problem, setProblem] = useState<unknown>(null)
  const title = me.acting === null ? text.noPost : text.post(me.acting.unitName, me.acting.roleTitle)

  const act = async (post: string): Promise<void> => {
    setProblem(null)
    try {
      await callByName('people', 'switchPost', { body: { post } })
      forgetScope()
      go('/desk?unit=&period=')
      await queries.resetQueries()
    } catch (error) {
      setProblem(error)
    }
  }

  if (me.posts.length < 2)
    return (
      <span className="lx-post" title={text.actingPost}>
        {title}
      </span>
    )
  const items = me.posts.map((post) => ({ key: post.id, label: text.post(post.unitName, post.roleTitle) }))
  return (
    <>
      <MenuButton items={items} chosen={me.acting?.id ?? null} label={`${text.switchPost}: ${title}`} onChoose={(key) => void act(key)}>
        {title}
      </MenuButton>
      <ProblemNotice problem={problem} />
    </>
  )
}
