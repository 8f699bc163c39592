import type { Config } from '../config.ts'
import type { CareProvides } from './compose-care.ts'
import type { Partners } from './compose-partners.ts'
import type { DomainModule } from '../platform/contracts/domain-module.ts'
import { createBillingDomain, loadBillingPack, loadBillingPolicy } from '../domains/billing/index.ts'
import { createDocumentationDomain, loadDiagnoses, loadNoteTemplates } from '../domains/documentation/index.ts'
import type { DocumentationPorts } from '../domains/documentation/index.ts'
import { createFollowUpDomain, loadFollowUpPack } from '../domains/follow-up/index.ts'
import { createLabsDomain, loadLabCatalogue, loadLabsPolicy } from '../domains/labs/index.ts'
import { createMessagingDomain, loadMessagingPolicy, loadNotificationTemplates } from '../domains/messaging/index.ts'
import { createPrescriptionsDomain, loadMedications, loadPrescribingPolicy } from '../domains/prescriptions/index.ts'
import type { loadSpecialtyPacks } from '../domains/scheduling/index.ts'
import { codeSetFiles } from '../platform/code-sets/code-set-files.ts'
import type { ReadGate } from '../platform/identity/read-gate.ts'
import type { Platform } from '../platform/create-platform.ts'
import { loadDemonstrationChecks } from '../vendors/drug-checks/demonstration-checks.ts'
import { noChecks } from '../vendors/drug-checks/no-checks.ts'
import type { LaboratoryListener } from '../vendors/laboratory/provider.ts'

export interface AftercareParts extends Pick<Platform, 'database' | 'vault' | 'unitOfWork'> {
  readonly config: Pick<Config, 'publicUrl' | 'drugChecks' | 'codeSetFolder'>
  readonly clock: () => Date
  readonly partners: Partners
  readonly signer: DocumentationPorts['signer']
  readonly specialties: ReturnType<typeof loadSpecialtyPacks>
  /** Where an organization's people sign in. */
  readonly portalOf: (organizationId: string) => Promise<string | null>
  readonly reads: ReadGate
  /** What the domains up to the end of the visit provide. */
  readonly upstream: CareProvides
}

/** The second half of the patient's journey: from the note to the last payment, in the order in which they stand on each other. */
export const composeAftercare = async (
  parts: AftercareParts,
): Promise<{ readonly modules: readonly DomainModule[]; readonly results: LaboratoryListener | null }> => {
  const { database, vault, unitOfWork, clock, partners, signer, specialties, portalOf, reads, upstream } = parts
  const { publicUrl, drugChecks, codeSetFolder } = parts.config

  const documentation = createDocumentationDomain({
    database,
    ports: {
      visits: upstream.visits,
      intake: upstream.intake,
      scheduling: upstream.scheduling,
      directory: upstream.directory,
      signer,
    },
    templates: await loadNoteTemplates(),
    diagnoses: await loadDiagnoses(await codeSetFiles(codeSetFolder, 'diagnoses')),
    specialties,
  })

  const prescriptions = createPrescriptionsDomain({
    database,
    vault,
    unitOfWork,
    clock,
    ports: {
      directory: upstream.directory,
      visits: upstream.visits,
      documentation: documentation.provides,
      pharmacies: { networkOf: async () => partners.pharmacies },
      certifications: [],
    },
    medications: (await loadMedications(await medicationsInForce(codeSetFolder, clock()))).set,
    policy: await loadPrescribingPolicy(),
    checks: drugChecks === 'demonstration' ? await loadDemonstrationChecks() : noChecks,
  })

  const labs = createLabsDomain({
    database,
    unitOfWork,
    vault,
    clock,
    ports: {
      directory: upstream.directory,
      visits: upstream.visits,
      documentation: documentation.provides,
      laboratory: partners.laboratory,
    },
    catalogue: await loadLabCatalogue(),
    policy: await loadLabsPolicy(),
    listener: partners.laboratoryListener,
  })

  const billing = createBillingDomain({
    database,
    vault,
    unitOfWork,
    clock,
    ports: {
      documentation: documentation.provides,
      visits: upstream.visits,
      scheduling: {
        appointment: upstream.scheduling.appointment,
        taxonomyOf: (specialty) => specialties.get(specialty)?.taxonomy ?? null,
      },
      directory: upstream.directory,
      consent: upstream.consent,
      clearinghouse: { of: partners.clearinghouseOf },
      payments: { of: partners.paymentsOf },
    },
    policy: await loadBillingPolicy(),
    pack: await loadBillingPack(codeSetFolder),
  })

  const followUp = createFollowUpDomain({
    database,
    unitOfWork,
    ports: {
      directory: upstream.directory,
      scheduling: upstream.scheduling,
      intake: upstream.intake,
      visits: upstream.visits,
      documentation: documentation.provides,
      prescriptions: prescriptions.provides,
      labs: labs.provides,
    },
    pack: loadFollowUpPack(),
    specialties,
  })

  const messaging = createMessagingDomain({
    database,
    vault,
    unitOfWork,
    clock,
    ports: {
      directory: upstream.directory,
      consent: upstream.consent,
      scheduling: upstream.scheduling,
      visits: upstream.visits,
      reads,
      email: partners.email,
      sms: partners.sms,
      webhooks: partners.webhooks,
      portalUrl: async (organizationId) => (await portalOf(organizationId)) ?? publicUrl,
      smsReportUrl: (organizationId) => `${publicUrl}/v1/webhooks/sms/${organizationId}`,
    },
    policy: await loadMessagingPolicy(),
    templates: await loadNotificationTemplates(),
  })

  return {
    modules: [documentation, prescriptions, labs, billing, followUp, messaging].map(({ module }) => module),
    results: labs.inbound,
  }
}

/** The latest release that has begun; undefined where none was imported. One that begins later waits for the start after its day. */
const medicationsInForce = async (folder: string, now: Date): Promise<string | undefined> =>
  (await codeSetFiles(folder, 'medications')).findLast(
    ({ effectiveFrom }) => effectiveFrom <= now.toISOString().slice(0, 10),
  )?.path
