import type { BillingPolicy } from '../domains/billing/index.ts'
import type { ConsentPack } from '../domains/consent/index.ts'
import type { loadNoteTemplates } from '../domains/documentation/index.ts'
import type { loadLabsPolicy } from '../domains/labs/index.ts'
import type { loadPrescribingPolicy } from '../domains/prescriptions/index.ts'
import type { SchedulingPolicy, Specialties } from '../domains/scheduling/index.ts'
import type { CapabilityPacks } from '../vendors/video/load-capability-packs.ts'

/** Packs that a test may replace. They are data that an organization may change. */
export interface Packs {
  readonly consent: ConsentPack
  readonly capabilities: CapabilityPacks
  readonly specialties: Specialties
  readonly schedulingPolicy: SchedulingPolicy
  readonly noteTemplates: Awaited<ReturnType<typeof loadNoteTemplates>>
  readonly prescribingPolicy: Awaited<ReturnType<typeof loadPrescribingPolicy>>
  readonly billingPolicy: BillingPolicy
  readonly labsPolicy: Awaited<ReturnType<typeof loadLabsPolicy>>
}
