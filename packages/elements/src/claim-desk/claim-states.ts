import type { Claim, ClaimState } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { claimCodesEn } from './claim-codes.en.ts'
import type { claimDeskEn } from './claim-desk.en.ts'

export type ClaimDeskTranslate = Translate<typeof claimDeskEn>
export type CodesT = Translate<typeof claimCodesEn>

/** The states in their fixed order, so that none moves when a count changes. */
export const stateGroups = [
  ['desk', ['blocked', 'rejected', 'denied', 'undelivered', 'ready']],
  ['way', ['sending', 'received', 'accepted']],
  ['done', ['paid', 'partially-paid', 'self-pay', 'replaced', 'voided']],
] as const satisfies readonly (readonly [string, readonly ClaimState[]])[]

const tones: Readonly<Partial<Record<ClaimState, string>>> = {
  blocked: 'warn',
  rejected: 'bad',
  denied: 'bad',
  undelivered: 'bad',
  paid: 'ok',
  'partially-paid': 'ok',
  replaced: 'none',
  voided: 'none',
  'self-pay': 'none',
}
export const stateTone = (state: ClaimState): string => tones[state] ?? ''

const changeable: ReadonlySet<ClaimState> = new Set(['blocked', 'ready', 'self-pay', 'rejected', 'undelivered'])
const decided: ReadonlySet<ClaimState> = new Set(['paid', 'partially-paid', 'denied'])

/** The payer does not have it yet: it may be changed and sent. One that takes another back says what that one said. */
export const isChangeable = ({ state, frequency }: Pick<Claim, 'state' | 'frequency'>): boolean =>
  changeable.has(state) && frequency !== '8'

/** The payer has answered it: it may be corrected or taken back. */
export const isDecided = ({ state, frequency }: Pick<Claim, 'state' | 'frequency'>): boolean =>
  decided.has(state) && frequency !== '8'

/** Nothing was claimed in the end: the visit may be billed again. */
export const isTakenBack = ({ state, frequency }: Pick<Claim, 'state' | 'frequency'>): boolean =>
  state === 'voided' && frequency !== '8'

/** `November 18, 2026` of a calendar day, which is the same day in every zone. */
export const formatPlainDate = (format: Formatter, plainDate: string): string =>
  format.at('UTC').date(`${plainDate}T12:00:00Z`)

/** Whole days from today, by the person's own calendar, to a calendar day; negative when it is over. */
export const daysUntil = (plainDate: string, today: string): number =>
  Math.round((Date.parse(plainDate) - Date.parse(today)) / 86_400_000)
