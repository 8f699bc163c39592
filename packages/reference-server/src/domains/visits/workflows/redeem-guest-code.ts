import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { AccessRow } from '../../../platform/contracts/ledger.ts'
import type { UnitOfWork } from '../../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { normalizeSecret } from '../../../platform/identity/invitation-secret.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import { guestChanged } from '../events.ts'
import { guestStatus, redeem, type Guest } from '../model/guest.ts'
import {
  guestCodeExpired,
  guestCodeNotOpen,
  guestCodeUsed,
  guestCodeWithdrawn,
  malformedGuestCode,
  unknownGuestCode,
} from '../problems.ts'
import { decryptGuest, findGuestBySecret, hashGuestSecret, replaceGuest } from '../store/guests.ts'
import { findVisitOfAppointment, type SeatedVisit } from '../store/visit-and-seats.ts'
import type { EncryptedVisit } from '../store/visits.ts'
import { ownersOfGuest } from './gather-guest.ts'

export interface RedeemGuestCodeParts {
  readonly readerOf: (organizationId: string) => AnyKysely
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
}

/** Uses the code of a guest, once. `context`: of the portal's client, which has proved itself. */
export type RedeemGuestCode = (
  context: ReadContext,
  given: { readonly secret: string; readonly name: string },
) => Promise<Guest>

/** The code is used in a transaction of its own, before the session exists: if that fails, the guest needs a new invitation. */
export const createRedeemGuestCode =
  ({ readerOf, vault, unitOfWork }: RedeemGuestCodeParts): RedeemGuestCode =>
  async (context, { secret: typed, name }) => {
    const { caller, now, requestId } = context
    const secret = normalizeSecret(typed)
    if (secret === null) throw malformedGuestCode()
    const db = readerOf(caller.organizationId)
    const system = systemRequestContext('visits.guests', caller.organizationId, now, requestId)
    const hash = await hashGuestSecret(db, vault, caller.organizationId, secret)
    const known: { guest?: Guest } = {}
    try {
      const { result } = await unitOfWork.keep<Guest>(
        {
          domain: 'visits',
          context: system,
          idempotency: null,
          audit: (guest) => [redeemedRow(context, guest, null)],
        },
        async () => {
          const stored = await findGuestBySecret(db, hash)
          if (stored === null) throw unknownGuestCode()
          known.guest = stored
          const seated = await findVisitOfAppointment(db, system, stored.appointmentId)
          requireUsable(stored, seated, now)
          const before = await decryptGuest(db, { ...system, vault }, stored)
          const after = redeem(before, name, now)
          return {
            writes: [replaceGuest(after, before)],
            events: [guestChanged(after, ownersOfGuest(after.practitionerId, seated))],
            answer: after,
          }
        },
      )
      return result
    } catch (error) {
      const { guest } = known
      if (guest === undefined || !(error instanceof Problem)) throw error
      // A code of this visit was tried and refused: the patient can see it.
      const refused = [redeemedRow(context, guest, error.code)]
      await unitOfWork.keep<void>(
        { domain: 'visits', context: system, idempotency: null, audit: () => refused },
        () => ({ answer: undefined }),
      )
      throw error
    }
  }

const requireUsable = (guest: Guest, seated: SeatedVisit<EncryptedVisit> | null, now: Date): void => {
  const status = guestStatus(guest, now)
  if (status === 'withdrawn') throw guestCodeWithdrawn()
  if (guest.redeemedAt !== null) throw guestCodeUsed()
  if (status !== 'invited' || seated?.visit.status === 'ended') throw guestCodeExpired()
  if (now < guest.opensAt) throw guestCodeNotOpen()
}

/** For the patient's own list of accesses. */
const redeemedRow = (
  { caller, now, requestId }: ReadContext,
  guest: Guest,
  refusal: Problem['code'] | null,
): AccessRow => ({
  id: newId(),
  organizationId: caller.organizationId,
  at: now,
  requestId,
  operation: 'exchangeToken',
  action: 'update',
  entity: 'VisitGuest',
  entityId: guest.id,
  patientId: guest.patientId,
  outcome: refusal === null ? 'done' : 'refused',
  refusal,
  because: 'invitation',
  actorKind: 'guest',
  actorId: guest.id,
  actorRole: 'guest',
  sessionId: caller.sessionId,
  clientId: caller.clientId,
  purpose: 'PATRQT',
  onBehalfOf: null,
})
