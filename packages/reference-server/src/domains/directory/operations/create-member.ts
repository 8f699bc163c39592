import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { DecideContext, WriteContext } from '../../../platform/contracts/context.ts'
import { memberChanged } from '../events.ts'
import { validateMember } from '../model/validate-records.ts'
import { requireNoFaults } from '../problems.ts'
import type { Identity } from '../store/identities.ts'
import { insertMember, type Member } from '../store/members.ts'
import { registerIdentity } from '../store/register-identity.ts'
import { storeInTransaction } from '../workflows/store-in-transaction.ts'

type GivenMember = components['schemas']['CreateMember'] & { readonly id?: string }

const newMember = (given: GivenMember, { newId }: Pick<DecideContext, 'newId'>) => {
  requireNoFaults(validateMember(given))
  const member: Member = {
    ...given,
    roles: [...new Set(given.roles)],
    id: given.id ?? newId(),
    status: 'active',
    login: 'none',
    practitionerId: null,
    version: 1,
  }
  return { writes: [insertMember(member)], events: [memberChanged(member, [])], answer: member }
}

/** For seeds and imports, which may provide an id (UUID) and a sign-in that the operator vouches for. */
export const addMember = async (
  context: WriteContext,
  { identity, ...given }: GivenMember & { readonly identity?: Identity },
): Promise<Member> => {
  const member = await storeInTransaction(context, newMember(given, context))
  if (!identity) return member
  await registerIdentity(context, identity, { kind: 'member', personId: member.id })
  return { ...member, login: 'linked' }
}

export const createMember = operation()('createMember', {
  decide: ({ body }, _, context) => {
    const { answer: member, ...change } = newMember(body, context)
    return { ...change, answer: { status: 201, body: member } }
  },
})
