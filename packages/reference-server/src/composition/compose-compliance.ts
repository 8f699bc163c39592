import type { Config } from '../config.ts'
import {
  createComplianceDomain,
  loadMonitorPolicy,
  loadPrivacyPolicy,
  loadRetentionPolicy,
} from '../domains/compliance/index.ts'
import type { ConsentProvides } from '../domains/consent/index.ts'
import type { DirectoryProvides } from '../domains/directory/index.ts'
import type { ObligationProvides } from '../domains/obligations/index.ts'
import type { VisitsProvides } from '../domains/visits/index.ts'
import type { CareRegister } from '../platform/care/care-register.ts'
import type { Platform } from '../platform/create-platform.ts'
import type { HeavyWork } from '../platform/heavy/heavy-work.ts'
import type { Identity } from '../platform/identity/create-identity.ts'
import type { Permissions } from '../platform/identity/permissions.ts'
import type { PartTwoGate } from '../platform/sensitive/part-two-gate.ts'
import { composeErasures } from './compose-erasures.ts'
import type { LateBinding } from './late-binding.ts'
import { presentLedgerState } from './present-ledger-state.ts'

export interface ComplianceParts {
  readonly platform: Platform
  readonly config: Pick<Config, 'keyFolder' | 'erasureFile'>
  readonly directory: DirectoryProvides
  readonly visits: Pick<VisitsProvides, 'guestNames'>
  readonly consent: Pick<ConsentProvides, 'lastPartTwo'>
  readonly partTwo: PartTwoGate
  readonly register: LateBinding<CareRegister>
  readonly obligations: LateBinding<ObligationProvides>
  readonly permissions: Permissions
  readonly clients: Identity['clients']
  readonly heavyWork: HeavyWork
}

/** The ledger as people read it. Its actors are people of the directory and guests of visits. */
export const composeCompliance = async ({
  platform,
  config,
  directory,
  visits,
  consent,
  partTwo,
  register,
  obligations,
  permissions,
  clients,
  heavyWork,
}: ComplianceParts): Promise<ReturnType<typeof createComplianceDomain>> => {
  const { database, unitOfWork, vault, ledger, checkpointer } = platform
  return createComplianceDomain({
    ...{ database, unitOfWork, vault },
    policy: await loadPrivacyPolicy(),
    monitorPolicy: await loadMonitorPolicy(),
    retentionPolicy: await loadRetentionPolicy(),
    ports: {
      directory: {
        ...directory,
        actorNames: async (context, actors, patientIds) => {
          const guestIds = actors.flatMap(({ kind, id }) => (kind === 'guest' ? [id] : []))
          const [names, guests] = await Promise.all([
            directory.actorNames(context, actors, patientIds),
            visits.guestNames(context, guestIds, patientIds),
          ])
          return new Map([...names, ...[...guests].map(([id, name]) => [`guest:${id}`, name] as const)])
        },
      },
      partTwo: {
        hasRecords: partTwo.hasRecords,
        consentToProceedings: (organizationId, patientId) =>
          consent.lastPartTwo(organizationId, patientId, 'part-two-proceedings'),
      },
      readParticipants: (...asked) => register.get().readParticipants(...asked),
      incidents: { hasIncident: (...asked) => obligations.get().hasIncident(...asked) },
      erasures: composeErasures(config, vault),
      permissionsOf: ({ roles }) => permissions.permissionsOf(roles),
      heavyWork,
      ledgerState: () => presentLedgerState(checkpointer.state()),
      settleAccesses: () => ledger.settle(),
      clientNames: ({ caller }, clientIds) => clients.namesOf(caller.organizationId, clientIds),
    },
  })
}
