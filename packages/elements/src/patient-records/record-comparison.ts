import { html, nothing, type TemplateResult } from 'lit'
import type { Patient } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import { wholeName } from '../core/whole-name.ts'
import type { patientRecordsEn } from './patient-records.en.ts'

export type PatientRecordsTranslate = Translate<typeof patientRecordsEn>

/** What identifies a person, in plain words. Null is not on record. */
const factsOf = (
  t: PatientRecordsTranslate,
  format: Formatter,
  { name, otherNames = [], birthDate, sex, phone, email, address, recordNumber }: Patient,
): readonly (readonly [string, string | null])[] => [
  [t('name'), wholeName(name)],
  [t('otherNames'), otherNames.length === 0 ? null : format.list(otherNames.map((one) => wholeName(one)))],
  [t('born'), format.at('UTC').date(birthDate)],
  [t('sex'), sex ? t(`sex_${sex}`) : null],
  [t('phone'), phone ?? null],
  [t('email'), email ?? null],
  [
    t('address'),
    address
      ? format.list(
          [address.line1, address.line2, address.city, address.state, address.postalCode].filter(
            (part) => part !== undefined && part !== '',
          ) as string[],
        )
      : null,
  ],
  [t('recordNumber'), recordNumber ?? null],
]

/** What is on record about one person. */
export const recordFacts = (t: PatientRecordsTranslate, format: Formatter, patient: Patient): TemplateResult =>
  html`<div class="tight">
    ${factsOf(t, format, patient).map(
      ([name, value]) =>
        html`<p class="small"><span class="muted">${name}:</span> <bdi>${value ?? t('missing')}</bdi></p>`,
    )}
  </div>`

/** Two records next to each other. What differs is said in words, not only in color. */
export const recordComparison = (
  t: PatientRecordsTranslate,
  format: Formatter,
  first: Patient,
  second: Patient,
): TemplateResult => {
  const others = factsOf(t, format, second)
  return html`<ul class="list" aria-label=${t('compare')}>
    ${factsOf(t, format, first).map(([name, value], index) => {
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
