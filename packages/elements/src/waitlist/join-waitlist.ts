import { html, nothing, type TemplateResult } from 'lit'
import type { DayPart } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { iconCheck } from '../core/icons.ts'
import { problemView } from '../core/problem-view.ts'
import type { JoinFlow, WaitFor } from './join-flow.ts'
import type { WaitlistView } from './waitlist-view.ts'

const parts: readonly DayPart[] = ['morning', 'afternoon', 'evening']

/**
 * "A time is free": a button, then the days and the parts of the day, then that the patient waits. Needs `bannerStyles`,
 * `buttonStyles`, `cardStyles` and `fieldStyles`.
 */
export const joinWaitlist = (view: WaitlistView, flow: JoinFlow, wanted: WaitFor): TemplateResult => {
  flow.follow(wanted)
  if (flow.joining.now.state === 'ready') return joined(view)
  return flow.isOpen ? form(view, flow, wanted) : openButton(view, flow, wanted)
}

const openButton = ({ host, t }: WaitlistView, flow: JoinFlow, wanted: WaitFor): TemplateResult =>
  html`<div>
    <button
      class="btn"
      type="button"
      @click=${() => {
        flow.open(wanted)
        void moveFocus(host, '#wait')
      }}
    >
      ${t(wanted.moved ? 'tellMeEarlier' : 'tellMe')}
    </button>
  </div>`

const joined = ({ host, t }: WaitlistView): TemplateResult =>
  html`<div class="banner" role="status">
    ${iconCheck}
    <div class="tight">
      <h3 id="wait" tabindex="-1" aria-level=${host.headingLevel + 1}>${t('joinedHeading')}</h3>
      <p>${t('joinedText')}</p>
    </div>
  </div>`

const form = (view: WaitlistView, flow: JoinFlow, wanted: WaitFor): TemplateResult => {
  const { host, t } = view
  const { problem, busy } = flow.joining
  return html`<form class="card pad stack" novalidate @submit=${(event: Event) => submit(view, flow, wanted, event)}>
    <div class="tight">
      <h3 id="wait" tabindex="-1" aria-level=${host.headingLevel + 1}>${t('joinHeading')}</h3>
      <p class="muted">${t('joinHint')}</p>
    </div>
    ${problem ? problemView(host, problem, { texts: t }) : nothing}
    ${flow.areDaysMissing ? html`<p class="error" id="wait-days" role="alert">${t('datesMissing')}</p>` : nothing}
    ${day(view, flow, 'from', flow.firstDay, flow.lastDay(wanted))}
    ${day(view, flow, 'to', flow.from || flow.firstDay, flow.lastDay(wanted))}
    <fieldset class="field" aria-describedby="wait-parts">
      <legend class="label">${t('parts')}</legend>
      <p class="hint" id="wait-parts">${t('partsHint')}</p>
      ${parts.map((part) => partChoice(view, flow, part))}
    </fieldset>
    <div class="row wrap">
      <button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
        ${t(busy ? 'joining' : 'join')}
      </button>
      <button class="btn" type="button" @click=${() => flow.close()}>${t('notNow')}</button>
    </div>
  </form>`
}

const day = (
  { host, t }: WaitlistView,
  flow: JoinFlow,
  which: 'from' | 'to',
  min: string,
  max: string,
): TemplateResult =>
  html`<div class="field">
    <label for="wait-${which}">${t(which)}</label>
    <input
      id="wait-${which}"
      type="date"
      required
      min=${min}
      max=${max}
      aria-invalid=${flow.areDaysMissing ? 'true' : nothing}
      aria-describedby=${flow.areDaysMissing ? 'wait-days' : nothing}
      .value=${flow[which]}
      @change=${({ target }: Event) => {
        flow[which] = (target as HTMLInputElement).value
        host.requestUpdate()
      }}
    />
  </div>`

const partChoice = ({ host, t }: WaitlistView, { dayParts }: JoinFlow, part: DayPart): TemplateResult =>
  html`<label class="choice">
    <input
      type="checkbox"
      name="part"
      .checked=${dayParts.has(part)}
      @change=${({ target }: Event) => {
        if ((target as HTMLInputElement).checked) dayParts.add(part)
        else dayParts.delete(part)
        host.requestUpdate()
      }}
    />
    ${t(`part_${part}`)}
  </label>`

const submit = async ({ host, client }: WaitlistView, flow: JoinFlow, wanted: WaitFor, event: Event): Promise<void> => {
  event.preventDefault()
  const entry = await flow.join(client, wanted)
  host.requestUpdate()
  if (flow.areDaysMissing) return moveFocus(host, '#wait-from')
  if (entry || flow.joining.problem) await moveFocus(host, '#wait')
}
