import { operation } from '../../../platform/contracts/operation.ts'
import type { InvitationPolicy } from '../model/invitation-policy.ts'
import { presentInvitation } from '../presenters/present-invitation.ts'
import { loginExists, memberDisabled } from '../problems.ts'
import { lockMember, readMember } from '../store/members.ts'
import { createInvitation } from '../workflows/create-invitation.ts'

export const inviteMember = (policy: InvitationPolicy) =>
  operation()('inviteMember', {
    keep: async ({ path: { memberId } }, _, context) => {
      await lockMember(context.tx, memberId)
      const member = await readMember(context.tx, memberId)
      if (member.status === 'disabled') throw memberDisabled()
      if (member.login === 'linked') throw loginExists()
      const subject = { kind: 'member', subjectId: member.id, patientId: null } as const
      const { invitation, secret } = await createInvitation(context, subject, policy)
      return { status: 201, body: { ...presentInvitation(invitation, context.now), secret } }
    },
  })
