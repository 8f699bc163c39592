import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { InvitationPolicy } from '../model/invitation-policy.ts'
import { isOver } from '../model/proxy-right.ts'
import { tooManyInvitations, tooManyProxies } from '../problems.ts'
import { countPendingProxyInvitations } from '../store/invitations.ts'
import { listRightsOverPatient } from '../store/proxies.ts'

/**
 * Throws when the patient has more rights, active or offered, than the limit; the new one is already stored. The caller holds the lock of
 * the patient's row.
 */
export const requireRoomForProxy = async (
  tx: AnyKysely,
  { patientId, zone, now }: { readonly patientId: string; readonly zone: string; readonly now: Date },
  { maxProxies }: InvitationPolicy,
): Promise<void> => {
  const rights = await listRightsOverPatient(tx, patientId)
  if (rights.filter((right) => !isOver(right, zone, now)).length > maxProxies) throw tooManyProxies(maxProxies)
}

/**
 * Throws when the limit of pending invitations is reached, not counting the one that the new invitation replaces. The caller holds the same
 * lock.
 */
export const requireRoomForInvitation = async (
  tx: AnyKysely,
  { patientId, proxyId, now }: { readonly patientId: string; readonly proxyId: string; readonly now: Date },
  { maxPending }: InvitationPolicy,
): Promise<void> => {
  if ((await countPendingProxyInvitations(tx, patientId, proxyId, now)) >= maxPending)
    throw tooManyInvitations(maxPending)
}
