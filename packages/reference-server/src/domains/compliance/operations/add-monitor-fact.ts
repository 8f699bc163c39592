import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentFact } from '../presenters/present-access-cases.ts'
import { factExists, memberRequired } from '../problems.ts'
import { insertFact } from '../store/monitor-facts.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'

/** Of a patient of the organization, and a member who is active. */
export const addMonitorFact = operation<ComplianceContext>()('addMonitorFact', {
  gather: async ({ body: { patientId, kind, memberId } }, ports, context) => {
    if ((kind === 'confidential') !== (memberId === undefined)) throw memberRequired()
    const { directory } = ports
    await directory.patientZone(context, patientId)
    const [patients, members] = await Promise.all([
      directory.patientSummaries(context, [patientId]),
      memberId === undefined ? [] : directory.activeMembers(context),
    ])
    if (memberId !== undefined && !members.some(({ id }) => id === memberId)) throw memberRequired()
    return {
      patient: patients.get(patientId),
      names: await namesOfMembers(context, ports, [memberId ?? null]),
    }
  },
  decide: ({ body: { patientId, kind, memberId } }, { patient, names }, { caller, newId, now }) => {
    const fact = {
      id: newId(),
      patientId: requireUuid(patientId),
      kind,
      memberId: memberId ?? null,
      createdAt: now,
      createdBy: caller.personId,
      removedAt: null,
    }
    return {
      writes: [insertFact(fact)],
      otherwise: () => {
        throw factExists()
      },
      answer: { status: 201, headers: { location: '/v1/monitor-facts' }, body: presentFact(fact, patient, names) },
    }
  },
})
