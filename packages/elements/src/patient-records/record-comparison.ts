import { html, nothing, type TemplateResult } from 'lit'
import type { Patient } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { callText, letterText, type ReachTranslate } from '../core/how-to-reach.ts'
import type { Translate } from '../core/localize.ts'
import { wholeName } from '../core/whole-name.ts'
import type { patientRecordsEn } from './patient-records.en.ts'

export type PatientRecordsTranslate = Translate<typeof patientRecordsEn>

/** The texts of this part, and of numbers and addresses. */
export interface RecordWords {
  readonly t: PatientRecordsTranslate
  readonly reach: ReachTranslate
}

/** What identifies a person, in plain words. Null is not on record. */
const factsOf = (
  { t, reach }: RecordWords,
  format: Formatter,
  { name, otherNames = [], birthDate, sex, call, email, letters, recordNumber }: Patient,
): readonly (readonly [string, string | null])[] => [
  [t('name'), wholeName(name)],
  [t('otherNames'), otherNames.length === 0 ? null : format.list(otherNames.map((one) => wholeName(one)))],
  [t('born'), format.at('UTC').date(birthDate)],
  [t('sex'), sex ? t(`sex_${sex}`) : null],
  [t('phone'), call.phone === undefined && call.rule === 'recorded' ? null : callText(reach, call)],
  [t('email'), email ?? null],
  [t('address'), letters.address === undefined && letters.rule === 'recorded' ? null : letterText(reach, letters)],
  [t('recordNumber'), recordNumber ?? null],
]

/** What is on record about one person. */
export const recordFacts = (words: RecordWords, format: Formatter, patient: Patient): TemplateResult =>
  html`<div class="tight">
    ${factsOf(words, format, patient).map(
      ([name, value]) =>
        html`<p class="small"><span class="muted">${name}:</span> <bdi>${value ?? words.t('missing')}</bdi></p>`,
    )}
  </div>`

/** Two records next to each other. What differs is said in words, not only in color. */
export const recordComparison = (
  words: RecordWords,
  format: Formatter,
  first: Patient,
  second: Patient,
): TemplateResult => {
  const { t } = words
  const others = factsOf(words, format, second)
  return html`<ul class="list" aria-label=${t('compare')}>
    ${factsOf(words, format, first).map(([name, value], index) => {
      const other = others[index]?.[1] ?? null
      const isSame = value === other
      if (value === null && other === null) return nothing
      return html`<li class="tight">
        <span class="row wrap"
          ><b>${name}</b> <span class="chip ${isSame ? 'ok' : 'warn'}">${t(isSame ? 'same' : 'differs')}</span></span
        >
        <span class="small"><span class="muted">${t('first')}:</span> <bdi>${value ?? t('missing')}</bdi></span>
        <span class="small"><span class="muted">${t('second')}:</span> <bdi>${other ?? t('missing')}</bdi></span>
      </li>`
    })}
  </ul>`
}
