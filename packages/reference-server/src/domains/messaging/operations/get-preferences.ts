import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { readPreferences } from '../store/preferences.ts'
import { presentPreferences, effectivePreferences } from '../workflows/present-preferences.ts'

export const getPreferences = operation<MessagingContext>()('getPreferences', {
  read: async ({ path: { patientId } }, _, context, { directory, policy }) => {
    await directory.actingFor(context, requireUuid(patientId), 'schedule')
    const patient = await directory.patient(context, patientId)
    const preferences = effectivePreferences(patient, await readPreferences(context.db, context, patientId), policy)
    return { status: 200, body: await presentPreferences(context.db, context, patient, preferences) }
  },
})
