import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { explainAccess } from './explain-access.ts'
import type { CompliancePorts } from '../ports.ts'
import type { StoredAccess } from '../store/accesses.ts'

type AccessExplanation = components['schemas']['AccessExplanation']

/** What links the actors of these accesses to their patients today, by access id. */
export const explainAccesses = async (
  context: ReadContext,
  { directory, readParticipants }: Pick<CompliancePorts, 'directory' | 'readParticipants'>,
  accesses: readonly StoredAccess[],
): Promise<ReadonlyMap<string, AccessExplanation>> => {
  const { organizationId } = context.caller
  const memberIds = [
    ...new Set(accesses.flatMap(({ actorKind, actorId }) => (actorKind === 'member' ? [actorId] : []))),
  ]
  const patientIds = [...new Set(accesses.flatMap(({ patientId }) => patientId ?? []))]
  if (memberIds.length === 0)
    return new Map(accesses.map((access) => [access.id, explainAccess(access, null, [], context.now)]))
  const [practitioners, participants] = await Promise.all([
    directory.practitioners(context),
    readParticipants(organizationId, patientIds, context.now),
  ])
  const practitionerOf = new Map(practitioners.map(({ id, memberId }) => [memberId, id]))
  const circles = new Map(
    await Promise.all(
      memberIds.map(async (memberId) => {
        const member = { organizationId, memberId, practitionerId: practitionerOf.get(memberId) ?? null }
        return [memberId, await directory.circleOf(member, context.now)] as const
      }),
    ),
  )
  return new Map(
    accesses.map((access) => {
      const care = participants.filter(({ patientId }) => patientId === access.patientId)
      return [access.id, explainAccess(access, circles.get(access.actorId) ?? null, care, context.now)]
    }),
  )
}
