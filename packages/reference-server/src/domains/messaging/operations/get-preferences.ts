import { knownId } from '../../../platform/database/ids/known-id.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { readPreferences } from '../store/preferences.ts'
import { describePreferences, effective } from '../workflows/describe-preferences.ts'

export const getPreferences = operation<MessagingContext>()('getPreferences', {
  read: async ({ path: { patientId } }, _, reading, { directory, policy }) => {
    await directory.actingFor(reading, knownId(patientId), 'schedule')
    const patient = await directory.patient(reading, patientId)
    const preferences = effective(patient, await readPreferences(reading.db, reading, patientId), policy)
    return { status: 200, body: await describePreferences(reading.db, reading, patient, preferences) }
  },
})
