import { operation } from '../../../platform/contracts/operation.ts'
import { loginReleased } from '../events.ts'
import { lastAdministrator } from '../problems.ts'
import { deleteIdentities, findLinked, type KnownPerson } from '../store/identities.ts'
import { lockAdministrators, lockMember, readMember } from '../store/members.ts'

/** Also for a disabled member, whose sign-in stays linked until then, because disabling can be undone. */
export const releaseMemberLogin = operation()('releaseMemberLogin', {
  keep: async ({ path: { memberId } }, _, { tx, emit }) => {
    const administrators = await lockAdministrators(tx)
    await lockMember(tx, memberId)
    const member = await readMember(tx, memberId)
    if (member.login === 'linked' && administrators.includes(member.id)) {
      const others = administrators.filter((id) => id !== member.id)
      if ((await findLinked(tx, 'member', others)).size === 0) throw lastAdministrator()
    }
    const person: KnownPerson = { kind: 'member', personId: member.id }
    if (await deleteIdentities(tx, person)) await emit(loginReleased(person))
    return { status: 200, body: { ...member, login: 'none' as const } }
  },
})
