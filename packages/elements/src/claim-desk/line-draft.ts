import type { ChangeClaim, Claim } from '@visitkit/sdk'
import { readAmount } from '../statement/read-amount.ts'

/** What is being written, and the version of the claim that it was written over. */
export interface VersionedDraft<Draft> {
  readonly draft: Draft
  readonly version: number
}

/** One line as it is being written. */
export interface LineDraft {
  readonly number: number
  readonly modifiers: string
  readonly units: string
  readonly charge: string
  readonly pointers: readonly number[]
}

export interface ClaimDraft {
  readonly lines: readonly LineDraft[]
  /** Another coverage; empty: as it is. */
  readonly coverageId: string
}

/** `125.50`, as a person types it. Never goes through a fraction. */
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

/** What cannot be sent as it is written, in reading order. */
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

/** What is saved of a draft without faults. */
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
