// An edition in the reader's language: names and texts in English where the edition has them, as they are written elsewhere.
// Only for showing: what is compared, checked and evaluated is the edition itself.

import type { Language } from '#ground/kernel/problem.ts'
import type { BottomLine, Criterion, LadderCondition, Pack, Star, Task } from './pack-shapes.ts'

const lineIn = (line: BottomLine): BottomLine => ({ ...line, text: line.textEn ?? line.text })

/** One criterion as a reader of the language sees it, as far as it has that language. */
export const criterionIn = (one: Criterion, language: Language): Criterion =>
  language === 'zh'
    ? one
    : { ...one, text: one.textEn ?? one.text, standard: one.standardEn ?? one.standard, requirement: one.requirementEn ?? one.requirement }

const taskIn = (task: Task): Task => ({
  ...task,
  name: task.nameEn ?? task.name,
  criteria: task.criteria.map((one) => criterionIn(one, 'en')),
})

/** One star as a reader of the language sees it. */
export const starIn = (star: Star, language: Language): Star =>
  language === 'zh' ? star : { ...star, name: star.nameEn, bottomLines: star.bottomLines.map(lineIn), tasks: star.tasks.map(taskIn) }

const ladderIn = (one: LadderCondition): LadderCondition => ({ ...one, name: one.nameEn })

/** The edition as a reader of the language sees it. */
export function packIn<P extends Pick<Pack, 'title' | 'titleEn' | 'notice' | 'noticeEn' | 'stars' | 'ladders'>>(
  pack: P,
  language: Language,
): P {
  if (language === 'zh') return pack
  return {
    ...pack,
    title: pack.titleEn,
    notice: pack.noticeEn,
    stars: pack.stars.map((star) => starIn(star, language)),
    ladders: pack.ladders.map(ladderIn),
  }
}
