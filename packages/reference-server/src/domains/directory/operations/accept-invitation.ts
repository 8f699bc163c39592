import { operation } from '../../../platform/contracts/operation.ts'
import { presentInvitation } from '../presenters/present-invitation.ts'
import { staffSignIn } from '../problems.ts'
import { acceptInvitation as accept } from '../workflows/accept-invitation.ts'

/** For a person with a session. An unknown person accepts with the token exchange. */
export const acceptInvitation = operation()('acceptInvitation', {
  keep: async ({ body }, _, context) => {
    const { kind, personId } = context.caller
    if (kind !== 'patient' && kind !== 'proxy') throw staffSignIn()
    const { invitation } = await accept(context, body.secret, { person: { kind, personId } }, '/secret')
    return { status: 200, body: presentInvitation(invitation, context.now) }
  },
})
