import { html } from 'lit'
import type { ChartCondition } from '@visitkit/sdk'
import type { ChartPart } from '../chart/chart-part.ts'
import type { LoadedPages } from '../chart/reload-pages.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { problemList } from './health-lists.ts'
import { moreTexts } from './more-texts.ts'
import type { RecordTranslate } from './result-words.ts'

export interface Problems {
  readonly active: LoadedPages<ChartCondition>
  readonly ended: LoadedPages<ChartCondition>
}

/** Health problems: those that last, and those that ended behind a summary. */
export const problemsView = (
  { format }: VisitElement,
  t: RecordTranslate,
  part: ChartPart<Problems>,
  { active, ended }: Problems,
): unknown => [
  problemList(t, format, active.items),
  part.below(moreTexts(t), active, 'problems', t('problems')),
  ended.items.length === 0
    ? ''
    : html`<details>
        <summary>${t('pastProblems')}</summary>
        ${problemList(t, format, ended.items)}
        ${part.below(moreTexts(t), ended, 'ended', t('pastProblems'), 'problems')}
      </details>`,
]
