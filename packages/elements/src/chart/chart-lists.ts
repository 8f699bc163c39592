import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Allergy, ChartCondition, LabResult, NoteSummary, Patient, Prescription } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { isCriticalFlag, isAbnormalFlag, labMark } from '../core/lab-flags.ts'
import { rangeChips } from '../core/range-chips.ts'
import { wholeName } from '../core/whole-name.ts'
import type { ChartTranslate } from './chart-translate.ts'
import type { LoadedPages } from './reload-pages.ts'

/** Whole years from a birth date to a day, both `2026-11-25`. */
export const ageOn = (birthDate: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0)

/** The patient in two lines. `today` is a calendar day. */
export const patientHeader = (
  t: ChartTranslate,
  format: Formatter,
  patient: Patient,
  today: string,
): TemplateResult => {
  const { name, otherNames = [], birthDate, sex, state, language, interpreterLanguage, phone, recordNumber } = patient
  const about = [
    t('age', { count: ageOn(birthDate, today) }),
    t('born', { date: format.at('UTC').date(birthDate) }),
    ...(sex && sex !== 'unknown' ? [t(`sex_${sex}`)] : []),
    state,
    t('speaks', { language: format.languageName(language) }),
    ...(recordNumber ? [t('record', { number: recordNumber })] : []),
    ...(phone ? [`\u2068${phone}\u2069`] : []),
  ]
  return html`<div class="row wrap">
      <b dir="auto">${wholeName(name)}</b>
      ${patient.replacedBy === undefined ? nothing : html`<span class="chip bad">${t('replaced')}</span>`}
      ${
        interpreterLanguage
          ? html`<span class="chip warn"
              >${t('interpreter', { language: format.languageName(interpreterLanguage) })}</span
            >`
          : nothing
      }
    </div>
    <p class="small muted num">${format.list(about)}</p>
    ${otherNames.length > 0 ? html`<p class="small muted">${alsoKnownAs(t, format, otherNames)}</p>` : nothing}`
}

/** Names under which other systems, and the patient, may know this person. */
const alsoKnownAs = (t: ChartTranslate, format: Formatter, names: NonNullable<Patient['otherNames']>): string =>
  t('alsoKnownAs', {
    names: format.and(names.map((each) => t(`name_${each.use}`, { name: `\u2068${wholeName(each)}\u2069` }))),
  })

interface AllergyListView {
  readonly t: ChartTranslate
  readonly format: Formatter
  readonly items: readonly Allergy[]
  readonly asked: boolean
  readonly onChange: (allergy: Allergy, status: 'resolved' | 'entered-in-error') => void
}

/** Active allergies. For an empty list a text says whether the patient was asked. */
export const allergyList = ({ t, format, items, asked, onChange }: AllergyListView): TemplateResult => {
  const active = items.filter(({ status }) => status === 'active')
  if (active.length === 0)
    return asked
      ? html`<p>${t('noneKnown')}</p>`
      : html`<p><b>${t('notAsked')}</b><br /><span class="small muted">${t('notAskedText')}</span></p>`
  return html`<ul class="rows">
    ${repeat(
      active,
      ({ id }) => id,
      (allergy) => {
        const { substance, reaction, severity } = allergy
        return html`<li class="tight">
          <div class="row between wrap">
            <span
              ><b dir="auto">${substance.name}</b
              >${reaction ? html`${format.comma}<span dir="auto">${reaction}</span>` : nothing}</span
            >
            <span class="chip ${severity === 'severe' ? 'bad' : severity === 'moderate' ? 'warn' : 'none'}"
              >${t(`severity_${severity}`)}</span
            >
          </div>
          <details class="small">
            <summary aria-label=${t('changeName', { name: substance.name })}>${t('change')}</summary>
            <div class="row wrap">
              <button class="btn small" type="button" @click=${() => onChange(allergy, 'resolved')}>
                ${t('resolve')}
              </button>
              <button class="btn small" type="button" @click=${() => onChange(allergy, 'entered-in-error')}>
                ${t('inError')}
              </button>
            </div>
          </details>
        </li>`
      },
    )}
  </ul>`
}

export interface Problems {
  readonly active: LoadedPages<ChartCondition>
  /** Resolved, or entered in error. */
  readonly ended: LoadedPages<ChartCondition>
  readonly mayChange: boolean
}

