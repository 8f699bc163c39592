import type { ComplianceProvides } from '../domains/compliance/index.ts'
import type { DirectoryProvides } from '../domains/directory/index.ts'
import type { SchedulingProvides } from '../domains/scheduling/index.ts'
import type { VisitsProvides } from '../domains/visits/index.ts'
import type { DomainModule } from '../platform/contracts/domain-module.ts'
import type { Platform } from '../platform/create-platform.ts'
import type { Permissions } from '../platform/identity/permissions.ts'
import { createSensitiveRegister, type SensitiveRegister } from '../platform/sensitive/sensitive-register.ts'

export interface ComposeSensitiveParts extends Pick<Platform, 'database'> {
  readonly modules: readonly DomainModule[]
  readonly permissions: Permissions
  readonly directory: Pick<DirectoryProvides, 'proxyAccessOf'>
  readonly scheduling: Pick<SchedulingProvides, 'sensitiveBookings'>
  readonly visits: Pick<VisitsProvides, 'visitsOfAppointments'>
  readonly compliance: Pick<ComplianceProvides, 'questionsAbout'>
}

/** Scheduling knows which bookings are sensitive, each domain what it recorded in them, and compliance what was asked about that. */
export const composeSensitive = ({
  database,
  modules,
  permissions,
  directory,
  scheduling,
  visits,
  compliance,
}: ComposeSensitiveParts): SensitiveRegister =>
  createSensitiveRegister(
    {
      bookingsOf: scheduling.sensitiveBookings,
      visitsOf: visits.visitsOfAppointments,
      recordSources: modules.flatMap(({ name: domain, recordsOfVisits }) =>
        recordsOfVisits === null
          ? []
          : [(organizationId, of) => recordsOfVisits(database.reader({ domain, organizationId }), of)],
      ),
      questionsAbout: compliance.questionsAbout,
      proxyAccessOf: ({ organizationId, personId }) => directory.proxyAccessOf(organizationId, personId),
    },
    permissions,
  )
