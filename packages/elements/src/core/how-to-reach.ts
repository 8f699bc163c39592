import { html, nothing, type TemplateResult } from 'lit'
import type { HowToCall, HowToWrite } from '@visitkit/sdk'
import type { Translate } from './localize.ts'
import { phoneLink } from './phone-link.ts'
import type { reachEn } from './reach.en.ts'

export type ReachTranslate = Translate<typeof reachEn>

const sentences = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(' ')

/** What the patient asked about calls, to be read with the number: never one without the other. Empty if they asked for nothing. */
export const callWords = (t: ReachTranslate, { rule, phone, leaveMessage, hours, addressAs }: HowToCall): string =>
  sentences(
    rule !== 'recorded' && t(`call_${rule}`),
    leaveMessage !== undefined && t(leaveMessage ? 'mayLeave' : 'leaveNone'),
    hours && t('hours', { from: hours.from, to: hours.to, zone: hours.zone }),
    phone === undefined && rule !== 'none' && t('noNumber'),
    addressAs !== undefined && t('askFor', { name: addressAs }),
  )

/** The same with the number, as text: for tables and paper. */
export const callText = (t: ReachTranslate, call: HowToCall): string =>
  sentences(call.phone && callWords(t, call) ? `${call.phone}.` : call.phone, callWords(t, call))

/**
 * How staff call a patient: each screen of staff with a number of a patient shows it with this. The number is the only one that there is for
 * them, and it is a link to call.
 * @param around - Words around the number, e.g. “Call {number}”.
 */
export const howToCall = (
  t: ReachTranslate,
  call: HowToCall,
  around: (number: TemplateResult) => unknown = (number) => number,
): TemplateResult => {
  const words = callWords(t, call)
  return html`${call.phone ? html`<span class="reach-number">${around(phoneLink(call.phone))}</span>` : nothing}
  ${words ? html`<b class="reach-words" dir="auto">${words}</b>` : nothing}`
}

/** How staff write to a patient, as text. Empty if nothing is known and nothing was asked. */
export const letterText = (t: ReachTranslate, { rule, address, addressAs }: HowToWrite): string =>
  sentences(
    address &&
      `${[address.line1, address.line2, address.city, address.state, address.postalCode].filter(Boolean).join(', ')}${
        rule === 'recorded' && addressAs === undefined ? '' : '.'
      }`,
    rule !== 'recorded' && t(`letter_${rule}`),
    !address && rule !== 'none' && t('noAddress'),
    addressAs !== undefined && t('writeTo', { name: addressAs }),
  )
