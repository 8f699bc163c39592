import { html, nothing, type TemplateResult } from 'lit'
import { countdown } from './countdown.ts'
import type { TimeView } from './time-view.ts'

/** The strip at the bottom: the held slot, the remaining time, and the next step. */
export const holdBar = (view: TimeView, next: () => void): TemplateResult | typeof nothing => {
  const { choice, host, t } = view
  const { hold, isActive, placing } = choice.hold
  if (placing) {
    return html`<div class="bar" aria-busy="true"><p>${t('holding', { time: host.format.moment(placing) })}</p></div>`
  }
  if (!hold || !isActive) return nothing
  return html`<div class="bar" part="bar">
    <div class="row between wrap">
      <div class="tight">
        <b class="num">${host.format.soon(hold.start)}</b>
        ${countdown(view)}
      </div>
      <button class="btn primary" type="button" @click=${next}>${t('goOn')}</button>
    </div>
  </div>`
}
