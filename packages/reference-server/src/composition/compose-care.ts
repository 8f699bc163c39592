import type { Config } from '../config.ts'
import type { BillingProvides } from '../domains/billing/index.ts'
import {
  createConsentDomain,
  loadConsentPack,
  type ConsentPack,
  type ConsentPorts,
  type ConsentProvides,
} from '../domains/consent/index.ts'
import {
  createDirectoryDomain,
  loadDraftPolicy,
  loadInvitationPolicy,
  type DirectoryProvides,
} from '../domains/directory/index.ts'
import { createIntakeDomain, loadQuestionnaires, type IntakeProvides } from '../domains/intake/index.ts'
import {
  createSchedulingDomain,
  loadMinorConsent,
  loadSchedulingPolicy,
  type loadSpecialtyPacks,
  type SchedulingPolicy,
  type SchedulingProvides,
} from '../domains/scheduling/index.ts'
import { createVisitsDomain, loadVisitsPolicy, type VisitsProvides } from '../domains/visits/index.ts'
import type { CarePolicy } from '../platform/care/care-ports.ts'
import type { CareRegister } from '../platform/care/care-register.ts'
import type { DomainModule } from '../platform/contracts/domain-module.ts'
import type { Platform } from '../platform/create-platform.ts'
import type { Identity } from '../platform/identity/create-identity.ts'
import type { Permissions } from '../platform/identity/permissions.ts'
import type { Live } from '../platform/live/create-live.ts'
import type { HeavyWork } from '../platform/heavy/heavy-work.ts'
import { requireVendorAgreement } from '../vendors/vendor-agreement.ts'
import { lateBinding, type LateBinding } from './late-binding.ts'
import { createRequireOverride } from './require-override.ts'
import type { Video } from './compose-video.ts'

export interface CareParts extends Pick<Platform, 'database' | 'vault' | 'unitOfWork'> {
  readonly config: Pick<Config, 'region' | 'vendorAgreements'>
  readonly video: Video
  readonly signer: ConsentPorts['signer']
  readonly specialties: ReturnType<typeof loadSpecialtyPacks>
  /** Default: the one that ships, also of the next. */
  readonly consentPack?: ConsentPack | undefined
  readonly schedulingPolicy?: SchedulingPolicy | undefined
  readonly permissions: Permissions
  readonly carePolicy: CarePolicy
  readonly identity: Pick<Identity, 'clients'>
  readonly live: LateBinding<Live>
  readonly register: LateBinding<CareRegister>
  /** Billing, which is composed later: the payer of a patient decides which law of consent applies. */
  readonly payers: LateBinding<Pick<BillingProvides, 'payerKindOf'>>
  readonly heavyWork: HeavyWork
}

export interface CareProvides {
  readonly directory: DirectoryProvides
  readonly consent: ConsentProvides
  readonly scheduling: SchedulingProvides
  readonly intake: IntakeProvides
  readonly visits: VisitsProvides
}

/** Composes the first half of the patient's journey, from the people to the end of the visit, in order of dependency. */
export const composeCare = async (
  parts: CareParts,
): Promise<{ readonly modules: readonly DomainModule[]; readonly provides: CareProvides }> => {
  const { database, vault, unitOfWork, config, video, signer, specialties, permissions, carePolicy } = parts
  const { identity, live, heavyWork } = parts

  // A cycle: the directory asks what a change of a practitioner strands, and scheduling reads the directory.
  const schedulingLate = lateBinding<SchedulingProvides>('scheduling')
  const directory = createDirectoryDomain({
    database,
    vault,
    unitOfWork,
    ports: {
      permissionsOf: ({ roles }) => permissions.permissionsOf(roles),
      clientName: async ({ caller }, clientId) =>
        (await identity.clients.namesOf(caller.organizationId, [clientId])).get(clientId) ?? clientId,
      requireVideoVendor: async (vendor, region, now) => {
        const provider = video.providers.get(vendor)
        // A vendor that this deployment does not configure is refused like one without an agreement.
        const agreements = provider === undefined ? [] : config.vendorAgreements
        if (provider?.thirdParty !== false) requireVendorAgreement({ vendor, region, agreements, now })
      },
      requireStrandedSeen: (...asked) => schedulingLate.get().requireStrandedSeen(...asked),
      carePolicy,
      heavyWork,
    },
    policy: await loadInvitationPolicy(),
    draftPolicy: await loadDraftPolicy(),
  })

  const consent = createConsentDomain({
    database,
    ports: { directory: directory.provides, signer },
    pack: parts.consentPack ?? (await loadConsentPack()),
  })

  const scheduling = createSchedulingDomain({
    database,
    vault,
    unitOfWork,
    ports: {
      directory: directory.provides,
      consent: consent.provides,
      organizationIds: directory.provides.organizationIds,
      readsAppointments: ({ roles }) => permissions.grantFor(roles, 'appointment:read') !== null,
      requireOverride: createRequireOverride(permissions, parts.register),
    },
    policy: parts.schedulingPolicy ?? (await loadSchedulingPolicy()),
    minorConsent: await loadMinorConsent(),
    specialties,
  })
  schedulingLate.bind(scheduling.provides)

  const intake = createIntakeDomain({
    database,
    ports: { scheduling: scheduling.provides, directory: directory.provides },
    questionnaires: await loadQuestionnaires(),
  })

  const visits = createVisitsDomain({
    database,
    vault,
    unitOfWork,
    ports: {
      scheduling: scheduling.provides,
      directory: directory.provides,
      consent: consent.provides,
      intake: intake.provides,
      payers: { kindOf: (...asked) => parts.payers.get().payerKindOf(...asked) },
      video: video.port,
      reviewsAccesses: ({ roles }) => permissions.grantFor(roles, 'access:review') !== null,
      signals: { send: (signal) => live.get().hub.signal(signal) },
    },
    policy: await loadVisitsPolicy(),
  })

  return {
    modules: [directory, consent, scheduling, intake, visits].map(({ module }) => module),
    provides: {
      directory: directory.provides,
      consent: consent.provides,
      scheduling: scheduling.provides,
      intake: intake.provides,
      visits: visits.provides,
    },
  }
}
