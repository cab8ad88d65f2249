// Unit, role and dates of a post, for the forms that give one.

import { Input, Select } from 'antd'
import { levelOf } from '#ground/kernel/code.ts'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useText } from '#ground/ui/language.ts'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { rolesToGive } from '../../core/roles.ts'
import type { RoleId } from '../../core/roles.ts'
import { words } from './words.ts'

export interface PostDraft {
  readonly unit: string
  readonly role: RoleId | ''
  /** Of a star's task force: the code of its star. */
  readonly star: string
  readonly from: string
  readonly to: string
}

export const emptyPost = (unit: string): PostDraft => ({ unit, role: '', star: '', from: '', to: '' })

const starRole: RoleId = 'star-office'

/** The body of the endpoint; null while no role is chosen. */
export function postOf({
  unit,
  role,
  star,
  from,
  to,
}: PostDraft): { unit: string; role: RoleId; star?: string; from?: string; to?: string } | null {
  if (role === '') return null
  const ofStar = role === starRole && star.trim() !== '' ? { star: star.trim().toUpperCase() } : {}
  return { unit, role, ...ofStar, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }
}

interface PostFieldsProps {
  readonly draft: PostDraft
  readonly set: (changes: Partial<PostDraft>) => void
  /** The choice "no post yet" is offered. */
  readonly optional?: boolean
  readonly errorAt: (path: string) => string | undefined
}

export function PostFields({ draft, set, optional = false, errorAt }: PostFieldsProps) {
  const text = useWords(words)
  const say = useText()
  const { acting } = useMe()
  const choices = rolesToGive(acting?.role ?? null)
    .filter((role) => role.levels.includes(levelOf(draft.unit)))
    .map((role) => ({ value: role.id as RoleId | '', label: say(role.title) }))
  return (
    <>
      <Field label={text.unit} required error={errorAt('body.unit')}>
        {() => <UnitPicker value={draft.unit} onChange={(unit) => set({ unit, role: '' })} />}
      </Field>
      <Field label={text.role} required={!optional} error={errorAt('body.role')}>
        {(input) => (
          <Select
            {...input}
            value={draft.role}
            onChange={(role) => set({ role })}
            options={optional ? [{ value: '' as const, label: text.noRole }, ...choices] : choices}
          />
        )}
      </Field>
      {draft.role === starRole ? (
        <Field label={text.star} hint={text.starHint} error={errorAt('body.star')}>
          {(input) => <Input {...input} maxLength={20} value={draft.star} onChange={(event) => set({ star: event.target.value })} />}
        </Field>
      ) : null}
      <Field label={text.from} hint={text.optional} error={errorAt('body.from')}>
        {(input) => <DayInput input={input} value={draft.from} onChange={(from) => set({ from })} />}
      </Field>
      <Field label={text.until} hint={text.untilHint} error={errorAt('body.to')}>
        {(input) => <DayInput input={input} value={draft.to} onChange={(to) => set({ to })} />}
      </Field>
    </>
  )
}
