import type { Config } from '../config.ts'
import type { CareProvides } from './compose-care.ts'
import type { LateBinding } from './late-binding.ts'
import type { Partners } from './compose-partners.ts'
import type { Packs } from './packs.ts'
import type { DomainModule } from '../platform/contracts/domain-module.ts'
import {
  createBillingDomain,
  loadBillingPack,
  loadBillingPolicy,
  type BillingProvides,
} from '../domains/billing/index.ts'
import {
  createDocumentationDomain,
  loadDiagnoses,
  loadNoteTemplates,
  loadOrderSets,
} from '../domains/documentation/index.ts'
import type { DocumentationPorts, DocumentationProvides } from '../domains/documentation/index.ts'
import type { ComplianceProvides } from '../domains/compliance/index.ts'
import type { RightsProvides } from '../domains/rights/index.ts'
import { createFollowUpDomain, loadFollowUpPack, type FollowUpProvides } from '../domains/follow-up/index.ts'
import { createLabsDomain, loadLabCatalog, loadLabsPolicy, type LabsProvides } from '../domains/labs/index.ts'
import { createMessagingDomain, loadMessagingPolicy, loadNotificationTemplates } from '../domains/messaging/index.ts'
import {
  createPrescriptionsDomain,
  loadMedications,
  loadPrescribingPolicy,
  type PrescriptionsProvides,
} from '../domains/prescriptions/index.ts'
import type { loadSpecialtyPacks } from '../domains/scheduling/index.ts'
import type { ListCareParticipants } from '../platform/care/care-ports.ts'
import { codeSetFiles } from '../platform/code-sets/code-set-files.ts'
import type { HeavyWork } from '../platform/heavy/heavy-work.ts'
import { createPartTwoGate, type PartTwoGate } from '../platform/sensitive/part-two-gate.ts'
import type { ReadGate } from '../platform/identity/read-gate.ts'
import type { Platform } from '../platform/create-platform.ts'
import { loadDrugChecks } from '../vendors/drug-checks/load-drug-checks.ts'
import type { DrugChecks } from '../vendors/drug-checks/provider.ts'
import { readDocument } from '../vendors/laboratory/hl7/read-document.ts'
import type { LaboratoryListener } from '../vendors/laboratory/provider.ts'

export interface AftercareParts extends Pick<Platform, 'database' | 'vault' | 'unitOfWork'> {
  readonly config: Pick<Config, 'publicUrl' | 'drugChecks' | 'codeSetFolder'>
  readonly clock: () => Date
  readonly partners: Partners
  readonly signer: DocumentationPorts['signer']
  readonly specialties: ReturnType<typeof loadSpecialtyPacks>
  /** Replaces packs that ship. */
  readonly packs: Partial<Packs>
  /** Replaces the configured drug checks. */
  readonly drugChecks?: DrugChecks | undefined
  /** Certifications of the pharmacy adapters. No adapter that ships is certified. */
  readonly certifications?: readonly string[] | undefined
  /** The portal at which an organization's people sign in. */
  readonly portalOf: (organizationId: string) => Promise<string | null>
  readonly reads: ReadGate
  readonly heavyWork: HeavyWork
  /** Composed last, for it reads every domain. */
  readonly rights: LateBinding<RightsProvides>
  /** Composed later, for it reads what was sent. */
  readonly compliance: LateBinding<Pick<ComplianceProvides, 'concerned'>>
  /** What the domains up to the end of the visit provide. */
  readonly upstream: CareProvides
}

export interface AftercareProvides {
  readonly billing: BillingProvides
  readonly documentation: DocumentationProvides
  readonly prescriptions: PrescriptionsProvides
  readonly labs: LabsProvides
  readonly followUp: FollowUpProvides
}

