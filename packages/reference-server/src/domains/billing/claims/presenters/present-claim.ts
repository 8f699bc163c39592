import type { components } from '@visitkit/contract'
import type { ClaimFacts, ClaimRecord, DraftLine } from '../../kernel/model/claim-record.ts'
import type { NextClaimFacts } from '../../kernel/model/next-claim.ts'
import type { PatientSummary, PractitionerSummary } from '../../ports.ts'
import type { Coverage } from '../../coverages/store/coverages.ts'
import type { NextPayer } from '../store/next-payers.ts'
import type { Payer } from '../../kernel/store/payers.ts'
import { presentCoverage, presentPayer } from '../../coverages/presenters/present-coverage.ts'

type Schemas = components['schemas']

/** Data of other records that is shown with a claim. */
export interface ClaimContext {
  readonly practitioner: PractitionerSummary
  readonly patient: PatientSummary | undefined
  readonly payer: Payer
  readonly coverage: Coverage | null
  readonly nextPayer?: NextPayer | null
}

export const presentLine = ({ outcome, ...line }: DraftLine): Schemas['ClaimLine'] => ({
  number: line.number,
  codeSystem: line.codeSystem,
  code: line.code,
  modifiers: [...line.modifiers],
  units: line.units,
  chargeCents: line.chargeCents,
  diagnosisPointers: [...line.diagnosisPointers],
  ...(outcome?.allowedCents != null && { allowedCents: outcome.allowedCents }),
  ...(outcome && { paidCents: outcome.paidCents, patientCents: outcome.patientCents }),
  adjustments: outcome ? [...outcome.adjustments] : [],
})

export const frequencies = { original: '1', replacement: '7', void: '8' } as const

export const presentClaim = (
  claim: ClaimRecord,
  { practitioner, patient, payer, coverage, nextPayer = null }: ClaimContext,
): Schemas['Claim'] => {
  const { details } = claim
  return {
    id: claim.id,
    number: claim.number,
    visitId: claim.visitId,
    patientId: claim.patientId,
    ...(patient && { patient }),
    practitioner,
    ...(coverage && { coverage: presentCoverage(coverage, payer) }),
    payer: presentPayer(payer),
    state: claim.state,
    findings: [...details.findings],
    stale: claim.stale,
    serviceDate: claim.serviceDay,
    placeOfService: details.placeOfService ?? '',
    frequency: frequencies[claim.frequency],
    ...(claim.followsId !== null && { follows: claim.followsId }),
    ...(claim.payerClaimNumber !== null && { payerClaimNumber: claim.payerClaimNumber }),
    diagnosisCodes: [...details.diagnoses],
    lines: details.lines.map(presentLine),
    chargeCents: claim.chargeCents,
    paidCents: claim.paidCents,
    patientCents: claim.patientCents,
    ...(nextPayer && { nextPayer: presentNextPayer(nextPayer) }),
    fileBy: claim.fileBy,
    ...(details.deskNote !== null && { note: details.deskNote }),
    history: [...claim.history],
    ...(claim.submittedAt && { submittedAt: claim.submittedAt.toISOString() }),
    version: claim.version,
  }
}

const presentNextPayer = ({
  nextCoverageId,
  heldCents,
  answers,
  payer,
  claim,
  isForwarded,
}: NextPayer): Schemas['NextPayer'] => ({
  ...(claim && { claim: presentNextClaim(claim) }),
  ...(nextCoverageId !== null &&
    payer && { waitsFor: { coverageId: nextCoverageId, payer: presentPayer(payer), amountCents: heldCents } }),
  ...(isForwarded && { forwarded: true }),
  answers: [...answers],
})

const presentNextClaim = ({
  number,
  coverageId,
  state,
  code,
  sentAt,
  changedAt,
}: NextClaimFacts): Schemas['NextClaim'] => ({
  ...{ number, coverageId, state, sentAt: sentAt.toISOString(), changedAt: changedAt.toISOString() },
  ...(code !== null && { code }),
})

export const presentClaimSummary = (
  claim: ClaimFacts,
  payer: Payer,
  patient: PatientSummary | undefined,
): Schemas['ClaimSummary'] => ({
  id: claim.id,
  number: claim.number,
  visitId: claim.visitId,
  patientId: claim.patientId,
  ...(patient && { patient }),
  payer: presentPayer(payer),
  state: claim.state,
  stale: claim.stale,
  blocking: claim.blocking,
  serviceDate: claim.serviceDay,
  fileBy: claim.fileBy,
  chargeCents: claim.chargeCents,
  paidCents: claim.paidCents,
  patientCents: claim.patientCents,
  changedAt: claim.changedAt.toISOString(),
  version: claim.version,
})
