import { html, nothing, type TemplateResult } from 'lit'
import type { HeldPartnerMessageDetail, PartnerMessageResolution, PatientSummary } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { howToCall, type ReachTranslate } from '../core/how-to-reach.ts'
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
  readonly reach: ReachTranslate
  readonly format: Pick<Formatter, 'moment'>
  readonly message: HeldPartnerMessageDetail
  readonly patients: PatientSearch
  readonly choice: Choice
  readonly busy: boolean
  readonly problem: unknown
  readonly onChange: (change: Partial<Choice>) => void
  readonly onResolve: () => void
  readonly onOpen: (patientId: string) => void
}

/** Whether no one who may have written asked to be called at another number: then the number that wrote may be called. */
const mayCallBack = ({ patients }: Pick<HeldPartnerMessageDetail, 'patients'>): boolean =>
  patients.every(({ call: { rule } }) => rule === 'recorded')

/** What a person wrote. A number that the patient does not want called is not a link. */
const words = ({ t, message }: PartnerMessageView): TemplateResult => {
  const { kind, from, text, files } = message
  const isLink = kind === 'mail' || mayCallBack(message)
  const link = isLink
    ? html`<a href=${kind === 'mail' ? `mailto:${from}` : `tel:${from}`} dir="ltr" class="num">${from}</a>`
    : html`<bdi dir="ltr" class="num">${from}</bdi>`
  return html`${from ? html`<p class="small">${t.rich('from', { number: link })}</p>` : nothing}
    <p class="label">${t('wrote')}</p>
    ${text ? html`<blockquote dir="auto">${text}</blockquote>` : html`<p class="small muted">${t('noWords')}</p>`}
    ${
      files > 0
        ? html`<p class="small muted">${t(kind === 'mail' ? 'filesOfMail' : 'files', { count: files })}</p>`
        : nothing
    }`
}

/** The notice that a report is about. */
const noticeOf = ({ t, format, message }: PartnerMessageView): TemplateResult | typeof nothing => {
  const { notice, reason, to } = message
  if (!notice) return nothing
  const address = to ? t.rich('toNow', { address: html`<bdi dir="ltr">${to}</bdi>` }) : t('toNone')
  return html`<p class="small">
      ${t(`notice_${notice.audience}`, { date: format.moment(notice.createdAt) })}
      ${notice.partnerCode ? t.rich('code', { code: html`<code dir="ltr">${notice.partnerCode}</code>` }) : nothing}
    </p>
    ${reason === 'undelivered' && notice.audience === 'patient' ? html`<p class="small">${address}</p>` : nothing}`
}

const isWritten = ({ kind }: Pick<HeldPartnerMessageDetail, 'kind'>): boolean => kind === 'text' || kind === 'mail'

const says = (view: PartnerMessageView): TemplateResult | typeof nothing => {
  const { t, message, onOpen } = view
  const { patients, patientId, notice } = message
  const patient = patients.find(({ id }) => id === patientId)
  if (!isWritten(message) && !patient && !notice) return nothing
  return html`<div class="tight">
    ${
      patient
        ? html`<p class="small">
              ${t.rich('patient', { name: html`<b dir="auto">${patient.displayName}</b>`, count: patient.age })}
            </p>
            <p class="small">${howToCall(view.reach, patient.call)}</p>`
        : nothing
    }
    ${isWritten(message) ? words(view) : noticeOf(view)}
    ${
      patient
        ? html`<div>
            <button class="btn small" type="button" @click=${() => onOpen(patient.id)}>${t('openPatient')}</button>
          </div>`
        : nothing
    }
  </div>`
}

/** For words of which no one patient is known. */
const who = ({
  t,
  reach,
  message,
  patients: search,
  choice,
  onChange,
}: PartnerMessageView): TemplateResult | typeof nothing => {
  const { reason, patientId, patients } = message
  if (!isWritten(message) || patientId !== undefined) return nothing
  const found = choice.patient && !patients.some(({ id }) => id === choice.patient?.id) ? [choice.patient] : []
  const callOf = (id: string | undefined): TemplateResult | typeof nothing => {
    const known = patients.find((patient) => patient.id === id)
    return known ? html` <span class="small">${howToCall(reach, known.call)}</span>` : nothing
  }
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
        }${callOf(patient?.id)}</span
      ></label
    >`
  return html`<fieldset class="field">
      <legend>${t('who')}</legend>
      <p class="hint">${t(reason === 'unknown-number' && patients.length > 0 ? 'whoOfRecord' : 'whoHint')}</p>
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
const ofNotices = ['address-corrected', 'telephoned', 'no-answer-needed', 'checked-at-vendor'] as const
type Offered = (typeof ofTexts)[number] | (typeof ofReports)[number] | (typeof ofNotices)[number]
const resolutionsOf = (message: HeldPartnerMessageDetail): readonly Offered[] => {
  if (isWritten(message)) return [...ofTexts, ...(message.reason === 'written' ? [] : (['checked-at-vendor'] as const))]
  return message.reason === 'undelivered' || message.reason === 'complaint' ? ofNotices : ofReports
}

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
