// One bottom line or criterion: what it asks in plain words first, then how the rule is written.

import { Facts } from '#ground/ui/desk/facts.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useWords } from '#ground/ui/words.ts'
import { type Line, written } from './standards.ts'
import { words } from './words.ts'

export function LinePanel({ line, onClose }: { readonly line: Line; readonly onClose: () => void }) {
  const text = useWords(words)
  const { criterion, rule } = line
  const shown = (value: string): string => (value === '' ? text.none : value)
  return (
    <SidePanel title={`${line.id} ${line.text}`} onClose={onClose}>
      <p className="standards-meaning">
        <strong>{text.meaning}</strong>
        <br />
        {line.meaning}
      </p>
      <Facts
        items={[
          { label: text.kind, value: text.kinds[line.kind] },
          ...(criterion === null
            ? []
            : [
                { label: text.task, value: line.task },
                { label: text.standard, value: shown(criterion.standard) },
                { label: text.requirement, value: shown(criterion.requirement) },
                { label: text.evidence, value: shown(criterion.evidence.join(text.comma)) },
                { label: text.role, value: shown(criterion.role) },
                { label: text.deadline, value: criterion.deadline === null ? text.none : text.byDeadline(criterion.deadline) },
                { label: text.required, value: criterion.required ? text.yes : text.notRequired },
              ]),
          ...(rule === null
            ? [{ label: text.rule, value: text.noRule }]
            : [
                { label: text.ruleZh, value: <code>{written(rule, 'zh')}</code> },
                { label: text.ruleEn, value: <code>{written(rule, 'en')}</code> },
              ]),
        ]}
      />
    </SidePanel>
  )
}
