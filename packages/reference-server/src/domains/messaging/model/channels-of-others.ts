import type { Channel } from './messaging-policy.ts'
import type { AddressWriter, AddressWriters, Preferences } from './preferences.ts'

/** From this birthday the law gives the decision about their records to the person (45 CFR 164.502(g)(3)). */
const majority = 18

const isMinor = (birthDate: string, zone: string, now: Date): boolean => {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(birthDate).add({ years: majority }), today) > 0
}

/** Of a minor the clinic often has the address of a parent. So does a record that does not say who wrote it. */
const mayBeOfOthers = (writer: AddressWriter | undefined, ofMinor: boolean): boolean =>
  ofMinor ? writer !== 'patient' : writer === 'proxy'

/**
 * The channels whose address may belong to a person who acts for the patient. What only the patient may learn is not sent there: for a minor,
 * any address that they did not write themselves; for others, one that a proxy wrote last.
 */
export const channelsOfOthers = (
  patient: { readonly writers: AddressWriters; readonly birthDate: string; readonly zone: string },
  preferences: Pick<Preferences, 'email' | 'phone' | 'writtenBy'> | null,
  now: Date,
): readonly Channel[] => {
  const ofMinor = isMinor(patient.birthDate, patient.zone, now)
  const writerOf = (name: 'email' | 'phone'): AddressWriter | undefined =>
    (preferences?.[name] ?? null) === null ? patient.writers[name] : preferences?.writtenBy?.[name]
  const channels = [['email', 'email'] as const, ['sms', 'phone'] as const]
  return channels.flatMap(([channel, name]) => (mayBeOfOthers(writerOf(name), ofMinor) ? [channel] : []))
}
