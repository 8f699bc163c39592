import type { components } from '@visitkit/contract'
import type { Preferences } from '../model/preferences.ts'

export const presentPreferences = (
  patientId: string,
  preferences: Preferences,
  {
    stopped,
    needsConsent,
    decidesOnAccess,
  }: { readonly stopped: boolean; readonly needsConsent: boolean; readonly decidesOnAccess: boolean },
): components['schemas']['CommunicationPreferences'] => ({
  patientId,
  channel: preferences.channel,
  ...(preferences.email !== null && { email: preferences.email }),
  ...(preferences.phone !== null && { phone: preferences.phone }),
  language: preferences.language,
  quietHours: preferences.quietHours,
  muted: [...preferences.muted],
  // Staff do not learn whether the patient watches who opens the record.
  ...(decidesOnAccess && { tellFirstAccess: preferences.tellFirstAccess }),
  stopped,
  needsConsent,
  version: preferences.version,
})
