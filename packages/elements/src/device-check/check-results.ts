import { html, nothing, type TemplateResult } from 'lit'
import { iconMicrophone, iconPhone, iconSpeaker, iconVideo } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { DeviceKind, VideoDevice } from '../video/driver.ts'
import type { deviceCheckEn } from './device-check.en.ts'
import type { Findings, FoundDevice } from './findings.ts'

/** The actions of the person; left out when the check is over. */
export interface CheckActions {
  /** 0 to 1. */
  readonly level: number
  /** With the speakers only where one can be chosen. */
  readonly devices: readonly VideoDevice[]
  readonly played: boolean
  readonly onPlay: () => void
  readonly onHeard: (heard: boolean) => void
  readonly onChoose: (kind: DeviceKind, id: string) => void
}

type DeviceCheckTranslate = Translate<typeof deviceCheckEn>

const pickerLabels = { camera: 'whichCamera', microphone: 'whichMicrophone', speaker: 'whichSpeaker' } as const

/** Selects a device where there are several. */
const devicePicker = (t: DeviceCheckTranslate, kind: DeviceKind, { devices, onChoose }: CheckActions): unknown => {
  const choices = devices.filter((device) => device.kind === kind)
  if (choices.length < 2) return nothing
  const change = (event: Event): void => onChoose(kind, (event.target as HTMLSelectElement).value)
  return html`<div class="field more">
    <label for=${kind}>${t(pickerLabels[kind])}</label>
    <select id=${kind} @change=${change}>
      ${choices.map(
        ({ id, label, inUse }, index) =>
          html`<option value=${id} .selected=${inUse}>${label || `${t(kind)} ${index + 1}`}</option>`,
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

const wellDevices: ReadonlySet<FoundDevice> = new Set(['ok', 'unknown', 'replaced'])

/** Of the camera or the microphone, in words. */
export const deviceText = (
  t: DeviceCheckTranslate,
  kind: 'camera' | 'microphone',
  { camera, microphone, quiet }: Findings,
  running: boolean,
): string => {
  if (kind === 'camera') return t(`camera_${camera}`)
  return quiet && microphone === 'ok'
    ? t(running ? 'microphone_quiet' : 'microphone_unheard')
    : t(`microphone_${microphone}`)
}

/**
 * Each part, its state, and a remedy for each fault.
 * @param connection - What is known of the network, in words.
 */
export const checkResults = (
  t: DeviceCheckTranslate,
  found: Findings,
  connection: unknown,
  actions: CheckActions | null,
): TemplateResult => {
  const line = (icon: unknown, name: string, text: unknown, bad: boolean, more: unknown = nothing): TemplateResult =>
    html`<li class="check ${bad ? 'bad' : ''}">
      ${icon}
      <div>
        <h3>${name}</h3>
        <p class="small muted">${text}</p>
        ${more}
      </div>
    </li>`
  const { camera, microphone, speaker } = found
  const isHeard = microphone === 'ok' || microphone === 'replaced'
  return html`<ul class="stack">
    ${line(
      iconVideo,
      t('camera'),
      deviceText(t, 'camera', found, actions !== null),
      !wellDevices.has(camera),
      actions && camera !== 'blocked' ? devicePicker(t, 'camera', actions) : nothing,
    )}
    ${line(
      iconMicrophone,
      t('microphone'),
      deviceText(t, 'microphone', found, actions !== null),
      !wellDevices.has(microphone),
      actions
        ? html`${
            isHeard
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
      actions ? html`${devicePicker(t, 'speaker', actions)}${soundButtons(t, actions)}` : nothing,
    )}
    ${line(iconPhone, t('connection'), connection, found.connection === 'poor')}
  </ul>`
}
