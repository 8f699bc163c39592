import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { recordDisclosure as record, suspendDisclosure } from '../model/disclosure.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentDisclosure } from '../presenters/present-disclosure.ts'
import { insertDisclosure } from '../store/disclosures.ts'
import { namesInDisclosures, todayIn } from '../workflows/gather-disclosure.ts'

/** Of a patient of the organization. */
export const recordDisclosure = operation<ComplianceContext>()('recordDisclosure', {
  gather: async ({ body }, ports, context) => {
    await ports.directory.patientZone(context, body.patientId)
    const [today, names] = await Promise.all([todayIn(context, ports), namesInDisclosures(context, ports, [])])
    return { today, names }
  },
  decide: ({ body: { suspension, ...facts } }, { today, names }, { caller, newId, now }) => {
    const acting = { by: caller.personId, now, today }
    const recorded = record({ ...facts, id: newId(), patientId: requireUuid(facts.patientId) }, acting)
    const made =
      suspension === undefined
        ? recorded
        : { ...suspendDisclosure(recorded, suspension, acting, '/suspension'), version: recorded.version }
    return {
      writes: [insertDisclosure(made)],
      answer: {
        status: 201,
        headers: { location: `/v1/disclosures?patientId=${made.patientId}` },
        body: presentDisclosure(made, names),
      },
    }
  },
})
