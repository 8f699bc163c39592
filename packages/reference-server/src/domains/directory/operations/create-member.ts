import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { memberChanged } from '../events.ts'
import { memberFaults } from '../model/faults.ts'
import { refuseFaults } from '../problems.ts'
import type { Identity } from '../store/identities.ts'
import { insertMember, type Member } from '../store/members.ts'
import { registerIdentity } from '../store/register-identity.ts'

/** Also what a seed or an import does, which may bring an id (UUID) and, on the operator's word, the sign-in. */
export const addMember = async (
  keeping: Keeping,
  {
    id,
    identity,
    ...given
  }: components['schemas']['CreateMember'] & { readonly id?: string; readonly identity?: Identity },
): Promise<Member> => {
  refuseFaults(memberFaults(given))
  const member: Member = {
    ...given,
    roles: [...new Set(given.roles)],
    id: id ?? keeping.newId(),
    status: 'active',
    login: identity ? 'linked' : 'none',
    practitionerId: null,
    version: 1,
  }
  await insertMember(keeping.tx, keeping.caller.organizationId, member)
  if (identity) await registerIdentity(keeping, identity, { kind: 'member', personId: member.id })
  await keeping.emit(memberChanged(member, []))
  return member
}

export const createMember = operation()('createMember', {
  keep: async ({ body }, _, keeping) => {
    const member = await addMember(keeping, body)
    return { status: 201, body: member }
  },
})
