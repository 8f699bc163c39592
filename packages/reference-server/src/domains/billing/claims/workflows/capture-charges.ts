import { randomBytes } from 'node:crypto'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { claimChanged } from '../../events.ts'
import { charge, transferToPatient, type Movement } from '../../kernel/model/account-ledger.ts'
import { assembleClaim, draftFromNote, type AssembledClaim } from '../model/assemble-claim.ts'
import type { BillingPack } from '../../kernel/model/billing-pack.ts'
import { claimNumber } from '../model/claim-number.ts'
import type { ClaimFacts, ClaimRecord } from '../../kernel/model/claim-record.ts'
import { sumsOf } from '../../accounts/model/visit-sums.ts'
import { insertVisitAccount, restrictionAsGathered } from '../../accounts/store/visit-accounts.ts'
import { moveMoneyOf, type MoneyMoved } from '../../accounts/workflows/move-money.ts'
import type { BilledVisit, Practitioner } from '../../ports.ts'
import { insertClaim } from '../store/claims.ts'
import type { LoadedClaimSources } from './gather-claim-sources.ts'

export const newClaimNumber = (): string => claimNumber(randomBytes(12))

export const isOnInsurance = ({ state }: Pick<ClaimFacts, 'state'>): boolean => state !== 'self-pay'

/** A new claim, and the change that stores it. */
export interface NewClaim extends MoneyMoved {
  readonly claim: ClaimRecord
}

/**
 * The first claim of a visit, or the first one after a void, and the charge on the visit's account. `after`: the void, whose chain
 * continues. Conditional: there is no other, and the patient has not asked otherwise about disclosure since the sources were gathered.
 */
export const captureCharges = (
  context: DecideContext,
  sources: LoadedClaimSources,
  pack: BillingPack,
  after: Pick<ClaimFacts, 'id' | 'rootId'> | null = null,
): NewClaim => {
  const { now, newId, caller } = context
  const { visit, patient, account } = sources
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
  const movements = charge(0, claim.chargeCents, isOnInsurance(claim) ? 'insurance' : 'patient')
  const move = { patientId: patient.id, visitId: visit.visitId, paymentId: null, movements }
  const money = moveMoneyOf(context, [move], account === null ? visit.visitId : null)
  return {
    claim,
    writes: [
      // Of two changes that create the account, one is refused: it also decides that a visit has one first claim.
      account === null
        ? newVisitAccount(visit, sources, { restricted: false, movements })
        : restrictionAsGathered(visit.visitId, sources.restricted),
      ...insertClaim(context, claim, account !== null),
      ...money.writes,
    ],
    events: [...money.events, claimChanged(claim)],
  }
}

/** The account of a visit that has none yet. */
export const newVisitAccount = (
  visit: Pick<BilledVisit, 'visitId' | 'startedAt' | 'checkedInAt' | 'visitTypeName'>,
  {
    patient,
    practitioner,
  }: { readonly patient: { readonly id: string }; readonly practitioner: Pick<Practitioner, 'id' | 'displayName'> },
  { restricted, movements }: { readonly restricted: boolean; readonly movements: readonly Movement[] },
): Write =>
  insertVisitAccount(
    {
      visitId: visit.visitId,
      patientId: patient.id,
      practitionerId: practitioner.id,
      practitionerName: practitioner.displayName,
      visitAt: visit.startedAt ?? visit.checkedInAt,
      restricted,
      ...sumsOf(movements),
    },
    { visitTypeName: visit.visitTypeName },
  )

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
