import { html, nothing, type TemplateResult } from 'lit'
import type { QueuePosition } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { waitingRoomEn } from './waiting-room.en.ts'
import type { WhileWaiting } from './while-waiting.ts'

type WaitingRoomTranslate = Translate<typeof waitingRoomEn>

/** `You are next`, shown and, when it changes, announced. */
export const positionHeading = (t: WaitingRoomTranslate, position: number): string => {
  if (position <= 1) return t('next')
  return position === 2 ? t('nextButOne') : t('numbered', { position })
}

const waitText = (
  t: WaitingRoomTranslate,
  { fromMinutes, toMinutes }: NonNullable<QueuePosition['estimate']>,
): string => {
  if (toMinutes <= 2) return t('soon')
  return fromMinutes === toMinutes ? t('about', { count: toMinutes }) : t('range', { from: fromMinutes, to: toMinutes })
}

const practitionerStatusKeys: Readonly<
  Record<QueuePosition['practitioner'], 'with_another' | 'paused' | 'notHere' | null>
> = {
  ready: null,
  'with-another-patient': 'with_another',
  paused: 'paused',
  'not-present': 'notHere',
}

/** The patient's position in the queue and the usual wait. There is no estimate while the clinician is away. */
export const positionView = (
  t: WaitingRoomTranslate,
  { position, estimate, practitioner }: QueuePosition,
  name: string,
  whileWaiting: WhileWaiting | undefined,
): TemplateResult => {
  const now = practitionerStatusKeys[practitioner]
  const away = practitioner === 'paused' || practitioner === 'not-present'
  return html`<div class="tight">
    <h2 tabindex="-1" part="heading">${positionHeading(t, position)}</h2>
    <p class="muted">
      ${now ? t(now, { name }) : nothing}
      ${
        away
          ? nothing
          : estimate
            ? t.rich('usually', { name, time: html`<b class="num">${waitText(t, estimate)}</b>` })
            : t('unknownWait')
      }
    </p>
    <p class="muted">
      ${t('keepOpen')} ${whileWaiting?.isAwake ? t('staysOn') : nothing}
      ${whileWaiting?.hasSound ? t('willSound') : nothing} ${t('willMessage')}
    </p>
    ${whileWaiting && !whileWaiting.hasSound ? soundView(t, whileWaiting) : nothing}
  </div>`
}

/** The browser asks for a press, as after a reload. */
const soundView = (t: WaitingRoomTranslate, whileWaiting: WhileWaiting): TemplateResult =>
  html`<div class="row wrap">
    <p class="muted">${t('soundOff')}</p>
    <button class="btn" type="button" @click=${() => whileWaiting.turnSoundOn()}>${t('soundOn')}</button>
  </div>`
