import { html, nothing, type TemplateResult } from 'lit'
import type { Organization, Visit } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import { phoneLink } from '../core/phone-link.ts'
import type { DeviceKind, VideoDevice } from '../video/driver.ts'
import type { videoRoomEn } from './video-room.en.ts'

type VideoRoomTranslate = Translate<typeof videoRoomEn>

const outcomes = ['completed', 'patient-left', 'technical-failure', 'emergency'] as const
export type Outcome = (typeof outcomes)[number]

/** Asks how the visit went before it is ended for everyone. */
export const endDialog = (
  t: VideoRoomTranslate,
  onEnd: (outcome: Outcome) => void,
  onClose: () => void,
): TemplateResult => {
  const submit = (event: SubmitEvent): void => {
    const chosen = new FormData(event.target as HTMLFormElement).get('outcome')
    if (event.submitter?.getAttribute('value') === 'end') onEnd((chosen as Outcome | null) ?? 'completed')
  }
  // Enter on a choice must not end the visit, nor must the held Enter that opened the dialog.
  const ignoreEnter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.repeat || event.target instanceof HTMLInputElement)) event.preventDefault()
  }
  return html`<dialog class="end" aria-labelledby="end-heading" @close=${onClose} @keydown=${ignoreEnter}>
    <form method="dialog" @submit=${submit}>
      <div class="body pad stack">
        <h2 id="end-heading">${t('endHeading')}</h2>
        <fieldset class="stack">
          <legend class="label">${t('endQuestion')}</legend>
          ${outcomes.map(
            (outcome, index) =>
              html`<label class="choice"
                ><input
                  type="radio"
                  name="outcome"
                  value=${outcome}
                  ?checked=${index === 0}
                />${t(`outcome_${outcome}`)}</label
              >`,
          )}
        </fieldset>
      </div>
      <div class="foot row wrap">
        <button class="btn danger" value="end">${t('endConfirm')}</button>
        <button class="btn" value="stay">${t('keepGoing')}</button>
      </div>
    </form>
  </dialog>`
}

/** Everything for an emergency, from data that is already in the page: it opens without the network. */
export const emergencyDialog = (
  t: VideoRoomTranslate,
  { comma }: Formatter,
  visit: Visit,
  organization: Organization | null,
  onClose: () => void,
): TemplateResult => {
  const { location, callbackPhone, emergencyContact, noEmergencyContact } = visit
  const number = organization?.contact.emergencyNumber ?? '911'
  const place =
    location &&
    [location.line1, location.line2, location.city, location.state, location.postalCode].filter(Boolean).join(', ')
  return html`<dialog class="emergency" aria-labelledby="emergency-heading" @close=${onClose}>
    <form method="dialog">
      <div class="body pad stack">
        <h2 id="emergency-heading">${t('emergencyHeading')}</h2>
        <p>${t('emergencyText', { number })}</p>
        <dl>
          <div>
            <dt>${t('emergencyPlace')}</dt>
            <dd><bdi>${place ?? t('unknownPlace')}</bdi></dd>
          </div>
          ${
            callbackPhone
              ? html`<div>
                  <dt>${t('emergencyCallback')}</dt>
                  <dd>${phoneLink(callbackPhone)}</dd>
                </div>`
              : nothing
          }
          ${
            emergencyContact || noEmergencyContact
              ? html`<div>
                  <dt>${t('emergencyContact')}</dt>
                  <dd>
                    ${
                      emergencyContact
                        ? html`<bdi>${emergencyContact.name}</bdi>${comma}${phoneLink(emergencyContact.phone)}`
                        : noEmergencyContact && t(`noContact_${noEmergencyContact}`)
                    }
                  </dd>
                </div>`
              : nothing
          }
        </dl>
      </div>
      <div class="foot"><button class="btn" value="close" autofocus>${t('close')}</button></div>
    </form>
  </dialog>`
}

const kinds: readonly DeviceKind[] = ['camera', 'microphone', 'speaker']

/** The choice of camera, microphone and speaker. */
export const devicesDialog = (
  t: VideoRoomTranslate,
  devices: readonly VideoDevice[],
  onChoose: (kind: DeviceKind, id: string) => void,
  onClose: () => void,
): TemplateResult =>
  html`<dialog class="devices" aria-labelledby="devices-heading" @close=${onClose}>
    <form method="dialog">
      <div class="body pad stack">
        <h2 id="devices-heading">${t('devices')}</h2>
        ${kinds.map((kind) => {
          const choices = devices.filter((device) => device.kind === kind)
          if (choices.length === 0) return nothing
          return html`<div class="field">
            <label for=${kind}>${t(kind)}</label>
            <select id=${kind} @change=${(event: Event) => onChoose(kind, (event.target as HTMLSelectElement).value)}>
              ${choices.map((device, index) => html`<option value=${device.id} .selected=${device.inUse}>${device.label || `${t(kind)} ${index + 1}`}</option>`)}
            </select>
          </div>`
        })}
      </div>
      <div class="foot"><button class="btn" value="close">${t('close')}</button></div>
    </form>
  </dialog>`
