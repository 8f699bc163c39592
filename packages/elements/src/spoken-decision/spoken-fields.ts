import { html, nothing, type TemplateResult } from 'lit'
import type { Proxy } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import { usStates } from '../core/us-states.ts'
import { channels, type SpokenAnswers, type SpokenFault } from './spoken-answers.ts'
import type { spokenDecisionEn } from './spoken-decision.en.ts'

interface SpokenFieldsView {
  readonly answers: SpokenAnswers
  readonly faults: readonly SpokenFault[]
  /** Name of the patient. */
  readonly patient: string
  readonly proxies: readonly Proxy[]
  readonly change: (change: Partial<SpokenAnswers>) => void
}

/** Where the patient is, who decides, and how they say it. Nothing is chosen before it was asked. */
export const spokenFields = (
  t: Translate<typeof spokenDecisionEn>,
  { answers, faults, patient, proxies, change }: SpokenFieldsView,
): TemplateResult => {
  const fault = (name: 'state' | 'who' | 'how'): TemplateResult | typeof nothing =>
    faults.includes(name)
      ? html`<p class="error" id="spoken-${name}-fault" role="alert">${t(`${name}Fault`)}</p>`
      : nothing
  const describedBy = (name: 'who' | 'how') => (faults.includes(name) ? `spoken-${name}-fault` : nothing)
  const choices = (
    name: 'who' | 'how',
    options: readonly (readonly [value: string, label: string])[],
    choose: (value: string) => void,
  ): TemplateResult =>
    html`<fieldset class="field" id="spoken-${name}" tabindex="-1" aria-describedby=${describedBy(name)}>
      <legend class="label">${t(name)}</legend>
      ${fault(name)}
      <div class="tight">
        ${options.map(
          ([value, label]) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="spoken-${name}"
                .checked=${answers[name] === value}
                @change=${() => choose(value)}
              />
              <span>${label}</span></label
            >`,
        )}
      </div>
    </fieldset>`
  const isFault = faults.includes('state')
  return html`<div class="field">
      <label for="spoken-state">${t('state')}</label>
      <p class="hint" id="spoken-state-hint">${t('stateHint')}</p>
      ${fault('state')}
      <select
        id="spoken-state"
        required
        aria-invalid=${isFault ? 'true' : 'false'}
        aria-describedby=${isFault ? 'spoken-state-hint spoken-state-fault' : 'spoken-state-hint'}
        @change=${({ target }: Event) => change({ state: (target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${answers.state === ''} disabled>${t('chooseState')}</option>
        ${usStates.map(
          ([code, name]) => html`<option lang="en" value=${code} ?selected=${answers.state === code}>${name}</option>`,
        )}
      </select>
    </div>
    ${choices(
      'who',
      [
        ['patient', t('who_patient', { name: patient })],
        ...proxies.map(({ id, displayName: name }) => [id, t('who_proxy', { name })] as const),
      ],
      (who) => change({ who }),
    )}
    ${choices(
      'how',
      channels.map((channel) => [channel, t(`how_${channel}`)] as const),
      (value) => change({ how: channels.find((channel) => channel === value) ?? '' }),
    )}`
}
