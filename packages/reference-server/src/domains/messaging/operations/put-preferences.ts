import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { preferencesChanged } from '../events.ts'
import { dialable } from '../model/phone.ts'
import type { AddressWriter, AddressWriters, Preferences } from '../model/preferences.ts'
import { isNotifiedElsewhere } from '../model/is-notified-elsewhere.ts'
import type { MessagingContext } from '../ports.ts'
import { presentPreferences } from '../presenters/present-preferences.ts'
import { addressMissing, patientDecides, versionConflict } from '../problems.ts'
import { readPreferences, writePreferences } from '../store/preferences.ts'
import { decidesOnAccess } from '../workflows/decides-on-access.ts'
import { readTextStop } from '../workflows/read-text-stop.ts'

/** Who saves an address that was there has not written it. */
const writersAfter = (
  after: Pick<Preferences, 'email' | 'phone'>,
  before: Preferences | null,
  writer: AddressWriter,
): AddressWriters => {
  const of = (name: 'email' | 'phone'): AddressWriters => {
    if (after[name] === null) return {}
    const by = after[name] === before?.[name] ? before?.writtenBy?.[name] : writer
    return by === undefined ? {} : { [name]: by }
  }
  return { ...of('email'), ...of('phone') }
}

export const putPreferences = operation<MessagingContext>()('putPreferences', {
  gather: async ({ path: { patientId }, body }, { consent, directory, policy }, context) => {
    const { as } = await directory.actingFor(context, requireUuid(patientId), 'schedule')
    const patient = await directory.patient(context, patientId)
    const [email, phone] = [body.email ?? patient.email, body.phone ?? patient.call.phone]
    if (body.channel === 'email' && !/^[^\s@]+@[^\s@]+$/.test(email ?? '')) throw addressMissing('email')
    if (body.channel === 'sms' && dialable(phone ?? '') === null) throw addressMissing('phone')
    const may = await decidesOnAccess({ directory }, context, patientId)
    if (body.tellFirstAccess !== undefined && !may) throw patientDecides()
    const before = await readPreferences(context.db, context, patientId)
    if (isNotifiedElsewhere({ patient, policy }, body, before)) context.access.requireStepUp()
    return { before, as, ...(await readTextStop({ consent }, context, patient.id, phone)), decidesOnAccess: may }
  },
  decide: ({ path: { patientId }, body }, { before, as, ...shown }) => {
    const [email, phone] = [body.email ?? null, body.phone ?? null]
    const preferences: Preferences = {
      channel: body.channel,
      email,
      phone,
      writtenBy: writersAfter({ email, phone }, before, as),
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
