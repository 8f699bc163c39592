import type { components } from '@visitkit/contract'
import { instant } from '../../kernel/model/instant.ts'
import type { WaitlistEntry } from '../model/waitlist-entry.ts'

type Schemas = components['schemas']

export interface EntryParts {
  readonly type: Schemas['VisitType']
  /** The requested practitioner. */
  readonly practitioner: Schemas['PractitionerSummary'] | undefined
  /** Of the offer. */
  readonly offered: Schemas['PractitionerSummary'] | undefined
  /** For members only. */
  readonly patient: Schemas['PatientSummary'] | undefined
}

/** The contract shape of an entry. */
export const presentEntry = (
  entry: WaitlistEntry,
  { type, practitioner, offered, patient }: EntryParts,
): Schemas['WaitlistEntry'] => ({
  id: entry.id,
  patientId: entry.patientId,
  ...(patient ? { patient } : {}),
  visitTypeId: entry.visitTypeId,
  visitTypeName: type.name,
  ...(practitioner ? { practitioner } : {}),
  from: entry.fromDay,
  to: entry.toDay,
  ...(entry.weekdays === null ? {} : { weekdays: [...entry.weekdays] }),
  ...(entry.dayParts === null ? {} : { dayParts: [...entry.dayParts] }),
  ...(entry.language === null ? {} : { language: entry.language }),
  state: entry.stateCode,
  ...(entry.appointmentId === null ? {} : { appointmentId: entry.appointmentId }),
  status: entry.status,
  ...(entry.consentedByMinor ? { consentedByMinor: true } : {}),
  joinedAt: instant(entry.joinedAt),
  ...(entry.offer && offered
    ? {
        offer: {
          start: instant(entry.offer.start),
          end: instant(entry.offer.end),
          practitioner: offered,
          expiresAt: instant(entry.offer.expiresAt),
        },
      }
    : {}),
  version: entry.version,
})
