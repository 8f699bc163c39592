import type { Caller, CallerKind } from '../../platform/contracts/caller.ts'
import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { CareParticipant, Circle } from '../../platform/care/relationship.ts'
import type { HeavyWork } from '../../platform/heavy/heavy-work.ts'
import type { ErasedKeys } from '../../platform/vault/erased-keys.ts'
import type { ErasureCertificate, SignedCertificate } from '../../platform/vault/erasure-certificate.ts'
import type { PrivacyPolicy } from './model/privacy-policy.ts'
import type { RetentionPolicy } from './model/retention.ts'

export interface ActorReference {
  readonly kind: CallerKind
  readonly id: string
}

/** A chart that a member opened in an emergency, and what its review found. */
export interface ReviewedEmergency {
  readonly id: string
  readonly memberId: string
  readonly patientId: string
  readonly from: Date
  readonly until: Date
  /** Earlier than `until`, if the member ended it. */
  readonly endedAt: Date | null
  /** Null before the review. */
  readonly outcome: components['schemas']['EmergencyOutcome'] | null
}

/** What compliance needs from upstream domains. */
export interface CompliancePorts {
  readonly directory: {
    organizationIds(): Promise<readonly string[]>
    /** Throws `not_found` for a patient who does not exist or is not accessible to the caller. Decrypts nothing. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    /** Throws `not_found` when no right is in effect and `outside_proxy_scope` when the right does not cover this scope. */
    actingFor(context: ReadContext, patientId: string, scope: 'record'): Promise<unknown>
    /** As `actingFor`, and decrypts nothing. */
    requireActing(context: ReadContext, patientId: string, scope: 'record'): Promise<void>
    /** Names by `kind:id`. Patients and proxies are named only for the patients in `patientIds`. */
    actorNames(
      context: ReadContext,
      actors: readonly ActorReference[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
    /** By id. Includes inactive practitioners. */
    practitionerSummaries(
      context: ReadContext,
      practitionerIds: readonly string[],
    ): Promise<ReadonlyMap<string, { readonly displayName: string }>>
    /** Decrypts each record and records the access. Unknown ids and erased patients are left out. */
    patientSummaries(
      context: ReadContext,
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, components['schemas']['PatientSummary']>>
    /** Decrypts each record and records the access. How patients are written to, by id. */
    reachable(
      context: ReadContext,
      patientIds: readonly string[],
    ): Promise<
      ReadonlyMap<string, { readonly displayName: string; readonly letters: components['schemas']['HowToWrite'] }>
    >
    organization(context: ReadContext): Promise<components['schemas']['Organization']>
    /** Decrypts each record and records the access. Unknown ids and erased patients are left out. */
    birthDays(
      context: ReadContext,
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, { readonly birthDate: string }>>
    /** Patients of an organization in the order of registration, after this one. Decrypts nothing. */
    patientIdsAfter(organizationId: string, after: string | null, limit: number): Promise<readonly string[]>
    /** What the access monitor asks. Decrypts nothing. */
    readonly monitored: {
      /** Since when members are disabled, by id. */
      disabledMembers(context: ReadContext): Promise<ReadonlyMap<string, Date>>
      /** Which of these patients has the next record number, by id. */
      nextRecords(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, string>>
      /** Charts of these patients that these members opened in an emergency. */
      emergenciesBetween(
        context: ReadContext,
        memberIds: readonly string[],
        patientIds: readonly string[],
      ): Promise<readonly ReviewedEmergency[]>
      /** By their ids. */
      emergencies(context: ReadContext, ids: readonly string[]): Promise<readonly ReviewedEmergency[]>
    }
    /** Active members. Decrypts nothing. */
    activeMembers(context: ReadContext): Promise<readonly { readonly id: string; readonly roles: Caller['roles'] }[]>
    /** Active practitioners. */
    practitioners(
      context: ReadContext,
    ): Promise<readonly { readonly id: string; readonly memberId?: string | null | undefined }[]>
    /** Whether a member is active and has a role with this permission. False for an unknown member. */
    memberMay(context: ReadContext, memberId: string, permission: string): Promise<boolean>
    /** The care teams and covers of a member. */
    circleOf(
      member: { readonly organizationId: string; readonly memberId: string; readonly practitionerId: string | null },
      now: Date,
    ): Promise<Circle>
  }
  readonly partTwo: {
    /** Whether the patient has visits about substance use (42 CFR part 2). */
    hasRecords(organizationId: string, patientId: string): Promise<boolean>
    /** The last consent to the use of substance use records in a legal proceeding; also one that ended. */
    consentToProceedings(
      organizationId: string,
      patientId: string,
    ): Promise<{ readonly consentId: string; readonly endsAt: Date | null } | null>
  }
  readonly incidents: {
    /** Whether the organization has this incident. Decrypts nothing. */
    hasIncident(organizationId: string, incidentId: string): Promise<boolean>
  }
  /** What this process knows of the signatures of the access log, and of its witness. */
  readonly ledgerState: () => components['schemas']['LedgerState']
  readonly heavyWork: HeavyWork
  readonly erasures: {
    /** Adds to the list outside the database, which a restore applies. On disk before it resolves. */
    list(erased: ErasedKeys): Promise<void>
    /** With the key of the ledger. */
    sign(certificate: ErasureCertificate): Promise<SignedCertificate>
    /** This process has no key of the patient in memory from then on. */
    forget(organizationId: string, patientId: string): void
  }
  /** Everyone who cares for these patients, by the work of every domain. */
  readonly readParticipants: (
    organizationId: string,
    patientIds: readonly string[],
    now: Date,
  ) => Promise<readonly CareParticipant[]>
  /** Permissions of the caller's roles. */
  readonly permissionsOf: (of: Pick<Caller, 'roles'>) => readonly string[]
  /** Resolves when every access recorded so far can be read. */
  readonly settleAccesses: () => Promise<void>
  /** Names of registered clients by id. Unknown ids are left out. */
  readonly clientNames: (context: ReadContext, clientIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

/** What the handlers of this domain receive in addition. */
export interface ComplianceContext extends CompliancePorts {
  readonly policy: PrivacyPolicy
  readonly retention: RetentionPolicy
}
