import { effectivePreferences } from './effective-preferences.ts'
import type { MessagingPolicy } from './messaging-policy.ts'
import type { Preferences } from './preferences.ts'

interface Known {
  readonly patient: Parameters<typeof effectivePreferences>[0]
  readonly policy: Pick<MessagingPolicy, 'channelOrder' | 'quietHours'>
}

interface Chosen {
  readonly channel: Preferences['channel']
  readonly email?: string | null
  readonly phone?: string | null
}

/**
 * Whether notices that went to one place go to another one, or to none. The addresses of the record count where none was chosen. Where
 * nothing was known before, nothing is sent elsewhere.
 */
export const isNotifiedElsewhere = ({ patient, policy }: Known, after: Chosen, before: Preferences | null): boolean => {
  const placesOf = ({ channel, email, phone }: Chosen): readonly (string | undefined)[] => [
    channel === 'none' ? undefined : channel,
    email ?? patient.email,
    phone ?? patient.call.phone,
  ]
  const places = placesOf(after)
  return placesOf(effectivePreferences(patient, before, policy)).some(
    (place, at) => place !== undefined && place !== places[at],
  )
}
