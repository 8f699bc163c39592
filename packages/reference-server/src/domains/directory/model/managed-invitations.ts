import type { Caller } from '../../../platform/contracts/caller.ts'
import type { Invitation, InvitationKind } from './invitation.ts'
import { managesProxies } from './manages-proxies.ts'

const neededFor: Readonly<Record<InvitationKind, string>> = {
  member: 'member:manage',
  patient: 'patient-login:invite',
  proxy: 'proxy:manage',
}

/** The kinds of invitation that a caller with these permissions can create, and so list and withdraw. */
export const managedKinds = (permissions: readonly string[]): InvitationKind[] =>
  (Object.keys(neededFor) as InvitationKind[]).filter((kind) => permissions.includes(neededFor[kind]))

/** Whether the caller may see and withdraw this invitation: a kind that they can create, and for patients only their own. */
export const managesInvitation = (
  caller: Caller,
  kinds: readonly InvitationKind[],
  { kind, patientId }: Pick<Invitation, 'kind' | 'patientId'>,
): boolean => kinds.includes(kind) && (patientId === null || managesProxies(caller, patientId))
