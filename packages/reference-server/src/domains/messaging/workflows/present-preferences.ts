import type { components } from '@visitkit/contract'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import { dialable } from '../model/phone.ts'
import type { Preferences } from '../model/preferences.ts'
import type { Addressee } from '../ports.ts'
import { isStopped, numberIndex } from '../store/preferences.ts'

/** The preferences in force for a patient who never set any: the first channel that reaches them. */
export const effectivePreferences = (
  patient: Addressee,
  chosen: Preferences | null,
  policy: Pick<MessagingPolicy, 'channelOrder' | 'quietHours'>,
): Preferences => {
  if (chosen) return chosen
  const addresses = { email: patient.email ?? null, sms: dialable(patient.phone ?? '') }
  return {
    channel: policy.channelOrder.find((channel) => addresses[channel] !== null) ?? 'none',
    email: null,
    phone: null,
    language: patient.language,
    quietHours: policy.quietHours,
    muted: [],
    version: 0,
  }
}

export const presentPreferences = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'vault'>,
  patient: Addressee,
  preferences: Preferences,
): Promise<components['schemas']['CommunicationPreferences']> => {
  const number = dialable(preferences.phone ?? patient.phone ?? '')
  return {
    patientId: patient.id,
    channel: preferences.channel,
    ...(preferences.email !== null && { email: preferences.email }),
    ...(preferences.phone !== null && { phone: preferences.phone }),
    language: preferences.language,
    quietHours: preferences.quietHours,
    muted: [...preferences.muted],
    stopped: number !== null && (await isStopped(db, await numberIndex(db, context, number))),
    version: preferences.version,
  }
}
