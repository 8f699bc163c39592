import type { ChangeClaim, Claim } from '@visitkit/sdk'
import { readAmount } from '../statement/read-amount.ts'

/** A draft, and the version of the claim to which it applies. */
export interface VersionedDraft<Draft> {
  readonly draft: Draft
  readonly version: number
}

/** One line of the form. */
export interface LineDraft {
  readonly number: number
  readonly modifiers: string
  readonly units: string
  readonly charge: string
  readonly pointers: readonly number[]
}

export interface ClaimDraft {
  readonly lines: readonly LineDraft[]
  /** Another coverage; empty: unchanged. */
  readonly coverageId: string
}

/** `125.50` as in an input field. Does not use fractions. */
const formatAmount = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`

export const draftFromClaim = ({ lines }: Claim): ClaimDraft => ({
  lines: lines.map(({ number, modifiers, units, chargeCents, diagnosisPointers }) => ({
    number,
    modifiers: modifiers.join(' '),
    units: String(units),
    charge: formatAmount(chargeCents),
    pointers: diagnosisPointers,
  })),
  coverageId: '',
})

export type LinePart = 'modifiers' | 'units' | 'charge' | 'pointers'
export interface LineFault {
  readonly number: number
  readonly part: LinePart
}

const parseModifiers = (typed: string): string[] =>
  typed
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean)

/** Faults of the draft, in reading order. */
export const validateClaimDraft = ({ lines }: ClaimDraft): readonly LineFault[] =>
  lines.flatMap(({ number, modifiers, units, charge, pointers }) => {
    const written = parseModifiers(modifiers)
    const parts: LinePart[] = []
    if (written.length > 4 || !written.every((one) => /^[A-Z0-9]{2}$/.test(one))) parts.push('modifiers')
    if (!/^[1-9]\d?$/.test(units.trim())) parts.push('units')
    if (readAmount(charge) === null) parts.push('charge')
    if (pointers.length < 1 || pointers.length > 4) parts.push('pointers')
    return parts.map((part) => ({ number, part }))
  })

/** The request body for a valid draft. */
export const changeClaimBody = ({ lines, coverageId }: ClaimDraft, version: number): ChangeClaim => ({
  lines: lines.map(({ number, modifiers, units, charge, pointers }) => ({
    number,
    modifiers: parseModifiers(modifiers),
    units: Number(units),
    chargeCents: readAmount(charge) ?? 0,
    diagnosisPointers: [...pointers],
  })),
  ...(coverageId && { coverageId }),
  version,
})
