import { randomBytes } from 'node:crypto'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { requireNotRestrictedSince } from './require-not-restricted-since.ts'
import { claimChanged } from '../../events.ts'
import { charge, transferToPatient, type Movement } from '../../kernel/model/account-ledger.ts'
import { assembleClaim, draftFromNote, type AssembledClaim } from '../model/assemble-claim.ts'
import type { BillingPack } from '../../kernel/model/billing-pack.ts'
import { claimNumber } from '../model/claim-number.ts'
import type { ClaimFacts, ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { ClaimSources } from '../model/claim-sources.ts'
import { makeAndMoveMoney } from '../../accounts/store/accounts.ts'
import { insertClaim } from '../store/claims.ts'
import { insertVisitAccountStatement } from '../../accounts/store/visit-accounts.ts'

export const newClaimNumber = (): string => claimNumber(randomBytes(12))

export const isOnInsurance = ({ state }: Pick<ClaimFacts, 'state'>): boolean => state !== 'self-pay'

/**
 * Creates the first claim of a visit, or the first one after a void, and charges the visit's account. Null if there is one already.
 * `after`: the void, whose chain continues.
 */
export const captureCharges = async (
  context: WriteContext,
  sources: ClaimSources,
  pack: BillingPack,
  after: Pick<ClaimFacts, 'id' | 'rootId'> | null = null,
): Promise<ClaimRecord | null> => {
  const { now, newId, caller } = context
  const { visit, patient, practitioner } = sources
  const number = newClaimNumber()
  const draft = {
    ...draftFromNote(sources, pack),
    number,
    priorAuthorization: null,
    deskNote: null,
  }
  const assembled = assembleClaim(sources, draft, pack, now)
  const id = newId()
  const claim: ClaimRecord = {
    id,
    number,
    rootId: after?.rootId ?? id,
    followsId: after?.id ?? null,
    visitId: visit.visitId,
    patientId: patient.id,
    stale: false,
    paidCents: 0,
    patientCents: 0,
    payerClaimNumber: null,
    controlNumber: null,
    history: [{ at: now.toISOString(), state: assembled.state, by: caller.kind === 'system' ? 'server' : 'member' }],
    submittedAt: null,
    changedAt: now,
    version: 1,
    ...assembled,
  }
  if (!(await insertClaim(context, claim))) return null
  const account = await insertVisitAccountStatement(
    context,
    {
      visitId: visit.visitId,
      patientId: patient.id,
      practitionerId: practitioner.id,
      practitionerName: practitioner.displayName,
      visitAt: visit.startedAt ?? visit.checkedInAt,
    },
    { visitTypeName: sources.visit.visitTypeName },
  )
  const movements = charge(0, claim.chargeCents, isOnInsurance(claim) ? 'insurance' : 'patient')
  await makeAndMoveMoney(context, account, patient.id, [{ visitId: visit.visitId, paymentId: null, movements }])
  // The account was created just now, or by the patient's self-pay request: a concurrent request waits for its row lock.
  await requireNotRestrictedSince(context.tx, sources)
  await context.emit(claimChanged(claim))
  return claim
}

/** The movements when an unsent claim changes: its charge, and who is responsible for it. */
export const movementsOfChange = (
  before: Pick<ClaimFacts, 'state' | 'chargeCents'>,
  after: Pick<AssembledClaim, 'state' | 'chargeCents'>,
): readonly Movement[] => {
  const side = isOnInsurance(before) ? 'insurance' : 'patient'
  const moved =
    isOnInsurance(before) === isOnInsurance(after)
      ? []
      : transferToPatient(isOnInsurance(after) ? -after.chargeCents : after.chargeCents)
  return [...charge(before.chargeCents, after.chargeCents, side), ...moved]
}
