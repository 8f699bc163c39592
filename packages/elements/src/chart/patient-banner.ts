import { html, nothing, type TemplateResult } from 'lit'
import type { Allergy, Patient } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { wholeName } from '../core/whole-name.ts'
import { ageOn } from './chart-lists.ts'
import type { ChartTranslate } from './chart-translate.ts'
import type { AboutVisit } from './visit-reason.ts'
import { isNamed, type Outcome } from './read-outcomes.ts'

/** What is critical about a patient. Undefined is not loaded yet. */
export interface PatientFacts {
  readonly patient: Patient | undefined
  readonly allergies: { readonly asked: boolean; readonly items: readonly Allergy[] } | undefined
  readonly outcomes: readonly Outcome[]
  /** Of the visit: alerts of the intake, as chips. */
  readonly safety: unknown
  /** Empty until it is loaded, and without a visit. */
  readonly visit: AboutVisit
}

/** Withheld from others for every patient. Null: only if a minor consented alone. */
const sensitive = {
  'substance-use': 'sensitive_substance-use',
  'reproductive-health': 'sensitive_reproductive-health',
  'mental-health': null,
} as const satisfies Record<NonNullable<AboutVisit['sensitivity']>, string | null>

/** Who may not learn of the visit. */
const sensitivityChips = (t: ChartTranslate, { sensitivity, consentedByMinor }: AboutVisit): unknown => {
  const text = sensitivity === undefined ? null : sensitive[sensitivity]
  return html`${text === null ? nothing : html`<span class="chip warn">${t(text)}</span>`}
  ${consentedByMinor === true ? html`<span class="chip warn">${t('consentedByMinor')}</span>` : nothing}`
}

/** The name that the patient uses, if it is not the official one. */
const calledBy = (t: ChartTranslate, { otherNames = [] }: Patient): readonly string[] => {
  const name = otherNames.find(({ use }) => use === 'usual') ?? otherNames.find(({ use }) => use === 'nickname')
  return name ? [t('goesBy', { name: `\u2068${wholeName(name)}\u2069` })] : []
}

/** The patient and critical data, in one line. `today` is a calendar day. */
export const patientBanner = (
  t: ChartTranslate,
  format: Formatter,
  today: string,
  { patient, allergies, outcomes, safety, visit }: PatientFacts,
): TemplateResult => {
  const active = allergies?.items.filter(({ status }) => status === 'active') ?? []
  return html`<div
    class="card row wrap brief"
    role="group"
    aria-label=${t('heading')}
    aria-busy=${patient ? 'false' : 'true'}
  >
    ${
      patient
        ? html`<b dir="auto">${wholeName(patient.name)}</b>
            <span class="small muted num"
              >${format.list([
                ...calledBy(t, patient),
                t('age', { count: ageOn(patient.birthDate, today) }),
                patient.state,
              ])}</span
            >`
        : html`<span class="visually-hidden">${t('loading')}</span><span class="skeleton half"></span>`
    }
    ${patient?.replacedBy === undefined ? nothing : html`<span class="chip bad">${t('replaced')}</span>`} ${safety}
    ${sensitivityChips(t, visit)}
    ${
      patient?.interpreterLanguage
        ? html`<span class="chip warn"
            >${t('interpreter', { language: format.languageName(patient.interpreterLanguage) })}</span
          >`
        : nothing
    }
    ${active.map(({ substance }) => html`<span class="chip bad">${t('allergy', { name: substance.name })}</span>`)}
    ${
      allergies && active.length === 0
        ? html`<span class="chip ${allergies.asked ? 'none' : 'warn'}"
            >${t(allergies.asked ? 'noneKnown' : 'notAskedBrief')}</span
          >`
        : nothing
    }
    ${outcomes.map(({ code, title = [], scores }) => {
      const last = scores.at(-1)
      const name = isNamed(code) ? t(`short_${code}`) : localized(title, format.tag)
      return last ? html`<span class="chip none num">${name} ${format.number(last.score)}</span>` : nothing
    })}
    ${
      visit.reason === undefined
        ? nothing
        : html`<p class="reason small">
            <span class="muted">${t('reason')}</span> <span dir="auto">${visit.reason}</span>
          </p>`
    }
  </div>`
}
