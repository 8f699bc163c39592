/** The simulated payers and their members. All are fictional. */

export interface Member {
  /** `YYYYMMDD`. */
  readonly from: string
  readonly to: string | null
  /** Cents. */
  readonly copay: number
  readonly deductible: number
  readonly deductibleLeft: number
  /** EB12: `Y` the benefits apply in the payer's network, and others outside it; `W` they are the same in and out of network. */
  readonly network: 'Y' | 'W'
}

export interface Payer {
  readonly id: string
  readonly name: string
  /** TRN03 of its payments. */
  readonly paymentNumber: string
  readonly plan: string
  readonly filingDays: number
  /** Percentage of the charge. */
  readonly allowedPercent: number
  /** Whether it denies the audio-video codes of CPT 2025 (98000 to 98015), as Medicare does. */
  readonly deniesTelemedicineCodes: boolean
  /** As a payer after the first it accepts its payment as payment in full, as Medicaid does: its member owes nothing. */
  readonly leavesNothing?: boolean
}

export const payers: readonly Payer[] = [
  {
    id: 'FEDCARE01',
    name: 'FEDERAL SENIOR CARE',
    paymentNumber: '1900000001',
    plan: 'SENIOR CARE PART B',
    filingDays: 365,
    allowedPercent: 80,
    deniesTelemedicineCodes: true,
  },
  {
    id: 'LAKESIDE1',
    name: 'LAKESIDE MUTUAL HEALTH',
    paymentNumber: '1900000002',
    plan: 'LAKESIDE CHOICE PPO',
    filingDays: 180,
    allowedPercent: 75,
    deniesTelemedicineCodes: false,
  },
  {
    id: 'PRAIRIE02',
    name: 'PRAIRIE HEALTH PARTNERS',
    paymentNumber: '1900000003',
    plan: 'PRAIRIE SELECT HMO',
    filingDays: 90,
    allowedPercent: 70,
    deniesTelemedicineCodes: false,
  },
  {
    id: 'STATECARE',
    name: 'STATE FAMILY CARE',
    paymentNumber: '1900000004',
    plan: 'FAMILY CARE',
    filingDays: 365,
    allowedPercent: 50,
    deniesTelemedicineCodes: false,
    leavesNothing: true,
  },
]

/**
 * The reject reason and follow-up action (AAA03, AAA04) with which a payer refuses an inquiry, taken from the member number, so that each
 * can be tried without a list: `REFUSED42S...` gives 42 and S; `REFUSED72...` gives 72 and its usual follow-up action.
 */
export const refusalOf = (memberId: string): { readonly reason: string; readonly followUp: string } | null => {
  const [, reason, followUp] = /^REFUSED([0-9A-Z]{2})([CNPRSWXY])?/.exec(memberId) ?? []
  return reason === undefined
    ? null
    : { reason, followUp: followUp ?? (unavailableReasons.includes(reason) ? 'R' : 'C') }
}

/** The payer's systems do not respond now: resubmission allowed. All other reasons need a correction first. */
const unavailableReasons = ['42', '80']

/**
 * The members of a payer, derived from the member number, so that a demonstration needs no list: `NOBODY...` is unknown, `ENDED...` was
 * covered in 2020, `HIGH...` has the whole deductible remaining, `BOTH...` has the same benefits in and out of network. All others are
 * covered with a copay of 20 dollars for each visit.
 */
export const defaultMember = (_payer: Payer, memberId: string): Member | null => {
  if (memberId.startsWith('NOBODY')) return null
  const member: Member = {
    from: '20200101',
    to: null,
    copay: 2000,
    deductible: 50_000,
    deductibleLeft: 0,
    network: memberId.startsWith('BOTH') ? 'W' : 'Y',
  }
  if (memberId.startsWith('ENDED')) return { ...member, to: '20201231' }
  if (memberId.startsWith('HIGH')) return { ...member, deductibleLeft: 50_000 }
  return member
}
