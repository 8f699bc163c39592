import { html, nothing, type TemplateResult } from 'lit'
import type { PartTwoTerms } from '@visitkit/sdk'
import type { ConsentDialogTranslate } from './consent-question.ts'

/** What a person chooses in a consent to share substance use records (42 CFR 2.31). */
export interface PartTwoChoice {
  readonly patientName: string
  readonly information: readonly NonNullable<PartTwoTerms['information']>[number][]
  readonly recipients: readonly NonNullable<PartTwoTerms['recipients']>[number][]
  readonly namedRecipient: string
  readonly purposes: readonly NonNullable<PartTwoTerms['purposes']>[number][]
  /** The last day; empty: none. Null until it is chosen. */
  readonly until: string | null
}

export const nothingChosen: PartTwoChoice = {
  patientName: '',
  information: [],
  recipients: [],
  namedRecipient: '',
  purposes: [],
  until: null,
}

type Group = 'information' | 'recipients' | 'purposes'

/** What can be chosen, by the purpose of the consent. Counseling notes and proceedings are asked for by themselves. */
const offered = {
  'part-two-disclosure': {
    information: ['visits', 'prescriptions', 'lab-orders', 'bills'],
    recipients: ['treating-providers', 'pharmacies', 'laboratories', 'health-plans', 'program-helpers'],
    purposes: ['treatment', 'payment', 'operations'],
  },
  'part-two-counseling-notes': {
    information: ['counseling-notes'],
    recipients: ['treating-providers', 'health-plans'],
    purposes: ['treatment', 'payment', 'operations'],
  },
  'part-two-proceedings': {
    information: ['visits', 'prescriptions', 'lab-orders', 'bills'],
    recipients: [],
    purposes: ['legal-proceeding'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Group, readonly string[]>>>>

type PartTwoPurpose = keyof typeof offered
export const isPartTwo = (purpose: string): purpose is PartTwoPurpose => purpose in offered

export type PartTwoPart = Group | 'patientName' | 'until'

/** The first part that is not chosen yet. */
export const missingPart = (choice: PartTwoChoice): PartTwoPart | undefined => {
  if (choice.patientName.trim() === '') return 'patientName'
  if (choice.information.length === 0) return 'information'
  if (choice.recipients.length === 0 && choice.namedRecipient.trim() === '') return 'recipients'
  if (choice.purposes.length === 0) return 'purposes'
  return choice.until === null || choice.until === 'unset' ? 'until' : undefined
}

export const partTwoTerms = (choice: PartTwoChoice, discloser: string): PartTwoTerms => ({
  patientName: choice.patientName.trim(),
  discloser,
  information: [...choice.information],
  recipients: [...choice.recipients],
  ...(choice.namedRecipient.trim() !== '' && { namedRecipients: [choice.namedRecipient.trim()] }),
  purposes: [...choice.purposes],
  expiration: choice.until ? { kind: 'date', on: choice.until } : { kind: 'none' },
})

interface PartTwoView {
  readonly purpose: PartTwoPurpose
  /** The clinic, which may disclose. */
  readonly discloser: string
  readonly choice: PartTwoChoice
  /** The part that is missing, once the person tried to sign. */
  readonly missing: PartTwoPart | undefined
  readonly onChange: (choice: PartTwoChoice) => void
}

export const partTwoForm = (t: ConsentDialogTranslate, view: PartTwoView): TemplateResult => {
  const { purpose, discloser, choice, missing, onChange } = view
  const error = (part: PartTwoPart): unknown =>
    missing === part ? html`<p class="error" id="missing-${part}">${t('chooseMissing')}</p>` : nothing
  const group = (name: Group, heading: string): unknown => {
    const codes: readonly string[] = offered[purpose][name]
    const chosen: readonly string[] = choice[name]
    const toggle = (code: string): void => {
      const next = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]
      onChange({ ...choice, [name]: next })
    }
    return html`<fieldset class="field" id="part-${name}" tabindex="-1">
      <legend>${heading}</legend>
      ${error(name)}
      ${codes.map(
        (code) =>
          html`<label class="choice"
            ><input type="checkbox" .checked=${chosen.includes(code)} @change=${() => toggle(code)} />
            <span>${t(`${name}_${code}` as 'purposes_treatment')}</span></label
          >`,
      )}
      ${name === 'recipients' ? namedRecipient() : nothing}
    </fieldset>`
  }
  const namedRecipient = (): TemplateResult =>
    html`<label class="label" for="named">${t('namedRecipient')}</label>
      <input
        id="named"
        type="text"
        dir="auto"
        maxlength="200"
        .value=${choice.namedRecipient}
        @input=${(event: Event) => onChange({ ...choice, namedRecipient: (event.target as HTMLInputElement).value })}
      />`
  const until = (value: string | null, text: string): TemplateResult =>
    html`<label class="choice"
      ><input
        type="radio"
        name="until"
        .checked=${value === '' ? choice.until === '' : choice.until !== null && choice.until !== ''}
        @change=${() => onChange({ ...choice, until: value === '' ? '' : 'unset' })}
      />
      <span>${text}</span></label
    >`
  return html`<div class="stack">
    <p>${t('discloser', { name: discloser })}</p>
    <div class="field">
      <label for="part-patientName">${t('patientName')}</label>
      ${error('patientName')}
      <input
        id="part-patientName"
        type="text"
        dir="auto"
        maxlength="200"
        aria-required="true"
        .value=${choice.patientName}
        @input=${(event: Event) => onChange({ ...choice, patientName: (event.target as HTMLInputElement).value })}
      />
    </div>
    ${group('information', t('information'))} ${group('recipients', t('recipients'))}
    ${group('purposes', t('purposes'))}
    <fieldset class="field" id="part-until" tabindex="-1">
      <legend>${t('until')}</legend>
      ${error('until')} ${until('', t('until_none'))} ${until(null, t('until_date'))}
      ${
        choice.until === null || choice.until === ''
          ? nothing
          : html`<input
              type="date"
              aria-label=${t('until_date')}
              .value=${choice.until === 'unset' ? '' : choice.until}
              @input=${(event: Event) =>
                onChange({ ...choice, until: (event.target as HTMLInputElement).value || 'unset' })}
            />`
      }
    </fieldset>
  </div>`
}
