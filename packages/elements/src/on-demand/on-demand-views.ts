import { html, nothing, type TemplateResult } from 'lit'
import type { BookingView } from '../booking/booking-view.ts'
import { localized } from '../core/format.ts'
import { iconBack, iconNext } from '../core/icons.ts'
import { phoneLink } from '../core/phone-link.ts'
import { problemView } from '../core/problem-view.ts'
import { stateField } from '../core/state-field.ts'
import { onDemandTypes, type OnDemandForm } from './on-demand-form.ts'
import type { OnDemandView } from './on-demand-view.ts'

/** Maximum length of the reason in the contract. */
const REASON_LENGTH = 2000

export const entryView = (part: OnDemandView): TemplateResult =>
  html`<ul class="card picks">
    <li>
      <button class="pick" type="button" @click=${() => part.open()}>
        <span class="grow tight">
          <b>${part.t('heading')}</b>
          <span class="small muted">${part.t('entryText')}</span>
        </span>
        ${iconNext}
      </button>
    </li>
  </ul>`

/** Who, what and where, before the person waits. */
export const askView = (view: BookingView, part: OnDemandView): TemplateResult => {
  const { host, t, asking } = part
  const form = part.prepare(view)
  const { problem, busy } = asking
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      void part.ask()
    }}
  >
    <div class="tight">
      <div>
        <button class="btn quiet small start" type="button" @click=${() => part.close()}>
          ${iconBack} ${t('back')}
        </button>
      </div>
      <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${t('heading')}</h2>
      <p>${t('entryText')}</p>
      ${emergency(part)}
    </div>
    ${problem ? problemView(host, problem, { texts: t }) : nothing} ${who(view, part, form)} ${what(view, part)}
    ${where(view, part, form)} ${why(part, form)}
    <div>
      <button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
        ${t(busy ? 'asking' : 'ask')}
      </button>
    </div>
  </form>`
}

const emergency = ({ t, emergencyNumber: number }: OnDemandView): unknown =>
  number ? html`<p class="small">${t.rich('emergency', { number: phoneLink(number) })}</p>` : nothing

interface Choice {
  readonly field: 'patientId' | 'visitTypeId'
  readonly label: string
  readonly options: readonly (readonly [value: string, text: string])[]
  /** The first entry while nothing is chosen. */
  readonly empty?: string
  readonly error?: string | undefined
}

const fill = (part: OnDemandView, field: Choice['field'] | 'state', value: string): void => {
  const missing = new Set([...part.form.missing].filter((one) => one !== field))
  part.change({ [field]: value, missing })
}

const select = (part: OnDemandView, { field, label, options, empty, error }: Choice): TemplateResult => {
  const id = `now-${field}`
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
    <select
      id=${id}
      aria-describedby=${error ? `${id}-error` : nothing}
      aria-invalid=${error ? 'true' : nothing}
      @change=${({ target }: Event) => fill(part, field, (target as HTMLSelectElement).value)}
    >
      ${empty ? html`<option value="" .selected=${part.form[field] === ''}>${empty}</option>` : nothing}
      ${options.map(
        ([value, text]) => html`<option value=${value} .selected=${part.form[field] === value}>${text}</option>`,
      )}
    </select>
  </div>`
}

const who = ({ flow }: BookingView, part: OnDemandView, { missing }: OnDemandForm): unknown => {
  const { patient, patients = [] } = flow.catalog.value ?? {}
  if (!patient?.choose) return nothing
  return select(part, {
    field: 'patientId',
    label: part.t('who'),
    options: patients.filter(({ id }) => !part.waits(id)).map(({ id, displayName }) => [id, displayName]),
    empty: part.t('choosePatient'),
    error: missing.has('patientId') ? part.t('whoMissing') : undefined,
  })
}

const what = ({ flow, host }: BookingView, part: OnDemandView): unknown => {
  const types = onDemandTypes(flow.catalog.value?.visitTypes ?? [])
  return select(part, {
    field: 'visitTypeId',
    label: part.t('visit'),
    options: types.map(({ id, name }) => [id, localized(name, host.language.tag)]),
  })
}

/** Where the patient is decides who may treat them; the state where they live is suggested. */
const where = ({ flow }: BookingView, part: OnDemandView, { patientId, missing }: OnDemandForm): unknown => {
  const { isForOthers, patients = [] } = flow.catalog.value ?? {}
  const name = isForOthers ? patients.find(({ id }) => id === patientId)?.displayName : undefined
  return stateField({
    id: 'now-state',
    label: name === undefined ? part.t('state') : part.t('stateForOther', { name }),
    chosen: part.form.state,
    empty: part.t('chooseState'),
    hint: part.t('stateHint'),
    error: missing.has('state') ? part.t('stateMissing') : undefined,
    choose: (state) => fill(part, 'state', state),
  })
}

const why = (part: OnDemandView, { reason }: OnDemandForm): TemplateResult =>
  html`<div class="field">
    <label for="now-reason">${part.t('reason')}</label>
    <p class="hint" id="now-reason-hint">${part.t('reasonHint')}</p>
    <textarea
      id="now-reason"
      ${part.keepReason()}
      rows="3"
      maxlength=${REASON_LENGTH}
      aria-describedby="now-reason-hint"
      autocomplete="off"
      dir="auto"
      .value=${reason}
      @input=${({ target }: Event) => part.change({ reason: (target as HTMLTextAreaElement).value })}
    ></textarea>
  </div>`
