import { html, nothing, type TemplateResult } from 'lit'
import type { HeldPharmacyMessageDetail, Patient, PharmacyMessageResolution, Prescription } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { PatientSearch } from '../core/patient-search.ts'
import { wholeName } from '../core/whole-name.ts'
import { resolveForm } from '../inbox/resolve-form.ts'
import type { pharmacyMessagesEn } from './pharmacy-messages.en.ts'

export type PharmacyMessagesTranslate = Translate<typeof pharmacyMessagesEn>

/** A patient whose prescription a message may be about. */
export interface Candidate {
  readonly patient: Patient
  readonly prescriptions: readonly Prescription[]
}

/** What the person has chosen so far, and what is missing after they tried. */
export interface Choice {
  readonly prescriptionId: string | null
  readonly isConfirmed: boolean
  readonly reason: PharmacyMessageResolution | null
  readonly fault: 'chooseFirst' | 'confirmFirst' | 'asideChoose' | null
}

export interface HeldMessageView {
  readonly t: PharmacyMessagesTranslate
  readonly format: Formatter
  readonly message: HeldPharmacyMessageDetail
  readonly candidate: Candidate | undefined
  readonly patients: PatientSearch
  readonly choice: Choice
  /** Whether the person has to say that they compared patient, pharmacy and medicine. */
  readonly asksToConfirm: boolean
  readonly busy: boolean
  readonly problem: unknown
  readonly onChange: (change: Partial<Choice>) => void
  readonly onApply: () => void
  readonly onResolve: () => void
}

const says = ({ t, format, message }: HeldMessageView): TemplateResult | typeof nothing => {
  const { patient, medication, pharmacyName, fill, cancellation } = message
  const outcome = fill ? t(`fill_${fill}`) : cancellation ? t(`cancellation_${cancellation}`) : null
  if (!patient && !outcome) return nothing
  return html`<div class="tight">
    <p class="label">${t('says')}</p>
    ${
      patient
        ? html`<p class="small">
            ${t.rich('patient', {
              name: html`<b dir="auto">${patient.name}</b>`,
              date: format.at('UTC').date(patient.birthDate),
            })}
          </p>`
        : nothing
    }
    ${medication ? html`<p class="small">${t.rich('medication', { name: html`<b lang="en" dir="ltr">${medication}</b>` })}</p>` : nothing}
    ${pharmacyName ? html`<p class="small">${t.rich('pharmacy', { name: html`<bdi>${pharmacyName}</bdi>` })}</p>` : nothing}
    ${outcome ? html`<p class="small">${t('outcome', { outcome })}</p>` : nothing}
  </div>`
}

const prescriptions = (view: HeldMessageView): unknown => {
  const { t, format, candidate, choice, onChange } = view
  if (!candidate) return nothing
  const signed = candidate.prescriptions.filter(({ status }) => status !== 'draft')
  return html`<p class="small">
      ${t.rich('ours', {
        name: html`<b dir="auto">${wholeName(candidate.patient.name)}</b>`,
        date: format.at('UTC').date(candidate.patient.birthDate),
      })}
    </p>
    ${
      signed.length === 0
        ? html`<p class="small muted" role="status">${t('noPrescriptions')}</p>`
        : html`<fieldset class="field">
            <legend>${t('belongs')}</legend>
            ${choice.fault === 'chooseFirst' ? html`<p class="error" role="alert">${t('chooseFirst')}</p>` : nothing}
            ${signed.map(
              ({ id, medication, status, pharmacy }) =>
                html`<label class="choice"
                  ><input
                    type="radio"
                    name="prescription"
                    .checked=${id === choice.prescriptionId}
                    @change=${() => onChange({ prescriptionId: id, fault: null })}
                  /><span
                    >${t.rich('prescription', {
                      name: html`<bdi lang="en">${medication.name}</bdi>`,
                      status: t(`status_${status}`),
                      pharmacy: html`<bdi>${pharmacy?.name ?? t('noPharmacy')}</bdi>`,
                    })}</span
                  ></label
                >`,
            )}
          </fieldset>`
    }`
}

const applyForm = (view: HeldMessageView): TemplateResult => {
  const { t, patients, choice, asksToConfirm, busy, onChange, onApply } = view
  return html`<div class="stack">
    ${patients.render({
      id: 'find-message-patient',
      label: t('find'),
      option: ({ displayName, age }) =>
        html`<b dir="auto">${displayName}</b><span class="small muted">${t('patientAge', { count: age })}</span>`,
    })}
    ${prescriptions(view)}
    ${
      asksToConfirm
        ? html`<div class="field">
            ${choice.fault === 'confirmFirst' ? html`<p class="error" role="alert">${t('confirmFirst')}</p>` : nothing}
            <label class="choice"
              ><input
                type="checkbox"
                id="message-confirm"
                .checked=${choice.isConfirmed}
                @change=${(event: Event) =>
                  onChange({ isConfirmed: (event.target as HTMLInputElement).checked, fault: null })}
              />${t('confirm')}</label
            >
          </div>`
        : nothing
    }
    <div>
      <button class="btn primary small" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onApply}>
        ${t(busy ? 'applying' : 'apply')}
      </button>
    </div>
  </div>`
}

const resolutions = [
  'telephoned',
  'sent-again',
  'repeated',
  'not-ours',
] as const satisfies readonly PharmacyMessageResolution[]

const closing = ({ t, choice, busy, onChange, onResolve }: HeldMessageView): TemplateResult =>
  resolveForm({
    name: 'pharmacy-message',
    heading: t('aside'),
    label: t('asideReason'),
    hint: t('asideHint'),
    fault: choice.fault === 'asideChoose' ? t('asideChoose') : null,
    none: t('asideNone'),
    reasons: resolutions,
    words: (reason) => t(`done_${reason}`),
    chosen: choice.reason,
    button: html`<button class="btn small" aria-disabled=${busy ? 'true' : nothing}>${t('asideYes')}</button>`,
    onChoose: (reason) => onChange({ reason, fault: null }),
    onResolve,
  })

/** One message that waits: why, what it says, and what can be done. */
export const heldMessageView = (view: HeldMessageView): TemplateResult => {
  const { t, message, problem } = view
  return html`<div class="stack">
    <div class="banner warn">
      <p><b>${t(`reason_${message.reason}`)}</b><br />${t(`why_${message.reason}`)}</p>
    </div>
    ${says(view)}
    <details class="small">
      <summary>${t('text')}</summary>
      <pre tabindex="0" dir="ltr" translate="no">${message.text}</pre>
    </details>
    ${problem || nothing} ${message.applicable ? applyForm(view) : html`<p class="small">${t('never')}</p>`}
    ${closing(view)}
  </div>`
}
