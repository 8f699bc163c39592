import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { invitationRevoked } from '../events.ts'
import { invitationStatus } from '../model/invitation.ts'
import { managedKinds, managesInvitation } from '../model/managed-invitations.ts'
import type { DirectoryPorts } from '../ports.ts'
import { presentInvitation } from '../presenters/present-invitation.ts'
import { invitationAccepted } from '../problems.ts'
import { markInvitationRevoked, readInvitation } from '../store/invitations.ts'
import { lockInvitationSubject } from '../workflows/lock-invitation-subject.ts'

export const revokeInvitation = operation<DirectoryPorts>()('revokeInvitation', {
  gather: async (_input, ports, { caller }) => managedKinds(ports.permissionsOf(caller)),
  keep: async ({ path: { invitationId } }, kinds, context) => {
    const { tx, access, caller, now, emit } = context
    const found = await readInvitation(tx, invitationId)
    if (!managesInvitation(caller, kinds, found)) throw notFound('not_the_inviter')
    if (found.patientId !== null) access.touch(found.patientId)
    await lockInvitationSubject(tx, found)
    const invitation = await readInvitation(tx, found.id)
    const status = invitationStatus(invitation, now)
    if (status === 'accepted') throw invitationAccepted()
    if (status !== 'pending') return { status: 200, body: presentInvitation(invitation, now) }
    await markInvitationRevoked(tx, invitation.id, now)
    await emit(invitationRevoked(invitation.id, invitation.subjectId))
    return { status: 200, body: presentInvitation({ ...invitation, revokedAt: now }, now) }
  },
})
