import type { Me, VisitClient } from '@visitkit/sdk'
import { AlertsPart } from '../alerts/alerts-part.ts'
import { loadModule } from '../core/load-module.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { PatientCoveragesPart } from '../patient-coverages/patient-coverages-part.ts'
import type { PatientRecordsPart } from '../patient-records/patient-records-part.ts'
import { RefillsPart } from './refills-part.ts'

/** A list of one kind of work. It is followed until the signal aborts, and empty after `clear`. */
export interface WaitingPart {
  readonly count: number
  /** Whether it was read, or could not be. */
  readonly isRead: boolean
  follow(signal: AbortSignal): void
  clear(): void
  view(): unknown
}

/** What the inbox has next to its sections. Null for readers without the permission. */
export interface InboxParts {
  readonly alerts: AlertsPart | null
  /** Charts that were opened in an emergency. */
  readonly emergencies: WaitingPart | null
  /** Visits that began in an emergency without the consent. */
  readonly admissions: WaitingPart | null
  /** Texts of people, and reports of vendors that did not fit. */
  readonly partnerMessages: WaitingPart | null
  /** Messages of pharmacies that were not applied. */
  readonly pharmacyMessages: WaitingPart | null
  readonly refills: WaitingPart | null
  /** Requests of patients about their records. */
  readonly amendments: WaitingPart | null
  /** For the front desk. */
  readonly records: PatientRecordsPart | null
  /** For those who enter and correct the insurance of patients. */
  readonly insurance: PatientCoveragesPart | null
}

/** @param changed - Called after each change of a list. */
export const loadInboxParts = async (
  host: VisitElement,
  client: VisitClient,
  me: Me,
  changed: () => void,
): Promise<InboxParts> => {
  const may = (permission: string): boolean => me.permissions.includes(permission)
  /** Requests the code of a part only for those who use it. */
  const forThose = async <Module, Part>(
    isAllowed: boolean,
    load: () => Promise<Module>,
    create: (module: Module) => Part,
  ): Promise<Part | null> => (isAllowed ? create(await loadModule(load())) : null)
  return {
    alerts: may('alert:read') ? new AlertsPart(host, client, me, changed) : null,
    refills: may('refill:decline') ? new RefillsPart(host, client, me, changed) : null,
    emergencies: await forThose(
      may('emergency-access:review'),
      () => import('../privacy-desk/emergency-accesses.ts'),
      ({ reviewEmergencyAccesses }) => reviewEmergencyAccesses(host, client, me, changed),
    ),
    admissions: await forThose(
      may('emergency-admission:review'),
      () => import('../privacy-desk/emergency-admissions.ts'),
      ({ reviewEmergencyAdmissions }) => reviewEmergencyAdmissions(host, client, me, changed),
    ),
    partnerMessages: await forThose(
      may('partner-message:resolve'),
      () => import('../partner-messages/partner-messages-part.ts'),
      ({ PartnerMessagesPart }) => new PartnerMessagesPart(host, client, changed).held,
    ),
    pharmacyMessages: await forThose(
      may('pharmacy-message:resolve'),
      () => import('../pharmacy-messages/pharmacy-messages-part.ts'),
      ({ PharmacyMessagesPart }) => new PharmacyMessagesPart(host, client, changed).held,
    ),
    records: await forThose(
      may('patient:link'),
      () => import('../patient-records/patient-records-part.ts'),
      ({ PatientRecordsPart: Part }) => new Part(host, client, me),
    ),
    insurance: await forThose(
      may('coverage:write') && may('patient:search'),
      () => import('../patient-coverages/patient-coverages-part.ts'),
      ({ PatientCoveragesPart: Part }) => new Part(host, client),
    ),
    amendments: await forThose(
      may('privacy-request:decide'),
      () => import('../privacy-desk/amendments.ts'),
      ({ AmendmentsPanel }) => new AmendmentsPanel(host, client),
    ),
  }
}

/** The lists of work, in no order. */
export const waitingParts = (parts: InboxParts): readonly WaitingPart[] =>
  [
    parts.emergencies,
    parts.admissions,
    parts.partnerMessages,
    parts.pharmacyMessages,
    parts.refills,
    parts.amendments,
  ].filter((part) => part !== null)
