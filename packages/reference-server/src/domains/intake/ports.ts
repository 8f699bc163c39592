import type { ReadContext } from '../../platform/contracts/context.ts'

/** What intake needs of an appointment. */
export interface IntakeAppointment {
  readonly id: string
  readonly patientId: string
  readonly practitionerId: string
  readonly status: 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
  /** Its visit type: codes of the questionnaires that are asked, in their order. */
  readonly type: { readonly questionnaires: readonly string[] }
}

/** What intake asks of the domains before it. Each function answers within the asker's organization and reach. */
export interface IntakePorts {
  readonly scheduling: {
    /** Throws `not_found`, also beyond the caller's reach. */
    appointment(context: ReadContext, appointmentId: string): Promise<IntakeAppointment>
  }
  readonly directory: {
    /** As what the caller acts for the patient. Throws `not_found` without a right in force and `outside_proxy_scope` with too narrow a one. */
    actingFor(
      context: ReadContext,
      patientId: string,
      scope: 'visit',
    ): Promise<
      { readonly as: 'patient' } | { readonly as: 'staff' } | { readonly as: 'proxy'; readonly relationship: string }
    >
  }
}
