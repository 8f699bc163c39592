import { html, nothing, type TemplateResult } from 'lit'
import type { DeviceCheck } from '@visitkit/sdk'
import { iconMicrophone, iconPhone, iconSpeaker, iconVideo } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { DeviceState } from '../media/local-preview.ts'
import type { VideoDevice } from '../video/driver.ts'
import type { deviceCheckEn } from './device-check.en.ts'

/** The findings, with more detail than the clinic receives: a busy device needs another remedy than a missing one. */
export interface Findings {
  readonly camera: DeviceState
  readonly microphone: DeviceState
  /** The microphone works, and nothing louder than a quiet room was measured. */
  readonly quiet: boolean
  readonly speaker: DeviceCheck['speaker']
  readonly connection: DeviceCheck['connection']
}

/** The actions of the person; left out when the check is over. */
export interface CheckActions {
  /** 0 to 1. */
  readonly level: number
  readonly devices: readonly VideoDevice[]
  readonly played: boolean
  readonly onPlay: () => void
  readonly onHeard: (heard: boolean) => void
  readonly onChoose: (kind: 'camera' | 'microphone', id: string) => void
}

type DeviceCheckTranslate = Translate<typeof deviceCheckEn>

/** Selects a device where there are several. */
const devicePicker = (
  t: DeviceCheckTranslate,
  kind: 'camera' | 'microphone',
  { devices, onChoose }: CheckActions,
): unknown => {
  const choices = devices.filter((device) => device.kind === kind)
  if (choices.length < 2) return nothing
  const change = (event: Event): void => onChoose(kind, (event.target as HTMLSelectElement).value)
  return html`<div class="field more">
    <label for=${kind}>${t(kind === 'camera' ? 'whichCamera' : 'whichMicrophone')}</label>
    <select id=${kind} @change=${change}>
      ${choices.map(
        ({ id, label, inUse }, index) =>
          html`<option value=${id} ?selected=${inUse}>${label || `${t(kind)} ${index + 1}`}</option>`,
      )}
    </select>
  </div>`
}

const soundButtons = (t: DeviceCheckTranslate, { played, onPlay, onHeard }: CheckActions): TemplateResult => {
  const button = (name: string, text: string, press: () => void): TemplateResult =>
    html`<button class="btn small ${name}" type="button" @click=${press}>${text}</button>`
  return html`<div class="more">${button('play', t('speaker_play'), onPlay)}</div>
    ${
      played
        ? html`<div class="row wrap more">
            ${button('heard', t('speaker_heard'), () => onHeard(true))}
            ${button('silent', t('speaker_notHeard'), () => onHeard(false))}
          </div>`
        : nothing
    }`
}

/** Each part, its state, and a remedy for each fault. */
export const checkResults = (
  t: DeviceCheckTranslate,
  found: Findings,
  actions: CheckActions | null,
): TemplateResult => {
  const line = (icon: unknown, name: string, text: string, bad: boolean, more: unknown = nothing): TemplateResult =>
    html`<li class="check ${bad ? 'bad' : ''}">
      ${icon}
      <div>
        <h3>${name}</h3>
        <p class="small muted">${text}</p>
        ${more}
      </div>
    </li>`
  const { camera, microphone, quiet, speaker, connection } = found
  return html`<ul class="stack">
    ${line(
      iconVideo,
      t('camera'),
      t(`camera_${camera}`),
      camera !== 'ok' && camera !== 'unknown',
      actions && camera !== 'blocked' ? devicePicker(t, 'camera', actions) : nothing,
    )}
    ${line(
      iconMicrophone,
      t('microphone'),
      quiet ? t(actions ? 'microphone_quiet' : 'microphone_unheard') : t(`microphone_${microphone}`),
      microphone !== 'ok' && microphone !== 'unknown',
      actions
        ? html`${
            microphone === 'ok'
              ? html`<meter class="more" aria-label=${t('level')} min="0" max="1" .value=${actions.level}></meter>`
              : nothing
          }${microphone === 'blocked' ? nothing : devicePicker(t, 'microphone', actions)}`
        : nothing,
    )}
    ${line(
      iconSpeaker,
      t('speaker'),
      t(actions || speaker !== 'skipped' ? `speaker_${speaker}` : 'speaker_unheard'),
      speaker === 'failed',
      actions ? soundButtons(t, actions) : nothing,
    )}
    ${line(iconPhone, t('connection'), t(`connection_${connection}`), connection === 'poor')}
  </ul>`
}
