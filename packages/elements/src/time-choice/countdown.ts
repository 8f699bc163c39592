import { html, nothing, type TemplateResult } from 'lit'
import type { TimeView } from './time-view.ts'

/** The remaining time of the hold. Seconds are shown visually. Screen readers are notified when a minute is left. */
export const countdown = ({ choice, host, t }: TimeView): TemplateResult => {
  const { hold, secondsLeft } = choice.hold
  const short = secondsLeft <= 60 && (hold?.renewalsLeft ?? 0) > 0
  return html`<p class="small muted num" role="timer">
    ${t('held', { time: host.format.countdown(secondsLeft) })}
    ${
      short
        ? html`<button class="btn quiet small" type="button" @click=${() => void choice.hold.renew()}>
            ${t('keepLonger')}
          </button>`
        : nothing
    }
  </p>`
}
