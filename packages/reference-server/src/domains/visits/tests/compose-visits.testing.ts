import { generateKeyPairSync, sign } from 'node:crypto'
import type { components } from '@visitkit/contract'
import type { TestPlatform } from '../../../platform/http/tests/testing.ts'
import type { VideoProvider } from '../../../vendors/video/provider.ts'
import { readPolicies } from '../../../platform/http/read-policies.ts'
import { createPermissions } from '../../../platform/identity/permissions.ts'
import { createConsentDomain, type ConsentPorts, type loadConsentPack } from '../../consent/index.ts'
import { createDirectoryDomain, loadInvitationPolicy } from '../../directory/index.ts'
import { createIntakeDomain, type IntakeProvides, type loadQuestionnaires } from '../../intake/index.ts'
import { createSchedulingDomain, type loadSpecialtyPacks } from '../../scheduling/index.ts'
import { createVisitsDomain, type loadVisitsPolicy, type VisitsProvides } from '../index.ts'
import type { Signal, VideoFinding } from '../ports.ts'

type VideoVendor = components['schemas']['VideoVendor']

const invitationPolicy = await loadInvitationPolicy()

/** A key of the test's own, as a key service would hold it. */
const signer = (): ConsentPorts['signer'] => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  return { sign: async (bytes) => ({ signature: sign(null, bytes, privateKey), keyId: 'test-key', publicKey: raw }) }
}

/** What the domains before a downstream one provide, as compose-server hands it over. */
export interface Upstream {
  readonly directory: ReturnType<typeof createDirectoryDomain>['provides']
  readonly consent: ReturnType<typeof createConsentDomain>['provides']
  readonly scheduling: ReturnType<typeof createSchedulingDomain>['provides']
  readonly intake: IntakeProvides
  readonly visits: VisitsProvides
}

export interface VisitsParts {
  readonly consentPack: Awaited<ReturnType<typeof loadConsentPack>>
  readonly specialties: ReturnType<typeof loadSpecialtyPacks>
  readonly questionnaires: Awaited<ReturnType<typeof loadQuestionnaires>>
  readonly policy: Awaited<ReturnType<typeof loadVisitsPolicy>>
  readonly providers: Partial<Record<VideoVendor, VideoProvider>>
  readonly onSignal: (signal: Signal) => void
  readonly onFinding: (finding: VideoFinding) => void
}

const permissions = createPermissions(readPolicies().permissions)

/** Visits and the domains before them, as compose-server puts them together. */
export const composeVisits = (platform: TestPlatform, parts: VisitsParts) => {
  const { database, unitOfWork, vault } = platform
  const directory = createDirectoryDomain({
    database,
    vault,
    unitOfWork,
    ports: {
      permissionsOf: ({ roles }) => permissions.permissionsOf(roles),
      clientName: async () => 'Lakeside Portal',
      requireVideoVendor: async () => undefined,
      carePolicy: readPolicies().care,
    },
    policy: invitationPolicy,
  })
  const consent = createConsentDomain({
    database,
    pack: parts.consentPack,
    ports: { directory: directory.provides, signer: signer() },
  })
  const organizationIds = directory.provides.organizationIds
  const scheduling = createSchedulingDomain({
    database,
    unitOfWork,
    specialties: parts.specialties,
    ports: { directory: directory.provides, organizationIds },
  })
  const intake = createIntakeDomain({
    database,
    questionnaires: parts.questionnaires,
    ports: { scheduling: scheduling.provides, directory: directory.provides },
  })
  const visits = createVisitsDomain({
    database,
    unitOfWork,
    policy: parts.policy,
    ports: {
      scheduling: scheduling.provides,
      directory: directory.provides,
      consent: consent.provides,
      intake: intake.provides,
      video: {
        providerOf: async (_, vendor) => parts.providers[vendor] ?? null,
        providers: () => new Map(Object.entries(parts.providers) as [VideoVendor, VideoProvider][]),
        report: parts.onFinding,
      },
      signals: {
        send: (signal) => {
          parts.onSignal(signal)
          platform.signal(signal)
        },
      },
    },
  })
  const upstream: Upstream = {
    directory: directory.provides,
    consent: consent.provides,
    scheduling: scheduling.provides,
    intake: intake.provides,
    visits: visits.provides,
  }
  return { domains: [directory, consent, scheduling, intake, visits], upstream, visits }
}
