import type { MessagingPolicy } from './messaging-policy.ts'
import { dialable } from './phone.ts'
import type { Preferences } from './preferences.ts'

/** The preferences in force. For a patient who never set any: the first channel that reaches them. */
export const effectivePreferences = (
  patient: {
    readonly email?: string | undefined
    readonly call: { readonly phone?: string | undefined }
    readonly language: string
  },
  chosen: Preferences | null,
  policy: Pick<MessagingPolicy, 'channelOrder' | 'quietHours'>,
): Preferences => {
  if (chosen) return chosen
  const addresses = { email: patient.email ?? null, sms: dialable(patient.call.phone ?? '') }
  return {
    channel: policy.channelOrder.find((channel) => addresses[channel] !== null) ?? 'none',
    email: null,
    phone: null,
    language: patient.language,
    quietHours: policy.quietHours,
    muted: [],
    tellFirstAccess: false,
    version: 0,
  }
}