/** Composes the second half of the patient's journey, from the note to the last payment, in order of dependency. */
export const composeAftercare = async (
  parts: AftercareParts,
): Promise<{
  readonly modules: readonly DomainModule[]
  readonly provides: AftercareProvides
  readonly results: LaboratoryListener | null
  /** Ports that list who cares for a patient, asked in this order. */
  readonly participantSources: readonly ListCareParticipants[]
  readonly partTwo: PartTwoGate
}> => {
  const {
    database,
    vault,
    unitOfWork,
    clock,
    partners,
    signer,
    specialties,
    packs,
    portalOf,
    reads,
    heavyWork,
    rights,
    compliance,
    upstream,
  } = parts
  const { publicUrl, drugChecks, codeSetFolder } = parts.config

  const partTwo = createPartTwoGate({
    appointmentsOf: upstream.scheduling.substanceUseAppointments,
    visitsOf: upstream.visits.visitsOfAppointments,
    consentOf: upstream.consent.lastPartTwo,
  })

  const documentation = createDocumentationDomain({
    database,
    ports: {
      visits: upstream.visits,
      intake: upstream.intake,
      scheduling: upstream.scheduling,
      directory: upstream.directory,
      signer,
      heavyWork,
      partTwo,
      rights: { statementsAbout: (...asked) => rights.get().statementsAbout(...asked) },
    },
    templates: packs.noteTemplates ?? (await loadNoteTemplates()),
    diagnoses: await loadDiagnoses(
      await codeSetFiles(codeSetFolder, 'diagnoses'),
      await codeSetFiles(codeSetFolder, 'diagnosis-synonyms'),
    ),
    specialties,
    orderSets: await loadOrderSets(),
  })

  const prescriptions = createPrescriptionsDomain({
    database,
    vault,
    unitOfWork,
    clock,
    partTwo,
    ports: {
      directory: upstream.directory,
      visits: upstream.visits,
      documentation: documentation.provides,
      partTwo,
      pharmacies: { networkOf: async () => partners.pharmacies },
      certifications: parts.certifications ?? [],
    },
    medications: (await loadMedications(await medicationsInForce(codeSetFolder, clock()))).set,
    policy: packs.prescribingPolicy ?? (await loadPrescribingPolicy()),
    checks: parts.drugChecks ?? (await loadDrugChecks(codeSetFolder, drugChecks, clock())),
  })

  // Before labs, which sends the coverages of a patient with an order. Billing reads nothing of labs.
  const billing = createBillingDomain({
    database,
    vault,
    unitOfWork,
    clock,
    partTwo,
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
      payments: { of: partners.paymentsOf, together: partners.paidTogether },
      heavyWork,
    },
    policy: packs.billingPolicy ?? (await loadBillingPolicy()),
    pack: await loadBillingPack(codeSetFolder),
  })

  const labs = createLabsDomain({
    database,
    unitOfWork,
    vault,
    clock,
    partTwo,
    ports: {
      directory: upstream.directory,
      visits: upstream.visits,
      documentation: documentation.provides,
      billing: billing.provides,
      laboratories: partners.laboratories,
      partTwo,
      readDocument,
    },
    catalog: await loadLabCatalog({ folder: codeSetFolder, laboratoryIds: partners.laboratories.ids, now: clock() }),
    policy: packs.labsPolicy ?? (await loadLabsPolicy()),
    listener: partners.laboratoryListener,
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
      heavyWork,
    },
    pack: loadFollowUpPack(),
    specialties,
  })

  const messaging = createMessagingDomain({
    database,
    vault,
    unitOfWork,
    clock,
    partTwo,
    ports: {
      directory: upstream.directory,
      consent: upstream.consent,
      scheduling: upstream.scheduling,
      visits: upstream.visits,
      inbox: {
        may: upstream.directory.memberMay,
        openTasks: followUp.provides.openTasks,
        hasTeam: followUp.provides.hasTeam,
        notes: documentation.provides.countNotesAwaiting,
        results: labs.provides.countAwaitingReview,
        scheduling: upstream.scheduling.countWaiting,
      },
      compliance: { concerned: (...asked) => compliance.get().concerned(...asked) },
      reads,
      heavyWork,
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
    provides: {
      billing: billing.provides,
      documentation: documentation.provides,
      prescriptions: prescriptions.provides,
      labs: labs.provides,
      followUp: followUp.provides,
    },
    results: labs.inbound,
    partTwo,
    participantSources: [followUp, documentation, labs, prescriptions].map(
      ({ provides }) => provides.listCareParticipants,
    ),
  }
}

/**
 * The latest release in force today; undefined if none was imported. A release that begins later takes effect at the first start
 * after its day.
 */
const medicationsInForce = async (folder: string, now: Date): Promise<string | undefined> =>
  (await codeSetFiles(folder, 'medications')).findLast(
    ({ effectiveFrom }) => effectiveFrom <= now.toISOString().slice(0, 10),
  )?.path
