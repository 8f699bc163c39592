import { operation } from '../../../platform/contracts/operation.ts'
import { presentInvitation } from '../presenters/present-invitation.ts'
import { staffSignIn } from '../problems.ts'
import { acceptInvitation as accept } from '../workflows/accept-invitation.ts'

/** By a person with a session. Who is not known yet accepts with the token exchange. */
export const acceptInvitation = operation()('acceptInvitation', {
  keep: async ({ body }, _, keeping) => {
    const { kind, personId } = keeping.caller
    if (kind !== 'patient' && kind !== 'proxy') throw staffSignIn()
    const { invitation } = await accept(keeping, body.secret, { person: { kind, personId } }, '/secret')
    return { status: 200, body: presentInvitation(invitation, keeping.now) }
  },
})
