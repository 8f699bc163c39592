import { html, nothing, type TemplateResult } from 'lit'
import type { HeldPartnerMessageDetail, PartnerMessageResolution, PatientSummary } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { PatientSearch } from '../core/patient-search.ts'
import { resolveForm } from '../inbox/resolve-form.ts'
import type { partnerMessagesEn } from './partner-messages.en.ts'

export type PartnerMessagesTranslate = Translate<typeof partnerMessagesEn>

/** What the person has chosen so far. */
export interface Choice {
  readonly patient: PatientSummary | null
  readonly reason: PartnerMessageResolution | null
  readonly isMissing: boolean
}

export interface PartnerMessageView {
  readonly t: PartnerMessagesTranslate
  readonly message: HeldPartnerMessageDetail
  readonly patients: PatientSearch
  readonly choice: Choice
  readonly busy: boolean
  readonly problem: unknown
  readonly onChange: (change: Partial<Choice>) => void
  readonly onResolve: () => void
  readonly onOpen: (patientId: string) => void
}

const says = ({ t, message, onOpen }: PartnerMessageView): TemplateResult | typeof nothing => {
  const { kind, from, text, files, patients, patientId } = message
  if (kind !== 'text') return nothing
  const patient = patients.find(({ id }) => id === patientId)
  return html`<div class="tight">
    ${
      patient
        ? html`<p class="small">
            ${t.rich('patient', { name: html`<b dir="auto">${patient.displayName}</b>`, count: patient.age })}
          </p>`
        : nothing
    }
    ${
      from
        ? html`<p class="small">
            ${t.rich('from', { number: html`<a href="tel:${from}" dir="ltr" class="num">${from}</a>` })}
          </p>`
        : nothing
    }
    <p class="label">${t('wrote')}</p>
    ${text ? html`<blockquote dir="auto">${text}</blockquote>` : html`<p class="small muted">${t('noWords')}</p>`}
    ${files > 0 ? html`<p class="small muted">${t('files', { count: files })}</p>` : nothing}
    ${
      patient
        ? html`<div>
            <button class="btn small" type="button" @click=${() => onOpen(patient.id)}>${t('openPatient')}</button>
          </div>`
        : nothing
    }
  </div>`
}

/** For a text of which no one patient is known. */
const who = ({
  t,
  message,
  patients: search,
  choice,
  onChange,
}: PartnerMessageView): TemplateResult | typeof nothing => {
  const { kind, patientId, patients } = message
  if (kind !== 'text' || patientId !== undefined) return nothing
  const found = choice.patient && !patients.some(({ id }) => id === choice.patient?.id) ? [choice.patient] : []
  const option = (patient: PatientSummary | null): TemplateResult =>
    html`<label class="choice"
      ><input
        type="radio"
        name="who-wrote"
        .checked=${(choice.patient?.id ?? null) === (patient?.id ?? null)}
        @change=${() => onChange({ patient })}
      /><span
        >${
          patient
            ? t.rich('whoOption', { name: html`<b dir="auto">${patient.displayName}</b>`, count: patient.age })
            : t('whoNone')
        }</span
      ></label
    >`
  return html`<fieldset class="field">
      <legend>${t('who')}</legend>
      <p class="hint">${t('whoHint')}</p>
      ${[...patients, ...found, null].map(option)}
    </fieldset>
    ${search.render({
      id: 'find-who-wrote',
      label: t('find'),
      option: ({ displayName, age }) =>
        html`<b dir="auto">${displayName}</b><span class="small muted">${t('patientAge', { count: age })}</span>`,
    })}`
}

const ofTexts = ['telephoned', 'answered-in-thread', 'no-answer-needed', 'not-ours'] as const
const ofReports = ['checked-at-vendor', 'not-ours'] as const
type Offered = (typeof ofTexts)[number] | (typeof ofReports)[number]
const resolutionsOf = ({ kind, reason }: HeldPartnerMessageDetail): readonly Offered[] =>
  kind === 'text' ? [...ofTexts, ...(reason === 'written' ? [] : (['checked-at-vendor'] as const))] : ofReports

const closing = (view: PartnerMessageView): TemplateResult => {
  const { t, message, choice, busy, onChange, onResolve } = view
  return resolveForm<Offered>({
    name: 'partner-message',
    heading: t('aside'),
    label: t('asideReason'),
    fault: choice.isMissing ? t('asideChoose') : null,
    none: t('asideNone'),
    reasons: resolutionsOf(message),
    words: (reason) => t(`done_${reason}`),
    chosen: choice.reason,
    button: html`<button class="btn primary small" aria-disabled=${busy ? 'true' : nothing}>
      ${t(busy ? 'asideBusy' : 'asideYes')}
    </button>`,
    onChoose: (reason) => onChange({ reason, isMissing: false }),
    onResolve,
  })
}

/** One text or report that waits: why, what it says, and what can be done. */
export const partnerMessageView = (view: PartnerMessageView): TemplateResult => {
  const { t, message, problem } = view
  return html`<div class="stack">
    ${
      message.urgent
        ? html`<div class="banner bad">
            <p><b>${t('urgentText')}</b></p>
          </div>`
        : nothing
    }
    <div class="banner warn">
      <p><b>${t(`reason_${message.reason}`)}</b><br />${t(`why_${message.reason}`)}</p>
    </div>
    ${says(view)}
    <details class="small">
      <summary>${t('text')}</summary>
      <pre tabindex="0" dir="ltr" translate="no">${message.original}</pre>
    </details>
    ${problem || nothing} ${who(view)} ${closing(view)}
  </div>`
}
