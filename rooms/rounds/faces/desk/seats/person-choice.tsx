// Chooses the account that will sit. Names belong to the people room and are asked of it by name.

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { callByName } from '#ground/ui/client.ts'
import type { FieldInput } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { words } from './words.ts'

interface Person {
  readonly id: string
  readonly name: string
  readonly posts: readonly { readonly roleTitle?: string; readonly unitName?: string }[]
}

export interface Sitter {
  readonly id: string
  readonly name: string
}

async function findPeople(q: string): Promise<readonly Person[]> {
  const answer = (await callByName('people', 'search', { query: { q } })) as { readonly people?: readonly Person[] }
  return answer.people ?? []
}

const labelOf = (person: Person): string =>
  [person.name, ...person.posts.slice(0, 1).map((post) => `${post.unitName ?? ''} ${post.roleTitle ?? ''}`)].join(' · ')

export function PersonChoice({ input, onChange }: { readonly input: FieldInput; readonly onChange: (sitter: Sitter) => void }) {
  const text = useWords(words)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['people', 'choice', q],
    queryFn: () => findPeople(q),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  return (
    <Select
      {...input}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={text.chooseAccount}
      notFoundContent={q === '' ? null : text.noAccount}
      options={(found.data ?? []).map((person) => ({ value: person.id, label: labelOf(person) }))}
      onChange={(id: string) => onChange({ id, name: found.data?.find((person) => person.id === id)?.name ?? '' })}
    />
  )
}
