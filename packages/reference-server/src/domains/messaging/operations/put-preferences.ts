import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { preferencesChanged } from '../events.ts'
import { dialable } from '../model/phone.ts'
import type { Preferences } from '../model/preferences.ts'
import type { MessagingContext } from '../ports.ts'
import { presentPreferences } from '../presenters/present-preferences.ts'
import { addressMissing, patientDecides, versionConflict } from '../problems.ts'
import { readPreferences, writePreferences } from '../store/preferences.ts'
import { decidesOnAccess } from '../workflows/decides-on-access.ts'
import { readTextStop } from '../workflows/read-text-stop.ts'

export const putPreferences = operation<MessagingContext>()('putPreferences', {
  gather: async ({ path: { patientId }, body }, { consent, directory }, context) => {
    await directory.actingFor(context, requireUuid(patientId), 'schedule')
    const patient = await directory.patient(context, patientId)
    const [email, phone] = [body.email ?? patient.email, body.phone ?? patient.call.phone]
    if (body.channel === 'email' && !/^[^\s@]+@[^\s@]+$/.test(email ?? '')) throw addressMissing('email')
    if (body.channel === 'sms' && dialable(phone ?? '') === null) throw addressMissing('phone')
    const may = await decidesOnAccess({ directory }, context, patientId)
    if (body.tellFirstAccess !== undefined && !may) throw patientDecides()
    const before = await readPreferences(context.db, context, patientId)
    return { before, ...(await readTextStop({ consent }, context, patient.id, phone)), decidesOnAccess: may }
  },
  decide: ({ path: { patientId }, body }, { before, ...shown }) => {
    const preferences: Preferences = {
      channel: body.channel,
      email: body.email ?? null,
      phone: body.phone ?? null,
      language: body.language,
      quietHours: body.quietHours,
      muted: [...new Set(body.muted)],
      tellFirstAccess: body.tellFirstAccess ?? before?.tellFirstAccess ?? false,
      version: body.version + 1,
    }
    return {
      // A STOP stays in force whatever is chosen here: anyone can type a number, but only its holder can reply START from it.
      writes: [writePreferences(patientId, preferences)],
      events: [preferencesChanged(patientId, preferences)],
      otherwise: () => {
        throw versionConflict()
      },
      answer: { status: 200, body: presentPreferences(patientId, preferences, shown) },
    }
  },
})
