import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { effectivePreferences } from '../model/effective-preferences.ts'
import type { MessagingContext } from '../ports.ts'
import { presentPreferences } from '../presenters/present-preferences.ts'
import { readPreferences } from '../store/preferences.ts'
import { decidesOnAccess } from '../workflows/decides-on-access.ts'
import { readTextStop } from '../workflows/read-text-stop.ts'

export const getPreferences = operation<MessagingContext>()('getPreferences', {
  read: async ({ path: { patientId } }, _, context, { consent, directory, policy }) => {
    await directory.actingFor(context, requireUuid(patientId), 'schedule')
    const patient = await directory.patient(context, patientId)
    const preferences = effectivePreferences(patient, await readPreferences(context.db, context, patientId), policy)
    const words = await readTextStop({ consent }, context, patient.id, preferences.phone ?? patient.call.phone)
    const may = await decidesOnAccess({ directory }, context, patientId)
    return { status: 200, body: presentPreferences(patient.id, preferences, { ...words, decidesOnAccess: may }) }
  },
})
