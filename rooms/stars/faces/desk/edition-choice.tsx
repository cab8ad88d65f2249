// Chooses the edition a cycle is held by. Editions belong to the standards room and are asked of it by name.

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { callByName } from '#ground/ui/client.ts'
import type { FieldInput } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useLanguage } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { words } from './words.ts'

interface Edition {
  readonly id: string
  readonly title: string
  readonly titleEn: string
  readonly state: string
}

async function issuedEditions(): Promise<readonly Edition[]> {
  const answer = (await callByName('standards', 'list', {})) as { readonly rows?: readonly Edition[] }
  return (answer.rows ?? []).filter((edition) => edition.state === 'issued')
}

interface EditionChoiceProps {
  readonly input: FieldInput
  readonly value: string
  readonly onChange: (id: string) => void
}

export function EditionChoice({ input, value, onChange }: EditionChoiceProps) {
  const text = useWords(words)
  const [language] = useLanguage()
  const issued = useQuery({ queryKey: ['standards', 'issued'], queryFn: issuedEditions })
  return (
    <>
      <Select
        {...input}
        value={value === '' ? null : value}
        placeholder={text.chooseEdition}
        loading={issued.isPending}
        notFoundContent={issued.isPending ? null : text.noEdition}
        options={(issued.data ?? []).map((edition) => ({ value: edition.id, label: language === 'zh' ? edition.title : edition.titleEn }))}
        onChange={onChange}
      />
      <ProblemNotice problem={issued.error} retry={() => void issued.refetch()} />
    </>
  )
}
