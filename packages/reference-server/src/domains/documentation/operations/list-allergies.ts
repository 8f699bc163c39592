import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { allergiesOf } from '../store/allergies.ts'
import { answerOfAllergy } from '../presenters/answer-of-allergy.ts'

export const listAllergies = operation<DocumentationContext>()('listAllergies', {
  gather: async ({ path }, { directory }, reading) => {
    await directory.actingFor(reading, path.patientId, 'record')
    await directory.patient(reading, path.patientId)
  },
  read: async ({ path: { patientId } }, _, reading) => {
    const { asked, items } = await allergiesOf(reading.db, reading, patientId)
    return { status: 200, body: { patientId, asked, items: items.map(answerOfAllergy) } }
  },
})
