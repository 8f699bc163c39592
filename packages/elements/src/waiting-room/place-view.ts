import { html, type TemplateResult } from 'lit'
import type { QueuePlace } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { waitingRoomEn } from './waiting-room.messages.ts'

type T = Translate<typeof waitingRoomEn>

const heading = (t: T, place: number): string => {
  if (place <= 1) return t('next')
  return place === 2 ? t('nextButOne') : t('numbered', { place })
}

const wait = (t: T, estimate: NonNullable<QueuePlace['estimate']>): string => {
  const { fromMinutes, toMinutes } = estimate
  if (toMinutes <= 2) return t('soon')
  return fromMinutes === toMinutes ? t('about', { count: toMinutes }) : t('range', { from: fromMinutes, to: toMinutes })
}

const practitionerNow: Readonly<Record<QueuePlace['practitioner'], 'with_another' | 'paused' | 'notHere' | null>> = {
  ready: null,
  'with-another-patient': 'with_another',
  paused: 'paused',
  'not-here-yet': 'notHere',
}

/** Where the patient stands in line and how long it usually takes, in two sentences. */
export const placeView = (t: T, place: QueuePlace, name: string): TemplateResult => {
  const now = practitionerNow[place.practitioner]
  return html`<div class="tight">
    <h2 tabindex="-1" part="heading">${heading(t, place.place)}</h2>
    <p class="muted">
      ${now ? t(now, { name }) : ''}
      ${
        place.estimate
          ? t.rich('usually', { name, time: html`<b class="num">${wait(t, place.estimate)}</b>` })
          : t('unknownWait')
      }
      ${t('leaveOpen')}
    </p>
  </div>`
}
