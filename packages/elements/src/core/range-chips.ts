import { html, nothing, type TemplateResult } from 'lit'
import type { LabObservation } from '@visitkit/sdk'
import { isAbnormalFlag } from './lab-flags.ts'
import type { rangeWordsEn } from './range-words.en.ts'

type RangeTranslate = ((key: 'outOfRange' | keyof typeof rangeWordsEn, values: { readonly count: number }) => string) &
  ((key: 'allInRange') => string)

/** Of a listed result: how many values are abnormal, how many could not be compared, or that all are in their range. */
export const rangeChips = (
  t: RangeTranslate,
  observations: readonly LabObservation[],
  tone: 'warn' | 'bad' = 'warn',
): TemplateResult => {
  const outside = observations.filter(isAbnormalFlag).length
  const notCompared = observations.filter(({ rangeNotCompared }) => rangeNotCompared).length
  const isUsual = outside === 0 && notCompared === 0 && observations.length > 0
  return html`${
    outside > 0 ? html`<span class="chip ${tone}">${t('outOfRange', { count: outside })}</span>` : nothing
  }${
    notCompared > 0 ? html`<span class="chip none">${t('someNotCompared', { count: notCompared })}</span>` : nothing
  }${isUsual ? html`<span class="chip ok">${t('allInRange')}</span>` : nothing}`
}
