import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { readAllergies } from '../store/allergies.ts'
import { presentAllergy } from '../presenters/present-allergy.ts'

export const listAllergies = operation<DocumentationContext>()('listAllergies', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patient(context, path.patientId)
  },
  read: async ({ path: { patientId } }, _, context) => {
    const { asked, items } = await readAllergies(context.db, context, patientId)
    return { status: 200, body: { patientId, asked, items: items.map(presentAllergy) } }
  },
})
