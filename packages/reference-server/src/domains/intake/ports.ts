import type { ReadContext } from '../../platform/contracts/context.ts'

/** The properties of an appointment that intake needs. */
export interface IntakeAppointment {
  readonly id: string
  readonly patientId: string
  readonly practitionerId: string
  readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
  /** The visit type, with the codes of its questionnaires in their order. */
  readonly type: { readonly questionnaires: readonly string[] }
}

/** What intake needs from upstream domains. Each function answers for the caller's organization and access. */
export interface IntakePorts {
  readonly scheduling: {
    /** Throws `not_found`, also for an appointment that is not accessible to the caller. */
    appointment(context: ReadContext, appointmentId: string): Promise<IntakeAppointment>
    /** Whether the patient has completed a visit here. */
    hasVisited(context: ReadContext, patientId: string): Promise<boolean>
  }
  readonly directory: {
    /**
     * The capacity in which the caller acts for the patient. Throws `not_found` without a right in effect and `outside_proxy_scope` when
     * its scope is too narrow.
     */
    actingFor(
      context: ReadContext,
      patientId: string,
      scope: 'visit',
    ): Promise<
      { readonly as: 'patient' } | { readonly as: 'staff' } | { readonly as: 'proxy'; readonly relationship: string }
    >
  }
}
