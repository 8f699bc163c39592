import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { memberChanged } from '../events.ts'
import { validateMember } from '../model/validate-records.ts'
import { requireNoFaults } from '../problems.ts'
import type { Identity } from '../store/identities.ts'
import { insertMember, type Member } from '../store/members.ts'
import { registerIdentity } from '../store/register-identity.ts'

/** Also used by seeds and imports, which may provide an id (UUID) and a sign-in that the operator vouches for. */
export const addMember = async (
  context: WriteContext,
  {
    id,
    identity,
    ...given
  }: components['schemas']['CreateMember'] & { readonly id?: string; readonly identity?: Identity },
): Promise<Member> => {
  requireNoFaults(validateMember(given))
  const member: Member = {
    ...given,
    roles: [...new Set(given.roles)],
    id: id ?? context.newId(),
    status: 'active',
    login: identity ? 'linked' : 'none',
    practitionerId: null,
    version: 1,
  }
  await insertMember(context.tx, context.caller.organizationId, member)
  if (identity) await registerIdentity(context, identity, { kind: 'member', personId: member.id })
  await context.emit(memberChanged(member, []))
  return member
}

export const createMember = operation()('createMember', {
  keep: async ({ body }, _, context) => {
    const member = await addMember(context, body)
    return { status: 201, body: member }
  },
})
