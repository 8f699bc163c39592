import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { fullName } from '../../../platform/names/person-name.ts'
import { presentPatientSummary, type Patient } from '../model/patient.ts'
import type { Role } from '../model/staff-roles.ts'
import type { DirectoryPorts } from '../ports.ts'
import { listRightsInForce } from '../store/acting-for.ts'
import { readMember } from '../store/members.ts'
import { readPatients } from '../store/patients.ts'
import { readProxy } from '../store/proxies.ts'

type Me = components['schemas']['Me']

export const getMe = operation<DirectoryPorts>()('getMe', {
  read: async (_input, _, context, ports) => {
    const { caller } = context
    // A guest has no account: their page reads the guest's visit.
    if (caller.kind === 'system' || caller.kind === 'guest') throw notFound('nobody')
    const { displayName, patients } = await personOf(context, ports)
    return {
      status: 200,
      body: {
        personId: caller.personId,
        kind: caller.kind,
        displayName,
        // Sessions have only roles of the directory.
        roles: [...caller.roles] as Role[],
        patients: patients.map((patient) => presentPatientSummary(patient, context.now)),
        practitionerId: caller.practitionerId,
        organizationId: caller.organizationId,
        permissions: [...ports.permissionsOf(caller)],
      },
    }
  },
})

const personOf = async (
  context: ReadContext,
  ports: DirectoryPorts,
): Promise<Pick<Me, 'displayName'> & { patients: Patient[] }> => {
  const { caller, db, now } = context
  if (caller.kind === 'member')
    return { displayName: (await readMember(db, caller.personId)).displayName, patients: [] }
  if (caller.kind === 'service') return { displayName: await ports.clientName(context, caller.clientId), patients: [] }

  const rights = (await listRightsInForce(db, caller.personId, now)).filter(({ patientId }) =>
    caller.patientIds.includes(patientId),
  )
  const own = caller.kind === 'patient' ? [caller.personId] : []
  const patients = await readPatients(db, context, [...own, ...rights.map(({ patientId }) => patientId)])
  const self = patients.find(({ id }) => id === caller.personId)
  if (self) return { displayName: self.contact?.addressAs ?? fullName(self.name), patients }
  const [first] = rights
  if (!first) throw notFound('proxy_right_not_in_force')
  return { displayName: (await readProxy(db, context, first.patientId, first.id)).displayName, patients }
}
