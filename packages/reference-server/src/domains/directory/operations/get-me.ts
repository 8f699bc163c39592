import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import { spokenName, summarizePatient, type Patient } from '../model/patient.ts'
import type { Role } from '../model/staff-roles.ts'
import type { DirectoryPorts } from '../ports.ts'
import { rightsInForce } from '../store/acting-for.ts'
import { readMember } from '../store/members.ts'
import { readPatients } from '../store/patients.ts'
import { readProxy } from '../store/proxies.ts'

type Me = components['schemas']['Me']

export const getMe = operation<DirectoryPorts>()('getMe', {
  read: async (_input, _, reading, ports) => {
    const { caller } = reading
    if (caller.kind === 'system') throw notFound('nobody')
    const { displayName, patients } = await personOf(reading, ports)
    return {
      status: 200,
      body: {
        personId: caller.personId,
        kind: caller.kind,
        displayName,
        // Sessions are given the directory's own roles.
        roles: [...caller.roles] as Role[],
        patients: patients.map((patient) => summarizePatient(patient, reading.now)),
        practitionerId: caller.practitionerId,
        organizationId: caller.organizationId,
        permissions: [...ports.permissionsOf(caller)],
      },
    }
  },
})

const personOf = async (
  reading: Reading,
  ports: DirectoryPorts,
): Promise<Pick<Me, 'displayName'> & { patients: Patient[] }> => {
  const { caller, db, now } = reading
  if (caller.kind === 'member')
    return { displayName: (await readMember(db, caller.personId)).displayName, patients: [] }
  if (caller.kind === 'service') return { displayName: await ports.clientName(reading, caller.clientId), patients: [] }

  const rights = (await rightsInForce(db, caller.personId, now)).filter(({ patientId }) =>
    caller.patientIds.includes(patientId),
  )
  const own = caller.kind === 'patient' ? [caller.personId] : []
  const patients = await readPatients(db, reading, [...own, ...rights.map(({ patientId }) => patientId)])
  const self = patients.find(({ id }) => id === caller.personId)
  if (self) return { displayName: spokenName(self.name), patients }
  const [first] = rights
  if (!first) throw notFound('proxy_right_not_in_force')
  return { displayName: (await readProxy(db, reading, first.patientId, first.id)).displayName, patients }
}
