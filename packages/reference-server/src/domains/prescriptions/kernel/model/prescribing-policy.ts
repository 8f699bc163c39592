import type { Schedule } from './medication-pack.ts'

/** packs/policy/prescribing.json. Days are inclusive, in `zoneOfRules`. */
export interface PrescribingPolicy {
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly controlledSubstances: {
    readonly certifiedAdapterRequired: {
      readonly schedules: readonly Schedule[]
      readonly certification: string
      readonly source: string
    }
    /** A controlled substance may be prescribed by telemedicine only while one of these is in force. */
    readonly windows: readonly {
      readonly schedules: readonly Schedule[]
      readonly effectiveFrom: string
      readonly effectiveTo: string
      readonly source: string
    }[]
  }
  readonly zoneOfRules: string
  readonly quantity: { readonly atMostTimesNeeded: number; readonly atLeastTimesNeeded: number }
  readonly silence: {
    readonly networkTimeoutHours: number
    readonly pharmacyExpectedWithinHours: number
    readonly cancelAnswerExpectedWithinHours: number
  }
  readonly checks: { readonly timeoutMilliseconds: number }
  readonly renewal: { readonly maxRefills: number }
}

export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000)
