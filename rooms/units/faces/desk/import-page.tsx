// Import of the official code list: what the list covers and from when, then the file with its trial run.

import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { download } from '#ground/ui/client.ts'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { UploadTable } from '#ground/ui/desk/upload-table.tsx'
import { useWords } from '#ground/ui/words.ts'
import { units } from './units.ts'
import { words } from './words.ts'

export default function ImportPage() {
  const text = useWords(words)
  const [effective, setEffective] = useState('')
  const [complete, setComplete] = useState('')
  const body = { ...(effective === '' ? {} : { effective }), ...(complete.trim() === '' ? {} : { complete: complete.trim() }) }
  return (
    <PageFrame
      title={text.importTitle}
      lead={text.importLead}
      unit={false}
      period={false}
      actions={
        <>
          <Button onClick={() => void download(units, 'template')}>{text.template}</Button>
          <PageLink to="/desk/units">{text.back}</PageLink>
        </>
      }
    >
      <section className="lx-form-body">
        <Field label={text.effective} hint={text.effectiveHint}>
          {(input) => <DayInput input={input} value={effective} onChange={setEffective} />}
        </Field>
        <Field label={text.complete} hint={text.completeHint}>
          {(input) => (
            <Input
              {...input}
              inputMode="numeric"
              maxLength={12}
              value={complete}
              onChange={(event) => setComplete(event.target.value)}
              style={{ maxWidth: '12rem' }}
            />
          )}
        </Field>
        {complete.trim() === '' ? null : <Alert type="warning" showIcon title={text.completeWarning} />}
        <div>
          <UploadTable
            label={text.import}
            title={text.importTitle}
            accept=".csv,.gz,.xlsx"
            counts={text.importCounts}
            run={(file, { dryRun, onProgress }) => units.import({ file, body: { ...body, dryRun }, onProgress })}
          />
        </div>
      </section>
    </PageFrame>
  )
}
