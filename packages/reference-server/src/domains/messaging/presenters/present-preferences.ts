import type { components } from '@visitkit/contract'
import type { Preferences } from '../model/preferences.ts'

export const presentPreferences = (
  patientId: string,
  preferences: Preferences,
  stopped: boolean,
): components['schemas']['CommunicationPreferences'] => ({
  patientId,
  channel: preferences.channel,
  ...(preferences.email !== null && { email: preferences.email }),
  ...(preferences.phone !== null && { phone: preferences.phone }),
  language: preferences.language,
  quietHours: preferences.quietHours,
  muted: [...preferences.muted],
  stopped,
  version: preferences.version,
})
