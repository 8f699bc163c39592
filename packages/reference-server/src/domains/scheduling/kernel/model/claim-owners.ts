import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** Looks up what a hold or an appointment has taken. */
export interface ClaimOwners {
  readonly resource: (id: string) => Schemas['Resource'] | undefined
  readonly practitioner: (id: string) => Schemas['PractitionerSummary'] | undefined
}