/** Active diagnoses from signed notes, with the date of each and the actions `below` it. */
export const problemList = (
  t: ChartTranslate,
  format: Formatter,
  items: readonly ChartCondition[],
  below: (condition: ChartCondition) => unknown = () => nothing,
): TemplateResult =>
  items.length === 0
    ? html`<p class="small muted">${t('noProblems')}</p>`
    : html`<ul class="rows">
        ${repeat(
          items,
          ({ id }) => id,
          (condition) => {
            const { code, display, firstNotedAt, lastNotedAt } = condition
            return html`<li class="tight">
              <span><b class="num">${code}</b> <span lang="en" dir="ltr">${display}</span></span>
              <span class="small muted"
                >${format.list([
                  t('since', { date: format.date(firstNotedAt) }),
                  t('last', { date: format.date(lastNotedAt) }),
                ])}</span
              >
              ${below(condition)}
            </li>`
          },
        )}
      </ul>`

/** The patient's current medications. */
export const medicationList = (t: ChartTranslate, format: Formatter, items: readonly Prescription[]): TemplateResult =>
  items.length === 0
    ? html`<p class="small muted">${t('noMedicines')}</p>`
    : html`<ul class="rows">
        ${items.map(
          ({ medication, directionsText, signedAt }) =>
            html`<li class="tight">
              <b lang="en" dir="ltr">${medication.name}</b>
              <span class="small" dir="auto">${localized(directionsText, format.tag)}</span>
              ${signedAt ? html`<span class="small muted">${t('since', { date: format.date(signedAt) })}</span>` : nothing}
            </li>`,
        )}
      </ul>`

/** The latest results. An abnormal value is shown with its flag in words. */
export const resultList = (t: ChartTranslate, format: Formatter, items: readonly LabResult[]): TemplateResult =>
  items.length === 0
    ? html`<p class="small muted">${t('noResults')}</p>`
    : html`<ul class="rows">
        ${items.map(({ test, receivedAt, observations, note }) => {
          const abnormal = observations.filter(isAbnormalFlag)
          return html`<li class="tight">
            <div class="row between wrap">
              <span
                ><b dir="auto">${localized(test.name, format.tag)}</b>
                <span class="small muted">${format.date(receivedAt)}</span></span
              >
              ${rangeChips(t, observations, abnormal.some(isCriticalFlag) ? 'bad' : 'warn')}
            </div>
            ${note ? html`<span class="small" dir="auto">${note}</span>` : nothing}
            ${abnormal.map((observation) => {
              const { name, value, unit } = observation
              const word = t(`flag_${labMark(observation) ?? 'A'}`)
              return html`<span class="small"
                ><span dir="auto">${name}</span> <b class="num" dir="ltr">${value ?? ''} ${unit ?? ''}</b> ${
                  isCriticalFlag(observation) ? html`<b>${word}</b>` : word
                }</span
              >`
            })}
          </li>`
        })}
      </ul>`

interface NoteListView {
  readonly t: ChartTranslate
  readonly format: Formatter
  readonly items: readonly NoteSummary[]
  /** The note that is open. */
  readonly openNoteId: string | null
  /** The note's content, a loading text or a problem. */
  readonly noteView: unknown
  readonly onRead: (note: NoteSummary) => void
}

/** Notes, newest first. An open note is shown inline. */
export const noteList = ({ t, format, items, openNoteId, noteView, onRead }: NoteListView): TemplateResult =>
  items.length === 0
    ? html`<p class="small muted">${t('noNotes')}</p>`
    : html`<ul class="rows">
        ${repeat(
          items,
          ({ id }) => id,
          (note) => {
            const date = format.date(note.visitAt)
            const isOpen = openNoteId === note.id
            return html`<li class="stack">
              <div class="row between">
                <span class="tight"
                  ><b>${date}</b
                  ><span class="small muted"
                    >${format.list([...(note.templateName ? [localized(note.templateName, format.tag)] : []), t(`note_${note.status}`)])}</span
                  ></span
                >
                <button
                  class="btn small"
                  type="button"
                  aria-expanded=${isOpen ? 'true' : 'false'}
                  aria-label=${t(isOpen ? 'closeNoteName' : 'readName', { date })}
                  @click=${() => onRead(note)}
                >
                  ${t(isOpen ? 'closeNote' : 'read')}
                </button>
              </div>
              ${isOpen ? noteView : nothing}
            </li>`
          },
        )}
      </ul>`
