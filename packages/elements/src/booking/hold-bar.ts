import { html, nothing, type TemplateResult } from 'lit'
import type { BookingView } from './booking-view.ts'

/** The strip at the bottom: the held slot, the remaining time, and the next step. */
export const holdBar = ({ flow, host, t }: BookingView): TemplateResult | typeof nothing => {
  const { hold, isActive, placing, secondsLeft } = flow.hold
  if (placing) {
    return html`<div class="bar" aria-busy="true"><p>${t('holding', { time: host.format.moment(placing) })}</p></div>`
  }
  if (!hold || !isActive) return nothing
  return html`<div class="bar" part="bar">
    <div class="row between wrap">
      <div class="tight">
        <b class="num">${host.format.moment(hold.start)}</b>
        ${countdown({ flow, host, t }, secondsLeft)}
      </div>
      <button class="btn primary" type="button" @click=${() => flow.proceed()}>${t('goOn')}</button>
    </div>
  </div>`
}

/** Seconds are shown visually. Screen readers are notified when a minute is left. */
export const countdown = ({ flow, host, t }: BookingView, secondsLeft: number): TemplateResult => {
  const time = host.format.countdown(secondsLeft)
  const short = secondsLeft <= 60 && (flow.hold.hold?.renewalsLeft ?? 0) > 0
  return html`<p class="small muted num" role="timer">
    ${t('held', { time })}
    ${
      short
        ? html`<button class="btn quiet small" type="button" @click=${() => void flow.hold.renew()}>
            ${t('keepLonger')}
          </button>`
        : nothing
    }
  </p>`
}
