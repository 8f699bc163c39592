import { operation } from '../../../platform/http/operation.ts'
import { allergyChanged } from '../events.ts'
import type { DocumentationContext } from '../ports.ts'
import { hasAllergies } from '../problems.ts'
import { allergiesOf, noteAsked } from '../store/allergies.ts'

export const noKnownAllergies = operation<DocumentationContext>()('noKnownAllergies', {
  gather: async ({ path }, { directory }, reading) => {
    await directory.patient(reading, path.patientId)
  },
  keep: async ({ path: { patientId } }, _, keeping) => {
    const { tx, caller, now, emit } = keeping
    const allergies = await allergiesOf(tx, keeping, patientId)
    if (allergies.some(({ status }) => status === 'active')) throw hasAllergies()
    await noteAsked(tx, caller.organizationId, patientId, now)
    await emit(allergyChanged(patientId, null))
    return { status: 200, body: { patientId, asked: true } }
  },
})
