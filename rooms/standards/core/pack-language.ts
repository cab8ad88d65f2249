// An edition in the reader's language: names and texts in English where the edition has them, as they are written elsewhere.
// Only for showing: what is compared, checked and evaluated is the edition itself.

import type { Language } from '#ground/kernel/problem.ts'
import type { BottomLine, Criterion, FlowStep, LadderCondition, Pack, Stage, Star, Task } from './pack-shapes.ts'

/** How things with a name are called by a reader of the language; a name that is not listed stands as it is. */
export function calledIn(
  list: readonly { readonly name: string; readonly nameEn?: string | undefined }[],
  language: Language,
): (name: string) => string {
  const english = new Map(language === 'zh' ? [] : list.map(({ name, nameEn }) => [name, nameEn ?? name]))
  return (name) => english.get(name) ?? name
}

const lineIn = (line: BottomLine): BottomLine => ({ ...line, text: line.textEn ?? line.text })

/** One criterion as a reader of the language sees it, as far as it has that language. */
export const criterionIn = (one: Criterion, language: Language): Criterion =>
  language === 'zh'
    ? one
    : {
        ...one,
        text: one.textEn ?? one.text,
        standard: one.standardEn ?? one.standard,
        requirement: one.requirementEn ?? one.requirement,
        evidence: one.evidenceEn ?? one.evidence,
        role: one.roleEn ?? one.role,
      }

const taskIn = (task: Task): Task => ({
  ...task,
  name: task.nameEn ?? task.name,
  criteria: task.criteria.map((one) => criterionIn(one, 'en')),
})

const stepIn = (step: FlowStep): FlowStep => ({ ...step, name: step.nameEn ?? step.name, by: step.byEn ?? step.by })

const stageIn = (stage: Stage): Stage => ({ ...stage, name: stage.nameEn ?? stage.name, work: stage.workEn ?? stage.work })

/** One star as a reader of the language sees it; its lead is named by the edition's offices. */
export const starIn = (star: Star, language: Language): Star =>
  language === 'zh'
    ? star
    : {
        ...star,
        name: star.nameEn,
        taskForce: star.taskForceEn ?? star.taskForce,
        bottomLines: star.bottomLines.map(lineIn),
        tasks: star.tasks.map(taskIn),
        flow: star.flow.map(stepIn),
      }

const ladderIn = (one: LadderCondition): LadderCondition => ({ ...one, name: one.nameEn })

/** The edition as a reader of the language sees it. */
export function packIn<P extends Pick<Pack, 'title' | 'titleEn' | 'notice' | 'noticeEn' | 'offices' | 'stars' | 'stages' | 'ladders'>>(
  pack: P,
  language: Language,
): P {
  if (language === 'zh') return pack
  const office = calledIn(pack.offices, language)
  return {
    ...pack,
    title: pack.titleEn,
    notice: pack.noticeEn,
    stars: pack.stars.map((star) => ({ ...starIn(star, language), lead: office(star.lead) })),
    stages: pack.stages.map(stageIn),
    ladders: pack.ladders.map(ladderIn),
  }
}
