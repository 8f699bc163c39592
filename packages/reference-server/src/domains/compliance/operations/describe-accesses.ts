import type { components } from '@visitkit/contract'
import type { Reading } from '../../../platform/seams.ts'
import type { CompliancePorts } from '../ports.ts'
import type { KeptAccess } from '../store/accesses.ts'

type Access = components['schemas']['Access']

/** Puts names to actors and applications. Whom nobody can name is shown as what they are. */
export const describeAccesses = async (
  accesses: readonly KeptAccess[],
  reading: Reading,
  ports: CompliancePorts,
): Promise<Access[]> => {
  const actors = accesses.map(({ actorKind, actorId }) => ({ kind: actorKind, id: actorId }))
  const patientIds = [...new Set(accesses.flatMap(({ patientId }) => patientId ?? []))]
  const clientIds = [...new Set(accesses.map(({ clientId }) => clientId))]
  const coveredIds = [...new Set(accesses.flatMap(({ onBehalfOf }) => onBehalfOf ?? []))]
  const [names, clients, covered] = await Promise.all([
    ports.directory.actorNames(reading, actors, patientIds),
    ports.clientNames(reading, clientIds),
    ports.directory.practitionerSummaries(reading, coveredIds),
  ])
  return accesses.map((access): Access => {
    const application = clients.get(access.clientId) ?? access.clientId
    const displayName = names.get(`${access.actorKind}:${access.actorId}`) ?? unnamed(access.actorKind, application)
    return {
      id: access.id,
      at: access.at.toISOString(),
      patientId: access.patientId,
      actor: { kind: access.actorKind, id: idOf(access), displayName, role: access.actorRole },
      action: access.action,
      entity: entityFor(reading, access),
      because: access.because,
      ...(access.onBehalfOf !== null && {
        onBehalfOf: {
          practitionerId: access.onBehalfOf,
          displayName: covered.get(access.onBehalfOf)?.displayName ?? 'Former practitioner',
        },
      }),
      outcome: access.outcome,
      application,
      ...(access.sequence !== null && { sequence: Number(access.sequence) }),
    }
  })
}

/**
 * That a therapist keeps notes apart is not the patient's to learn from the list, nor a proxy's: there it is a note like any other. Whoever
 * reviews accesses sees what was touched.
 */
const entityFor = ({ caller }: Reading, { entity }: KeptAccess): string =>
  entity === 'PsychotherapyNote' && (caller.kind === 'patient' || caller.kind === 'proxy') ? 'Note' : entity

/** The server's own parts are called like `labs.escalate`, which is no id of the contract. */
const idOf = ({ actorKind, actorId }: KeptAccess): string =>
  actorKind === 'system' ? actorId.replaceAll('.', '-').slice(0, 64) : actorId

const unnamed = (kind: Access['actor']['kind'], application: string): string =>
  ({ patient: 'Patient', proxy: 'Proxy', member: 'Former member of staff', service: application, system: 'Automatic' })[
    kind
  ]
