import { html, nothing, type TemplateResult } from 'lit'
import type { AppointmentHandling, TimeOffReason } from '@visitkit/sdk'
import { problemView } from '../core/problem-view.ts'
import { affectedList } from './affected-list.ts'
import type { AwayFlow } from './away-flow.ts'
import { panelHead } from './panel-head.ts'
import type { ScheduleView } from './schedule-view.ts'

interface AwayOptions {
  /** Name of the practitioner, unless it is the person. */
  readonly name: string | undefined
  readonly preview: () => void
  readonly more: () => void
  readonly save: () => void
}

const reasons: readonly TimeOffReason[] = ['vacation', 'sick', 'meeting', 'training', 'other']
const handlings: readonly AppointmentHandling[] = ['flag', 'cancel']

/** "When are you away?", the visits that it affects, and what happens to them. */
export const awayPanel = (
  view: ScheduleView,
  flow: AwayFlow,
  { name, preview, more, save }: AwayOptions,
): TemplateResult => {
  const { host, t } = view
  const { affected, fields, saving } = flow
  const isSeen = affected.seen.value !== undefined
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      if (isSeen) save()
      else preview()
    }}
  >
    ${panelHead(view, name ? t('awayHeadingOf', { name }) : t('awayHeading'))}
    ${saving.problem ? problemView(host, saving.problem, { texts: t }) : nothing} ${rangeFields(view, flow)}
    <div class="field short">
      <label for="away-reason">${t('awayReason')}</label>
      <select
        id="away-reason"
        @change=${({ target }: Event) => flow.set({ reason: (target as HTMLSelectElement).value as TimeOffReason })}
      >
        ${reasons.map(
          (reason) =>
            html`<option value=${reason} .selected=${reason === fields.reason}>${t(`awayReason_${reason}`)}</option>`,
        )}
      </select>
    </div>
    ${affectedList(view, affected, { again: preview, more })}
    ${affected.count > 0 ? handlingChoice(view, flow, preview) : nothing}
    <div class="row wrap">
      <button
        class="btn ${isSeen && fields.handling === 'cancel' && affected.count > 0 ? 'danger' : 'primary'}"
        type="submit"
        aria-disabled=${saving.busy || affected.seen.busy ? 'true' : nothing}
      >
        ${submitText(view, flow)}
      </button>
    </div>
  </form>`
}

const submitText = ({ t }: ScheduleView, { affected, fields, saving }: AwayFlow): string => {
  const { count, seen } = affected
  if (saving.busy) return t('saving')
  if (seen.busy) return t('checking')
  if (!seen.value) return t('check')
  if (count === 0) return t('saveAway')
  return t(fields.handling === 'cancel' ? 'saveAwayCancel' : 'saveAwayFlag', { count })
}

const rangeFields = ({ t }: ScheduleView, flow: AwayFlow): TemplateResult => {
  const { fields, isRangeFaulty } = flow
  const input = (id: 'firstDay' | 'lastDay' | 'from' | 'to', type: 'date' | 'time', label: string): TemplateResult =>
    html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type=${type}
        step=${type === 'time' ? 300 : nothing}
        required
        aria-invalid=${isRangeFaulty ? 'true' : nothing}
        aria-describedby=${isRangeFaulty ? 'range-fault' : nothing}
        .value=${fields[id]}
        @change=${({ target }: Event) => flow.set({ [id]: (target as HTMLInputElement).value })}
      />
    </div>`
  return html`<div class="tight">
    <div class="row wrap range">
      ${
        fields.isPart
          ? html`${input('firstDay', 'date', t('day'))} ${input('from', 'time', t('from'))}
            ${input('to', 'time', t('to'))}`
          : html`${input('firstDay', 'date', t('firstDay'))} ${input('lastDay', 'date', t('lastDay'))}`
      }
    </div>
    ${isRangeFaulty ? html`<p class="error" id="range-fault" role="alert">${t('rangeFault')}</p>` : nothing}
    <label class="choice plain">
      <input
        type="checkbox"
        .checked=${fields.isPart}
        @change=${({ target }: Event) => flow.set({ isPart: (target as HTMLInputElement).checked })}
      />
      ${t('partOfDay')}
    </label>
  </div>`
}

const handlingChoice = ({ t }: ScheduleView, flow: AwayFlow, preview: () => void): TemplateResult =>
  html`<fieldset class="field">
    <legend class="label">${t('handling')}</legend>
    <div class="tight">
      ${handlings.map(
        (handling) =>
          html`<label class="choice">
            <input
              type="radio"
              name="handling"
              .checked=${flow.fields.handling === handling}
              @change=${() => {
                flow.choose(handling)
                preview()
              }}
            />
            ${t(`handling_${handling}`)}
          </label>`,
      )}
    </div>
  </fieldset>`
