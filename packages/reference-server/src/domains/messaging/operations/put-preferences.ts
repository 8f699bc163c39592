import { knownId } from '../../../platform/database/ids/known-id.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { preferencesChanged } from '../events.ts'
import { dialable } from '../model/phone.ts'
import type { Preferences } from '../model/preferences.ts'
import type { MessagingContext } from '../ports.ts'
import { addressMissing, versionConflict } from '../problems.ts'
import { keepPreferences } from '../store/preferences.ts'
import { describePreferences } from '../workflows/describe-preferences.ts'

export const putPreferences = operation<MessagingContext>()('putPreferences', {
  gather: async ({ path: { patientId }, body }, { directory }, reading) => {
    await directory.actingFor(reading, knownId(patientId), 'schedule')
    const patient = await directory.patient(reading, patientId)
    if (body.channel === 'email' && !/^[^\s@]+@[^\s@]+$/.test(body.email ?? patient.email ?? ''))
      throw addressMissing('email')
    if (body.channel === 'sms' && dialable(body.phone ?? patient.phone ?? '') === null) throw addressMissing('phone')
    return patient
  },
  keep: async ({ path: { patientId }, body }, patient, keeping) => {
    const { tx, emit } = keeping
    const preferences: Preferences = {
      channel: body.channel,
      email: body.email ?? null,
      phone: body.phone ?? null,
      language: body.language,
      quietHours: body.quietHours,
      muted: [...new Set(body.muted)],
      version: body.version + 1,
    }
    if (!(await keepPreferences(tx, keeping, patientId, preferences))) throw versionConflict()
    // A STOP stands whatever is chosen here: anybody can type a number, only whoever holds it can answer START from it.
    await emit(preferencesChanged(patientId, preferences.version))
    return { status: 200, body: await describePreferences(tx, keeping, patient, preferences) }
  },
})
