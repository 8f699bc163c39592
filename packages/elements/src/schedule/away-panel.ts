import { html, nothing, type TemplateResult } from 'lit'
import type { AppointmentHandling, TimeOffReason } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { problemView } from '../core/problem-view.ts'
import { affectedList } from './affected-list.ts'
import { AwayFlow } from './away-flow.ts'
import { panelHead } from './panel-head.ts'
import { panelView, type PanelView } from './panel-view.ts'
import { rangeFields } from './range-fields.ts'
import type { Panel, ScheduleView } from './schedule-view.ts'

interface AwayOptions {
  /** Name of the practitioner, unless it is the person. */
  readonly name: string | undefined
  readonly preview: () => void
  readonly more: () => void
  readonly save: () => void
}

const reasons: readonly TimeOffReason[] = ['vacation', 'sick', 'meeting', 'training', 'other']
const handlings: readonly AppointmentHandling[] = ['flag', 'cancel']

/** When, the visits that it affects, and what happens to them. */
const awayForm = (view: PanelView, flow: AwayFlow, { name, preview, more, save }: AwayOptions): TemplateResult => {
  const { host, words } = view
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
    ${panelHead(view, name ? words('awayHeadingOf', { name }) : words('awayHeading'))}
    ${saving.problem ? problemView(host, saving.problem, { texts: words }) : nothing}
    ${rangeFields(view, fields, { isFaulty: flow.isRangeFaulty, set: (changed) => flow.set(changed) })}
    <div class="field short">
      <label for="away-reason">${words('awayReason')}</label>
      <select
        id="away-reason"
        @change=${({ target }: Event) => flow.set({ reason: (target as HTMLSelectElement).value as TimeOffReason })}
      >
        ${reasons.map(
          (reason) =>
            html`<option value=${reason} .selected=${reason === fields.reason}>
              ${words(`awayReason_${reason}`)}
            </option>`,
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

const submitText = ({ words }: PanelView, { affected, fields, saving }: AwayFlow): string => {
  const { count, seen } = affected
  if (saving.busy) return words('saving')
  if (seen.busy) return words('checking')
  if (!seen.value) return words('check')
  if (count === 0) return words('saveAway')
  return words(fields.handling === 'cancel' ? 'saveAwayCancel' : 'saveAwayFlag', { count })
}

const handlingChoice = ({ words }: PanelView, flow: AwayFlow, preview: () => void): TemplateResult =>
  html`<fieldset class="field">
    <legend class="label">${words('handling')}</legend>
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
            ${words(`handling_${handling}`)}
          </label>`,
      )}
    </div>
  </fieldset>`

/** "When are you away?" */
export class AwayPanel implements Panel {
  readonly #view: PanelView
  readonly #flow: AwayFlow

  constructor(view: ScheduleView) {
    this.#view = panelView(view)
    this.#flow = new AwayFlow(view.host)
  }

  /** Suggests a day that is shown. */
  open(): void {
    const { days = [], today = '' } = this.#view.schedule() ?? {}
    this.#flow.begin(days.includes(today) ? today : (days[0] ?? ''))
  }

  close(): void {
    this.#flow.begin('')
  }

  #preview(): void {
    const { client, practitionerId } = this.#view
    const [now, id] = [client(), practitionerId()]
    if (now && id) void this.#flow.preview(now, id)
  }

  #more(): void {
    const now = this.#view.client()
    if (now) void this.#flow.affected.more(now)
  }

  async #save(): Promise<void> {
    const { host, words, client, practitionerId: of, finish } = this.#view
    const [now, practitionerId] = [client(), of()]
    if (!now || !practitionerId) return
    const added = await this.#flow.save(now, practitionerId)
    if (!added) return
    const { affected: count, cancelled } = added
    const outcome = cancelled.length > 0 ? 'savedAwayCancel' : 'savedAwayFlag'
    finish(count > 0 ? words(outcome, { count }) : words('savedAway'))
    emit(host, 'visit-time-off-added', { practitionerId, affected: count })
  }

  render(): TemplateResult {
    return awayForm(this.#view, this.#flow, {
      name: this.#view.name(),
      preview: () => this.#preview(),
      more: () => this.#more(),
      save: () => void this.#save(),
    })
  }
}
