import { operation } from '../../../platform/contracts/operation.ts'
import { personSignedOut } from '../events.ts'
import { readMember } from '../store/members.ts'

export const signOutMember = operation()('signOutMember', {
  keep: async ({ path: { memberId } }, _, { tx, emit }) => {
    const member = await readMember(tx, memberId)
    await emit(personSignedOut(member.id, 'member'))
    return { status: 200, body: member }
  },
})
