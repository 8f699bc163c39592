import { operation } from '../../../platform/contracts/operation.ts'
import { allergyChanged } from '../events.ts'
import type { DocumentationContext } from '../ports.ts'
import { hasAllergies } from '../problems.ts'
import { recordNoKnownAllergies } from '../store/allergies.ts'

export const noKnownAllergies = operation<DocumentationContext>()('noKnownAllergies', {
  gather: async ({ path }, { directory }, context) => {
    await directory.patient(context, path.patientId)
  },
  keep: async ({ path: { patientId } }, _, context) => {
    const { tx, now, emit } = context
    if (!(await recordNoKnownAllergies(tx, context, patientId, now))) throw hasAllergies()
    await emit(allergyChanged(patientId, null))
    return { status: 200, body: { patientId, asked: true } }
  },
})
