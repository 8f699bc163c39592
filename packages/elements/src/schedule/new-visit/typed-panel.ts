import { html, nothing, type TemplateResult } from 'lit'
import { problemView } from '../../core/problem-view.ts'
import type { Problem } from '../../core/problem.ts'
import { zoneNote } from '../../time-choice/zone-note.ts'
import type { LiftableRule } from './lifted-rule.ts'
import type { NewVisitView } from './new-visit-view.ts'
import { stepHead } from './step-head.ts'

interface TypedOptions {
  readonly hold: () => void
  readonly holdAnyway: () => void
  readonly holdAt: (start: string) => void
}

/** "Another time": typed, refused in words, and booked outside the rules by who may. */
export const typedPanel = (view: NewVisitView, options: TypedOptions): TemplateResult => {
  const { host, t, time, flow } = view
  const { typed } = flow
  const { refusal } = typed
  const isMissing = typed.missing === 'time'
  const field = (id: 'day' | 'clock', type: 'date' | 'time', label: string): TemplateResult =>
    html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type=${type}
        step=${type === 'time' ? 300 : nothing}
        required
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? 'typed-fault' : nothing}
        .value=${typed[id]}
        @change=${({ target }: Event) => typed.set({ [id]: (target as HTMLInputElement).value })}
      />
    </div>`
  return html`<div class="stack">
    <form
      class="stack"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        options.hold()
      }}
    >
      ${stepHead(view, t('typedHeading'), 'time')} ${zoneNote(time)}
      <div class="tight">
        <div class="row wrap range">${field('day', 'date', t('day'))} ${field('clock', 'time', t('clock'))}</div>
        ${isMissing ? html`<p class="error" id="typed-fault" role="alert">${t('timeMissing')}</p>` : nothing}
      </div>
      <div class="row wrap">
        <button class="btn ${refusal ? '' : 'primary'}" type="submit" aria-disabled=${typed.isBusy ? 'true' : nothing}>
          ${t(typed.isBusy ? 'tryingTime' : 'tryTime')}
        </button>
      </div>
    </form>
    ${
      refusal
        ? html`${problemView(host, refusal, { texts: t, actions: nearestStarts(view, refusal, options.holdAt) })}
          ${typed.rule ? overrideForm(view, typed.rule, options) : nothing}`
        : nothing
    }
  </div>`
}

const nearestStarts = (
  { host, t }: NewVisitView,
  { nearest = [] }: Problem,
  holdAt: (start: string) => void,
): TemplateResult | typeof nothing =>
  nearest.length === 0
    ? nothing
    : html`<div class="tight">
        <p class="small">${t('nearest')}</p>
        <div class="row wrap">
          ${nearest.map(
            (start) =>
              html`<button class="btn num" type="button" @click=${() => holdAt(start)}>
                ${host.format.soon(start)}
              </button>`,
          )}
        </div>
      </div>`

/** Which rule is lifted, for whom, and why. */
const overrideForm = (view: NewVisitView, rule: LiftableRule, { holdAnyway }: TypedOptions): TemplateResult => {
  const { t, flow, schedule } = view
  const { typed } = flow
  if (!schedule.may('appointment:override')) return html`<p>${t('mayNotOverride')}</p>`
  const isMissing = typed.missing === 'reason'
  return html`<form
    class="card pad stack"
    part="override"
    aria-labelledby="override"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      holdAnyway()
    }}
  >
    <div class="tight">
      <h3 id="override">${t('overrideHeading')}</h3>
      <p>
        ${t(`lifts_${rule}`)}
        ${flow.patients.length > 1 ? t('overrideSeveral', { count: flow.patients.length }) : nothing}
      </p>
    </div>
    ${forWhom(view)}
    <div class="field">
      <label for="override-reason">${t('overrideReason')}</label>
      <textarea
        id="override-reason"
        ${flow.kept.overrideReason()}
        dir="auto"
        required
        minlength="3"
        maxlength="500"
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? 'override-fault' : 'override-hint'}
        .value=${typed.reason}
        @input=${({ target }: Event) => (typed.reason = (target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="hint" id="override-hint">${t('overrideHint')}</p>
      ${isMissing ? html`<p class="error" id="override-fault" role="alert">${t('reasonMissing')}</p>` : nothing}
    </div>
    <div>
      <button class="btn primary" type="submit" aria-disabled=${typed.isBusy ? 'true' : nothing}>
        ${t(typed.isBusy ? 'tryingTime' : 'bookAnyway')}
      </button>
    </div>
  </form>`
}

/** Rules are lifted for someone. */
const forWhom = ({ t, time, flow }: NewVisitView): TemplateResult | typeof nothing => {
  const { practitionerId } = time.choice
  const isMissing = flow.typed.missing === 'practitioner'
  if (practitionerId && !flow.typed.namesPractitioner) return nothing
  const choose = ({ target }: Event): void => {
    time.choice.practitionerId = (target as HTMLSelectElement).value || null
    flow.typed.missing = null
    flow.typed.namesPractitioner = true
    time.host.requestUpdate()
  }
  return html`<div class="field short">
    <label for="override-practitioner">${t('with')}</label>
    <select
      id="override-practitioner"
      aria-invalid=${isMissing ? 'true' : nothing}
      aria-describedby=${isMissing ? 'override-whom' : nothing}
      @change=${choose}
    >
      ${practitionerId ? nothing : html`<option value="" selected>${t('choosePractitioner')}</option>`}
      ${flow.practitioners.map(
        ({ id, displayName }) => html`<option value=${id} .selected=${id === practitionerId}>${displayName}</option>`,
      )}
    </select>
    ${isMissing ? html`<p class="error" id="override-whom" role="alert">${t('fault_practitioner')}</p>` : nothing}
  </div>`
}
