import { operation } from '../../../platform/contracts/operation.ts'
import { allergyChanged } from '../events.ts'
import type { DocumentationContext } from '../ports.ts'
import { hasAllergies } from '../problems.ts'
import { noteNoneKnown } from '../store/allergies.ts'

export const noKnownAllergies = operation<DocumentationContext>()('noKnownAllergies', {
  gather: async ({ path }, { directory }, reading) => {
    await directory.patient(reading, path.patientId)
  },
  keep: async ({ path: { patientId } }, _, keeping) => {
    const { tx, now, emit } = keeping
    if (!(await noteNoneKnown(tx, keeping, patientId, now))) throw hasAllergies()
    await emit(allergyChanged(patientId, null))
    return { status: 200, body: { patientId, asked: true } }
  },
})
