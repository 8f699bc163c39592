import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { asListed } from '../model/as-listed.ts'
import type { CompliancePorts } from '../ports.ts'
import { outcomeForPatient, type StoredCase } from '../model/stored-case.ts'
import type { StoredAccess } from '../store/accesses.ts'

type Access = components['schemas']['Access']

/** Adds the names of actors and applications. The server itself has no name; elements have a text for it. */
export const presentAccesses = async (
  accesses: readonly StoredAccess[],
  context: ReadContext,
  ports: CompliancePorts,
  /** What was found about them, by access id. */
  dispositions: ReadonlyMap<string, StoredCase['disposition']>,
): Promise<Access[]> => {
  const actors = accesses.map(({ actorKind, actorId }) => ({ kind: actorKind, id: actorId }))
  const patientIds = [...new Set(accesses.flatMap(({ patientId }) => patientId ?? []))]
  const clientIds = [...new Set(accesses.map(({ clientId }) => clientId))]
  const coveredIds = [...new Set(accesses.flatMap(({ onBehalfOf }) => onBehalfOf ?? []))]
  const [names, clients, covered] = await Promise.all([
    ports.directory.actorNames(context, actors, patientIds),
    ports.clientNames(context, clientIds),
    ports.directory.practitionerSummaries(context, coveredIds),
  ])
  return accesses.map((access): Access => {
    const review = outcomeForPatient(dispositions.get(access.id) ?? null)
    const displayName = names.get(`${access.actorKind}:${access.actorId}`) ?? null
    return {
      id: access.id,
      at: access.at.toISOString(),
      patientId: access.patientId,
      actor: { kind: access.actorKind, id: idOf(access), displayName, role: asListed.role(access.actorRole) },
      action: access.action,
      entity: entityFor(context, access),
      reason: asListed.reason(access.because),
      purpose: asListed.purpose(access.purpose),
      ...(access.onBehalfOf !== null && {
        onBehalfOf: {
          practitionerId: access.onBehalfOf,
          displayName: covered.get(access.onBehalfOf)?.displayName ?? null,
        },
      }),
      outcome: access.outcome,
      ...(access.firstAccess && { firstAccess: true }),
      ...(review !== null && { review }),
      application: access.actorKind === 'system' ? null : (clients.get(access.clientId) ?? access.clientId),
      ...(access.sequence !== null && { sequence: Number(access.sequence) }),
    }
  })
}

/**
 * Patients and proxies do not learn from this list that a therapist keeps psychotherapy notes: such a note is listed as an ordinary note.
 * Anyone who reviews accesses sees the exact resource.
 */
const entityFor = ({ caller }: ReadContext, { entity }: StoredAccess): Access['entity'] =>
  entity === 'PsychotherapyNote' && (caller.kind === 'patient' || caller.kind === 'proxy')
    ? 'Note'
    : asListed.entity(entity)

/** Operations of the server itself are named like `labs.escalate`, which is not an operation id of the contract. */
const idOf = ({ actorKind, actorId }: StoredAccess): string =>
  actorKind === 'system' ? actorId.replaceAll('.', '-').slice(0, 64) : actorId
