import type { Claim, ClaimState } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { claimCodesEn } from './claim-codes.en.ts'
import type { claimDeskEn } from './claim-desk.en.ts'

export type ClaimDeskTranslate = Translate<typeof claimDeskEn>
export type CodesT = Translate<typeof claimCodesEn>

/** The states in a fixed order, so that none moves when a count changes. */
export const stateGroups = [
  ['desk', ['blocked', 'rejected', 'denied', 'undelivered', 'ready']],
  ['way', ['sending', 'received', 'accepted']],
  ['done', ['paid', 'partially-paid', 'written-off', 'self-pay', 'replaced', 'voided']],
] as const satisfies readonly (readonly [string, readonly ClaimState[]])[]

type Tone = 'ok' | 'warn' | 'bad' | 'none'

const tones: Readonly<Partial<Record<ClaimState, Tone>>> = {
  blocked: 'warn',
  rejected: 'bad',
  denied: 'bad',
  undelivered: 'bad',
  paid: 'ok',
  'partially-paid': 'ok',
  replaced: 'none',
  voided: 'none',
  'written-off': 'none',
  'self-pay': 'none',
}
export const stateTone = (state: ClaimState): Tone | '' => tones[state] ?? ''

const changeable: ReadonlySet<ClaimState> = new Set(['blocked', 'ready', 'self-pay', 'rejected', 'undelivered'])
const decided: ReadonlySet<ClaimState> = new Set(['paid', 'partially-paid', 'denied'])

/** The payer does not have it: it can be changed and sent. A void has the content of the claim that it voids. */
export const isChangeable = ({ state, frequency }: Pick<Claim, 'state' | 'frequency'>): boolean =>
  changeable.has(state) && frequency !== '8'

/** The payer has adjudicated it: it can be corrected or voided. */
export const isDecided = ({ state, frequency }: Pick<Claim, 'state' | 'frequency'>): boolean =>
  decided.has(state) && frequency !== '8'

/** No claim is in effect: the visit can be billed again. */
export const isVoid = ({ state, frequency }: Pick<Claim, 'state' | 'frequency'>): boolean =>
  state === 'voided' && frequency !== '8'

/** `November 18, 2026` for a calendar day, which is the same in every zone. */
export const formatPlainDate = (format: Formatter, plainDate: string): string =>
  format.at('UTC').date(`${plainDate}T12:00:00Z`)

/** Whole days from today, in the person's zone, to a calendar day; negative for the past. */
export const daysUntil = (plainDate: string, today: string): number =>
  Math.round((Date.parse(plainDate) - Date.parse(today)) / 86_400_000)
