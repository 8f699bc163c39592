import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { preferencesChanged } from '../events.ts'
import { dialable } from '../model/phone.ts'
import type { Preferences } from '../model/preferences.ts'
import type { MessagingContext } from '../ports.ts'
import { addressMissing, versionConflict } from '../problems.ts'
import { upsertPreferences } from '../store/preferences.ts'
import { presentPreferences } from '../workflows/present-preferences.ts'

export const putPreferences = operation<MessagingContext>()('putPreferences', {
  gather: async ({ path: { patientId }, body }, { directory }, context) => {
    await directory.actingFor(context, requireUuid(patientId), 'schedule')
    const patient = await directory.patient(context, patientId)
    if (body.channel === 'email' && !/^[^\s@]+@[^\s@]+$/.test(body.email ?? patient.email ?? ''))
      throw addressMissing('email')
    if (body.channel === 'sms' && dialable(body.phone ?? patient.phone ?? '') === null) throw addressMissing('phone')
    return patient
  },
  keep: async ({ path: { patientId }, body }, patient, context) => {
    const { tx, emit } = context
    const preferences: Preferences = {
      channel: body.channel,
      email: body.email ?? null,
      phone: body.phone ?? null,
      language: body.language,
      quietHours: body.quietHours,
      muted: [...new Set(body.muted)],
      version: body.version + 1,
    }
    if (!(await upsertPreferences(tx, context, patientId, preferences))) throw versionConflict()
    // A STOP stays in force whatever is chosen here: anyone can type a number, but only its holder can reply START from it.
    await emit(preferencesChanged(patientId, preferences.version))
    return { status: 200, body: await presentPreferences(tx, context, patient, preferences) }
  },
})
